import { authorMail, replyMail } from "#app/domain/moderation/decision-mails.ts";
import type { Outcome, TextDecision } from "#app/domain/moderation/decision-outcome.ts";
import { nextReplyStatus } from "#app/domain/reviews/reply-states.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Carries out a decision about a technician's reply that waits, below a review that readers see. */
export async function decideReply(
  { id, version, decision, reason }: TextDecision,
  now: Date,
  tx: Db,
): Promise<Result<Outcome, "not_found" | "changed" | "not_possible">> {
  if (decision === "redact") return refuse("not_possible");
  const reply = await tx.reply.findUnique({
    where: { reviewId: id },
    select: {
      status: true,
      submittedAt: true,
      review: {
        select: {
          author: { select: { email: true } },
          technician: { select: { name: true, slug: true, owner: { select: { email: true } } } },
        },
      },
    },
  });
  if (reply === null) return refuse("not_found");
  const toState = nextReplyStatus(reply.status, decision);
  if (toState !== "published" && toState !== "changes_requested" && toState !== "rejected") return refuse("changed");
  const { count } = await tx.reply.updateMany({
    where: {
      reviewId: id,
      version,
      status: "pending",
      review: { status: { in: ["published", "under_investigation"] } },
    },
    data: {
      status: toState,
      version: { increment: 1 },
      ...(toState === "published" ? { publishedAt: now, closedReason: null } : { closedReason: reason }),
    },
  });
  if (count !== 1) return refuse("changed");
  const { author, technician } = reply.review;
  const told = {
    kind: "reply" as const,
    reviewId: id,
    occasion: `${id}:${version}`,
    outcome: toState,
    reason,
    technicianName: technician.name,
    technicianSlug: technician.slug,
  };
  return ok({
    fromState: reply.status,
    toState,
    stars: null,
    waitingSince: reply.submittedAt,
    mails: [
      ...(technician.owner ? [authorMail(technician.owner.email, told)] : []),
      ...(author && toState === "published" ? [replyMail(author.email, told)] : []),
    ],
  });
}
