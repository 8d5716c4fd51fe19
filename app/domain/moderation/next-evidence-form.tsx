import { HANDED_IN } from "#app/domain/moderation/handed-in.ts";
import { Button } from "#app/ui/button.tsx";

/** Takes the evidence that has waited longest and opens it. */
export function NextEvidenceForm() {
  return (
    <form method="post" action={`${HANDED_IN.evidence.path}?index`}>
      <Button name="intent" value="next" aria-keyshortcuts="n">
        Next item
      </Button>
    </form>
  );
}
