import { authorMail, technicianMail } from "#app/domain/moderation/decision-mails.ts";
import type { ToldDecision } from "#app/domain/moderation/decision-mails.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Mail } from "#app/platform/mail.ts";

type DecidedReview = {
  reviewId: string;
  /** The version that was decided on. */
  version: number;
  outcome: ToldDecision["outcome"];
  reason: ReviewReason | null;
};

/** Mails to the author and, when readers now see the review, to whoever keeps the profile, with their right to reply. */
export async function mailsAboutReview({ reviewId, version, outcome, reason }: DecidedReview, tx: Db): Promise<Mail[]> {
  const { author, technician } = await tx.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: {
      author: { select: { email: true, displayName: true } },
      technician: { select: { name: true, slug: true, owner: { select: { email: true } } } },
    },
  });
  const occasion = `${reviewId}:${version}`;
  const names = { technicianName: technician.name, technicianSlug: technician.slug };
  const isPublished = outcome === "published" || outcome === "redacted";
  return [
    ...(author ? [authorMail(author.email, { kind: "review", reviewId, occasion, outcome, reason, ...names })] : []),
    ...(isPublished && technician.owner
      ? [technicianMail(technician.owner.email, { occasion }, author?.displayName ?? "a former member")]
      : []),
  ];
}
