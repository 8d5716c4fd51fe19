import type { QueueKind } from "#app/domain/moderation/queue.ts";
import { Button } from "#app/ui/button.tsx";

/** Takes what has waited longest and opens it; `only` keeps to one kind. */
export function NextItemForm({ only = null }: { only?: QueueKind | null }) {
  return (
    <form method="post" action="/moderation/reviews">
      {only === null ? null : <input type="hidden" name="only" value={only} />}
      <Button name="intent" value="next" aria-keyshortcuts="n">
        Next item
      </Button>
    </form>
  );
}
