import type { ReactNode } from "react";
import type { ThreadIntent } from "#app/routes/studio.enquiries.$id/thread-reply.ts";

/** A form of the page: which it is, and which version of the thread it was shown with. */
export function ThreadForm({
  intent,
  version,
  children,
}: {
  intent: ThreadIntent;
  version: number;
  children: ReactNode;
}) {
  return (
    <form method="post" className="stack" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      {children}
    </form>
  );
}
