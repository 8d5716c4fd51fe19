import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { decideProof } from "#app/domain/reviews/decide-proof.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Says whether the document beside a review supports the visit, once; under the same rules as a decision. */
export async function decideItemProof(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  isAccepted: boolean,
  now: Date,
): Promise<Result<null, "own_matter" | "claimed" | "not_possible">> {
  return db().$transaction(async (tx) => {
    if (await isOwnMatter(viewer, "review", reviewId, tx)) return refuse("own_matter");
    if (await isClaimedByAnother(viewer, "review", reviewId, now, tx)) return refuse("claimed");
    return decideProof({ reviewId, isAccepted, moderatorId: viewer.userId }, now, tx);
  });
}
