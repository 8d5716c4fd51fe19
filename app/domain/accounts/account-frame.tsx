import type { ReactNode } from "react";
import { AccountNav } from "#app/domain/accounts/account-nav.tsx";
import type { AccountPage } from "#app/domain/accounts/account-nav.tsx";

/**
 * A page of somebody's own account: the pages of the account beside it, above it on a phone. Its sections are the
 * children; needs account.css.
 */
export function AccountFrame({
  current,
  title,
  lead,
  children,
}: {
  current: AccountPage;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page account">
      <header className="stack stack-tight">
        <h1>{title}</h1>
        {lead ? <p className="muted">{lead}</p> : null}
      </header>
      <AccountNav current={current} />
      <div className="account-parts stack stack-wide">{children}</div>
    </div>
  );
}
