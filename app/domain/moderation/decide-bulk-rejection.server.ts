import { decideReview } from "#app/domain/moderation/decide-review.server.ts";
import type { Outcome } from "#app/domain/moderation/decision-outcome.ts";
import { bulkMail } from "#app/domain/moderation/decision-mails.ts";
import { findAlike } from "#app/domain/moderation/find-alike.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Milliseconds: a hundred reviews take longer than one. */
const FOR_MANY = { maxWait: 5_000, timeout: 20_000 };

/**
 * The second look at a proposal, by another moderator than the one who made it. Confirmed, each review that still waits
 * with the same words is refused by a decision of its own, and the author is told once; whatever was changed or
 * withdrawn since stays as it is. Refused, nothing happens to any of them.
 */
export async function decideBulkRejection(
  viewer: Pick<Viewer, "userId">,
  bulkId: string,
  isConfirmed: boolean,
  now: Date,
): Promise<Result<{ count: number }, "not_found" | "own_matter" | "changed">> {
  return db().$transaction(async (tx) => {
    const bulk = await tx.bulkRejection.findUnique({ where: { id: bulkId } });
    if (bulk === null) return refuse("not_found");
    if (bulk.proposedById === viewer.userId || bulk.authorId === viewer.userId) return refuse("own_matter");
    for (const id of bulk.reviewIds) if (await isOwnMatter(viewer, "review", id, tx)) return refuse("own_matter");
    const toState = isConfirmed ? "confirmed" : "refused";
    const { count } = await tx.bulkRejection.updateMany({
      where: { id: bulkId, status: "proposed" },
      data: { status: toState, secondById: viewer.userId, closedAt: now },
    });
    if (count !== 1) return refuse("changed");
    const rejected = isConfirmed ? await rejectAll(bulk, now, tx) : [];
    for (const { id, version, outcome } of rejected) {
      const { mails: _oneForAll, ...carriedOut } = outcome;
      const { reason, note } = bulk;
      const subject = { subjectKind: "review", subjectId: id, subjectVersion: version } as const;
      await recordDecision({ ...carriedOut, ...subject, moderatorId: viewer.userId, reason, note }, tx);
    }
    const entry = { actorId: viewer.userId, action: "bulk_decided", subjectKind: "bulk_rejection", subjectId: bulkId };
    await recordAudit({ ...entry, fromState: "proposed", toState, reason: bulk.reason }, tx);
    return ok({ count: rejected.length });
  }, FOR_MANY);
}

type Bulk = { id: string; reason: ReviewReason; note: string; reviewIds: string[]; createdAt: Date };

async function rejectAll({ id: bulkId, reason, note, reviewIds, createdAt }: Bulk, now: Date, tx: Db) {
  const alike = await stillAlike(reviewIds, createdAt, tx);
  const rejected: { id: string; version: number; outcome: Outcome }[] = [];
  for (const { id, version } of alike) {
    const done = await decideReview({ id, version, decision: "reject", reason, note }, now, tx);
    if (done.ok) rejected.push({ id, version, outcome: done.value });
  }
  const author = alike[0]?.author;
  if (author && rejected.length > 0) {
    await queueMail(bulkMail(author.email, { bulkId, reason, count: rejected.length }), tx);
  }
  return rejected;
}

/** Those of the proposed reviews that still wait and were not sent anew with other words since. */
async function stillAlike(reviewIds: readonly string[], proposedAt: Date, tx: Db) {
  for (const id of reviewIds) {
    const alike = (await findAlike(id, tx)).filter(
      ({ id: one, submittedAt }) => reviewIds.includes(one) && submittedAt !== null && submittedAt <= proposedAt,
    );
    if (alike.length > 0) return alike;
  }
  return [];
}
