import { Notice } from "#app/ui/notice.tsx";

/** After a moderator asked for a second one. */
export function ProposedNotice() {
  return (
    <Notice isNews>
      <p>
        Your proposal is kept, and counts once a second moderator agrees. Until then the evidence is in check and not
        shown as checked anywhere.
      </p>
    </Notice>
  );
}
