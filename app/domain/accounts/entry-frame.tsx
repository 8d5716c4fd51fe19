import type { ReactNode } from "react";
import { FormErrors } from "#app/ui/form-errors.tsx";

/** The pages around signing in and up: one question each, what is wrong above it, and where else to go below. */
export function EntryFrame({
  title,
  lead,
  errors = {},
  children,
  below,
}: {
  title: string;
  lead?: ReactNode;
  errors?: Readonly<Record<string, readonly string[]>>;
  children?: ReactNode;
  below?: ReactNode;
}) {
  return (
    <div className="page-narrow stack">
      <header className="stack stack-tight">
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
      </header>
      <FormErrors errors={errors} />
      {children}
      {below ? <div className="stack stack-tight">{below}</div> : null}
    </div>
  );
}
