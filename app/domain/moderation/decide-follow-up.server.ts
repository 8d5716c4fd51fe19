import { authorMail } from "#app/domain/moderation/decision-mails.ts";
import type { Outcome, TextDecision } from "#app/domain/moderation/decision-outcome.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

const STATE_OF = { approve: "published", request_changes: "changes_requested", reject: "rejected" } as const;

/**
 * Carries out a decision about a follow-up that waits, below a review that readers see. A published one may change the
 * review's stars and refreshes its age, so the ratings are made anew.
 */
export async function decideFollowUp(
  { id, version, decision, reason }: TextDecision,
  now: Date,
  tx: Db,
): Promise<Result<Outcome, "not_found" | "changed" | "not_possible">> {
  if (decision === "redact") return refuse("not_possible");
  const followUp = await tx.reviewFollowUp.findUnique({
    where: { id },
    select: {
      status: true,
      version: true,
      overall: true,
      submittedAt: true,
      review: {
        select: {
          id: true,
          technicianId: true,
          author: { select: { email: true } },
          technician: { select: { name: true, slug: true } },
        },
      },
    },
  });
  if (followUp === null) return refuse("not_found");
  const toState = STATE_OF[decision];
  const { review } = followUp;
  const { count } = await tx.reviewFollowUp.updateMany({
    where: { id, version, status: "pending", review: { status: { in: ["published", "under_investigation"] } } },
    data: {
      status: toState,
      version: { increment: 1 },
      ...(toState === "published" ? { publishedAt: now, closedReason: null } : { closedReason: reason }),
    },
  });
  if (count !== 1) return refuse("changed");
  if (toState === "published") await recomputeRating(review.technicianId, now, tx);
  const told = {
    kind: "follow_up" as const,
    reviewId: review.id,
    occasion: `${id}:${version}`,
    outcome: toState,
    reason,
    technicianName: review.technician.name,
    technicianSlug: review.technician.slug,
  };
  return ok({
    fromState: followUp.status,
    toState,
    stars: followUp.overall,
    waitingSince: followUp.submittedAt,
    mails: review.author ? [authorMail(review.author.email, told)] : [],
  });
}
