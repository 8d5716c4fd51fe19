import type { DocumentRefusal } from "#app/domain/media/document.ts";
import { keepDocument } from "#app/domain/media/keep-document.server.ts";
import { undecidedDocumentPurgeAfter } from "#app/domain/reviews/document-retention.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Keeps a document that supports the visit of an own draft. `closed`: the review can't be written in, or a moderator has
 * looked at its document already; the file that was sent then goes by itself within a day.
 */
export async function keepVisitDocument(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  bytes: Uint8Array,
  now: Date,
): Promise<Result<null, DocumentRefusal | "closed">> {
  const kept = await keepDocument(viewer.userId, bytes, now);
  if (!kept.ok) return kept;
  const { documentId } = kept.value;
  const isAttached = await db().$transaction((tx) => attachDocument(viewer, { reviewId, documentId }, now, tx));
  return isAttached ? ok(null) : refuse("closed");
}

/** Lays an own document beside an own draft, in place of one that nobody has looked at yet. */
async function attachDocument(
  viewer: Pick<Viewer, "userId">,
  { reviewId, documentId }: { reviewId: string; documentId: string },
  now: Date,
  tx: Db,
): Promise<boolean> {
  const authorId = viewer.userId;
  const review = await tx.review.findFirst({
    where: { id: reviewId, authorId, status: { in: ["draft", "changes_requested"] } },
    select: { visitProof: { select: { documentId: true, checkedAt: true } } },
  });
  if (review === null || review.visitProof?.checkedAt) return false;
  const { count } = await tx.privateDocument.updateMany({
    where: { id: documentId, ownerId: authorId },
    data: { purgeAfter: undecidedDocumentPurgeAfter(now) },
  });
  if (count !== 1) return false;
  if (review.visitProof?.documentId) await purgeSoon(review.visitProof.documentId, authorId, now, tx);
  await tx.visitProof.upsert({
    where: { reviewId },
    create: { reviewId, level: "unconfirmed", documentId, decidedAt: now },
    update: { documentId },
    select: { level: true },
  });
  return true;
}

/** Takes an own document away again, as long as no moderator has looked at it; it is deleted with the next round. */
export async function removeDocument(viewer: Pick<Viewer, "userId">, reviewId: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const proof = await tx.visitProof.findFirst({
      where: { reviewId, checkedAt: null, documentId: { not: null }, review: { authorId: viewer.userId } },
      select: { documentId: true },
    });
    if (!proof?.documentId) return false;
    const { count } = await tx.visitProof.updateMany({
      where: { reviewId, checkedAt: null, documentId: proof.documentId },
      data: { documentId: null },
    });
    if (count === 1) await purgeSoon(proof.documentId, viewer.userId, now, tx);
    return count === 1;
  });
}

async function purgeSoon(documentId: string, ownerId: string, now: Date, tx: Db): Promise<void> {
  await tx.privateDocument.updateMany({ where: { id: documentId, ownerId }, data: { purgeAfter: now } });
}
