import type { DocumentView, OwnDocument } from "#app/domain/media/document.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import { listLooks } from "#app/platform/list-looks.server.ts";

/** Who looked at one's own documents, by document, newest first (P-08); nothing about anybody else's. */
export async function listDocumentViews(
  ownerId: string,
  documentIds: readonly string[],
  tx: Db = db(),
): Promise<Map<string, DocumentView[]>> {
  const views = new Map<string, DocumentView[]>(documentIds.map((id) => [id, []]));
  if (documentIds.length === 0) return views;
  const subjects = Prisma.sql`SELECT id FROM "PrivateDocument"
    WHERE "ownerId" = ${ownerId}::uuid AND id = ANY(${[...documentIds]}::uuid[])`;
  const actions = ["document_viewed", "document_downloaded"];
  for (const [id, looks] of await listLooks({ kind: "document", actions, subjects }, tx)) {
    views.set(
      id,
      looks.map(({ at, by, action }) => ({ at, by, isDownload: action === "document_downloaded" })),
    );
  }
  return views;
}

/** One's own documents that are still kept, newest first, with what each was handed in for and who looked at it. */
export async function listOwnDocuments(ownerId: string): Promise<OwnDocument[]> {
  const latest = { orderBy: { createdAt: "desc" }, take: 1, select: { id: true } } as const;
  const rows = await db().privateDocument.findMany({
    where: { ownerId, purgedAt: null },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      id: true,
      mediaType: true,
      createdAt: true,
      purgeAfter: true,
      evidence: latest,
      listingClaims: latest,
      visitProofs: { take: 1, select: { reviewId: true } },
    },
  });
  const views = await listDocumentViews(
    ownerId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, mediaType, createdAt, purgeAfter, evidence, listingClaims, visitProofs }) => ({
    id,
    mediaType: mediaType === "image/jpeg" ? ("image/jpeg" as const) : ("application/pdf" as const),
    handedInAt: createdAt.toISOString(),
    goesAt: purgeAfter?.toISOString() ?? null,
    handedInFor: evidence[0]
      ? { label: "Evidence on your profile", href: `/studio/criteria/${evidence[0].id}` }
      : listingClaims[0]
        ? { label: "Your claim on a listing", href: `/studio/claims/${listingClaims[0].id}` }
        : visitProofs[0]
          ? { label: "Proof of the visit in your review", href: `/account/reviews/${visitProofs[0].reviewId}` }
          : null,
    views: views.get(id) ?? [],
  }));
}
