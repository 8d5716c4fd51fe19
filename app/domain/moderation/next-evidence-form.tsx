import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { HANDED_IN } from "#app/domain/moderation/handed-in.ts";
import { Button } from "#app/ui/button.tsx";

/** Takes the evidence that has waited longest, of one kind where `kind` names one, and opens it. */
export function NextEvidenceForm({ kind = null }: { kind?: EvidenceKind | null }) {
  return (
    <form method="post" action={`${HANDED_IN.evidence.path}?index`}>
      {kind === null ? null : <input type="hidden" name="kind" value={kind} />}
      <Button name="intent" value="next" aria-keyshortcuts="n">
        Next item
      </Button>
    </form>
  );
}
