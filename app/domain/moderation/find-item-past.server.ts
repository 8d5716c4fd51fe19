import { findPastDecisions } from "#app/domain/moderation/find-past-decisions.server.ts";
import type { Item, ItemSignal } from "#app/domain/moderation/item.ts";
import type { QueueKind } from "#app/domain/moderation/queue.ts";
import { SIGNAL_LABELS } from "#app/domain/reviews/signals/signal.ts";
import type { Db } from "#app/platform/db.server.ts";

/** More of an author's other reviews than this tell a moderator nothing new. */
const MOST_OTHERS = 20;

type ItemPast = Pick<Item, "history" | "revisions" | "reports" | "others"> & { signals: ItemSignal[] };

/** What happened to a text before, what was reported and found out, and what became of its author's other reviews. */
export async function findItemPast(
  kind: QueueKind,
  { id, reviewId, authorId }: { id: string; reviewId: string; authorId: string | null },
  tx: Db,
): Promise<ItemPast> {
  const isReview = kind === "review";
  const [history, revisions, reports, signals, others] = await Promise.all([
    findPastDecisions(kind, id, tx),
    isReview ? tx.reviewRevision.findMany({ where: { reviewId: id }, orderBy: { version: "desc" } }) : [],
    tx.report.findMany({ where: { subjectKind: kind, subjectId: id }, orderBy: { createdAt: "desc" }, take: 50 }),
    isReview ? tx.reviewSignal.findMany({ where: { reviewId: id }, orderBy: { kind: "asc" } }) : [],
    authorId === null || kind === "reply"
      ? []
      : tx.review.findMany({
          where: { authorId, id: { not: reviewId }, status: { notIn: ["draft", "awaiting_contact"] } },
          orderBy: { createdAt: "desc" },
          take: MOST_OTHERS,
          select: {
            id: true,
            status: true,
            removalReason: true,
            submittedAt: true,
            createdAt: true,
            technician: { select: { name: true } },
          },
        }),
  ]);
  const relatedIds = signals.flatMap((signal) => signal.relatedIds);
  const related = await tx.review.findMany({
    where: { id: { in: relatedIds } },
    select: { id: true, technician: { select: { name: true } } },
  });
  return {
    history,
    revisions: revisions.map(({ version, createdAt, title, text }) => ({
      version,
      at: createdAt.toISOString(),
      title,
      text,
    })),
    reports: reports.map(({ id: reportId, reason, explanation, status, createdAt, isByTechnician }) => ({
      id: reportId,
      reason,
      explanation,
      status,
      at: createdAt.toISOString(),
      isByTechnician,
    })),
    signals: signals.map((signal) => ({
      kind: signal.kind,
      label: SIGNAL_LABELS[signal.kind],
      detail: signal.detail,
      related: signal.relatedIds.flatMap((one) => {
        const found = related.find((review) => review.id === one);
        return found ? [{ id: one, name: found.technician.name }] : [];
      }),
    })),
    others: others.map((other) => ({
      id: other.id,
      about: other.technician.name,
      status: other.status,
      reason: other.removalReason,
      at: (other.submittedAt ?? other.createdAt).toISOString(),
    })),
  };
}
