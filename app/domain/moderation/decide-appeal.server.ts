import { appealAuthorMail, appealTechnicianMail } from "#app/domain/moderation/appeal-mails.ts";
import type { ToldAppeal } from "#app/domain/moderation/appeal-mails.ts";
import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { technicianMail } from "#app/domain/moderation/decision-mails.ts";
import { PATIENCE } from "#app/domain/moderation/decide-item.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import { recomputeRating } from "#app/domain/reviews/recompute-rating.server.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { nextReviewStatus, statusesBefore } from "#app/domain/reviews/review-states.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type AppealDecision = {
  appealId: string;
  /** The appeal's version that was read. */
  version: number;
  outcome: "overturn" | "uphold";
  note: string;
};

/** `own_matter` also for whoever made the decision that is appealed against. */
export type DecideAppealRefusal = "not_found" | "own_matter" | "claimed" | "changed";

/** Thrown to undo the transaction when the review moved on in the meantime. */
class Changed extends Error {}

/**
 * Decides an appeal, by another moderator than the one who decided first (I3): overturned, the review is published and
 * counts; upheld, it stays away for good. With ratings, mails, decision and audit record in one transaction.
 */
export async function decideAppeal(
  viewer: Pick<Viewer, "userId">,
  input: AppealDecision,
  now: Date,
  requestId: string | null = null,
): Promise<Result<{ decisionId: string }, DecideAppealRefusal>> {
  try {
    return await db().$transaction((tx) => decide(viewer, input, now, requestId, tx), PATIENCE);
  } catch (error) {
    if (error instanceof Changed) return refuse("changed");
    throw error;
  }
}

async function decide(
  viewer: Pick<Viewer, "userId">,
  { appealId, version, outcome, note }: AppealDecision,
  now: Date,
  requestId: string | null,
  tx: Db,
): Promise<Result<{ decisionId: string }, DecideAppealRefusal>> {
  const appeal = await tx.appeal.findFirst({
    where: { id: appealId, decision: { subjectKind: "review" } },
    select: { createdAt: true, decision: { select: { subjectId: true, reason: true } } },
  });
  if (appeal === null) return refuse("not_found");
  if (await isOwnMatter(viewer, "appeal", appealId, tx)) return refuse("own_matter");
  if (await isClaimedByAnother(viewer, "appeal", appealId, now, tx)) return refuse("claimed");
  const { count } = await tx.appeal.updateMany({
    where: { id: appealId, version, status: "open" },
    data: { status: outcome === "overturn" ? "overturned" : "upheld", closedAt: now, version: { increment: 1 } },
  });
  if (count !== 1) return refuse("changed");
  const { subjectId: reviewId, reason } = appeal.decision;
  const review = await settle(reviewId, { outcome, reason }, now, tx);
  await tell(review, { appealId, reviewId, outcome: outcome === "overturn" ? "overturned" : "upheld", reason }, tx);
  await tx.moderationClaim.deleteMany({ where: { subjectKind: "appeal", subjectId: appealId } });
  const decisionId = await recordDecision(
    {
      subjectKind: "review",
      subjectId: reviewId,
      moderatorId: viewer.userId,
      fromState: "appealed",
      toState: review.toState,
      reason: outcome === "uphold" ? reason : null,
      note,
      subjectVersion: review.version,
      waitingSince: appeal.createdAt,
      stars: review.overall,
      requestId,
    },
    tx,
  );
  return ok({ decisionId });
}

/** Moves the review on from `appealed`, by a compare-and-swap of its own; a refusal that stands keeps its reason. */
async function settle(
  reviewId: string,
  { outcome, reason }: Pick<AppealDecision, "outcome"> & { reason: ReviewReason | null },
  now: Date,
  tx: Db,
) {
  const review = await tx.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: {
      status: true,
      version: true,
      overall: true,
      publishedAt: true,
      technicianId: true,
      author: { select: { email: true, displayName: true } },
      technician: { select: { name: true, slug: true, owner: { select: { email: true } } } },
    },
  });
  const toState = nextReviewStatus(review.status, outcome);
  if (toState === null) throw new Changed();
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, version: review.version, status: { in: statusesBefore(outcome) } },
    data: {
      status: toState,
      version: { increment: 1 },
      ...(toState === "published"
        ? { publishedAt: review.publishedAt ?? now, closedAt: null, removalReason: null, isHidden: false }
        : { closedAt: now, removalReason: reason }),
    },
  });
  if (count !== 1) throw new Changed();
  if (toState === "published") await recomputeRating(review.technicianId, now, tx);
  return { ...review, toState };
}

async function tell(
  { author, technician, publishedAt }: Awaited<ReturnType<typeof settle>>,
  about: Omit<ToldAppeal, "technicianName" | "technicianSlug">,
  tx: Db,
): Promise<void> {
  const told = { ...about, technicianName: technician.name, technicianSlug: technician.slug };
  if (author) await queueMail(appealAuthorMail(author.email, told), tx);
  if (!technician.owner) return;
  // What was refused before anybody saw it is new to the technician when it appears, and nothing to them when it doesn't.
  if (publishedAt !== null) await queueMail(appealTechnicianMail(technician.owner.email, told), tx);
  else if (about.outcome === "overturned") {
    const by = author?.displayName ?? "a former member";
    await queueMail(technicianMail(technician.owner.email, { occasion: `appeal:${about.appealId}` }, by), tx);
  }
}
