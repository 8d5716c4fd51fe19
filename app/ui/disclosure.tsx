import type { ReactNode } from "react";

/** More for who wants it, without JavaScript. */
export function Disclosure({
  summary,
  isOpen = false,
  children,
}: {
  summary: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="disclosure" open={isOpen || undefined}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
