import { z } from "zod";
import { FEWEST_ALIKE } from "#app/domain/moderation/bulk.ts";
import type { AlikeReviews, BulkProposal } from "#app/domain/moderation/bulk.ts";
import { findAlike } from "#app/domain/moderation/find-alike.server.ts";
import { isOwnReviewSql } from "#app/domain/moderation/own-matter.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/** Groups and proposals on the page; the rest follows once these are done. */
const MOST = 20;

/** Waiting reviews of one author with the same words, that nobody proposed anything about yet. */
export async function listAlike(viewer: Pick<Viewer, "userId">, tx: Db = db()): Promise<AlikeReviews[]> {
  const rows = await tx.$queryRaw`
    SELECT min(r.id::text) AS id FROM "Review" r
    WHERE r.status IN ('pending', 'in_review') AND r."authorId" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "BulkRejection" b WHERE b."authorId" = r."authorId" AND b.status = 'proposed')
    GROUP BY r."authorId", md5(btrim(regexp_replace(lower(r.text), '[[:space:][:punct:]]+', ' ', 'g')))
    HAVING count(*) >= ${FEWEST_ALIKE}::int AND NOT bool_or(${isOwnReviewSql(viewer.userId)})
    ORDER BY min(r."submittedAt") LIMIT ${MOST}::int`;
  const groups: AlikeReviews[] = [];
  for (const { id } of z.array(z.object({ id: z.uuid() })).parse(rows)) {
    const alike = await findAlike(id, tx);
    const [first] = alike;
    if (first) groups.push(toGroup(first.id, alike));
  }
  return groups;
}

function toGroup(reviewId: string, alike: Awaited<ReturnType<typeof findAlike>>): AlikeReviews {
  return {
    reviewId,
    authorName: alike[0]?.author?.displayName ?? "Former member",
    text: alike[0]?.text ?? "",
    reviews: alike.map(({ id, technician, submittedAt }) => ({
      id,
      about: technician.name,
      at: submittedAt?.toISOString() ?? null,
    })),
  };
}

/** Proposals that wait for their second look; one's own are marked, since another moderator has to look. */
export async function listBulkProposals(viewer: Pick<Viewer, "userId">, tx: Db = db()): Promise<BulkProposal[]> {
  const proposals = await tx.bulkRejection.findMany({
    where: { status: "proposed", OR: [{ authorId: null }, { authorId: { not: viewer.userId } }] },
    orderBy: { createdAt: "asc" },
    take: MOST,
    include: { proposedBy: { select: { displayName: true } } },
  });
  const found: BulkProposal[] = [];
  for (const { id, reason, note, reviewIds, proposedBy, proposedById, createdAt } of proposals) {
    const alike = await findAlike(reviewIds[0] ?? "", tx);
    found.push({
      id,
      reason,
      note,
      by: proposedBy?.displayName ?? "A former moderator",
      at: createdAt.toISOString(),
      isMine: proposedById === viewer.userId,
      group: toGroup(
        reviewIds[0] ?? "",
        alike.filter((review) => reviewIds.includes(review.id)),
      ),
    });
  }
  return found;
}
