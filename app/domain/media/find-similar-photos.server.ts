import { z } from "zod";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Bits of 64 in which a copy may differ: resized, recompressed or slightly recoloured pictures stay below it. */
const LIKELY_COPY_BITS = 6;
const MOST = 50;

/** A picture elsewhere that looks like one of ours, and where it stands. */
export type SimilarPhoto = {
  photoId: string;
  /** The photo asked about that it looks like. */
  ofPhotoId: string;
  technicianId: string;
  reviewId: string | null;
  portfolioCaseId: string | null;
  /** 0 the same picture, up to 6 a likely copy. */
  distance: number;
};

const row = z.object({
  photoId: z.string(),
  ofPhotoId: z.string(),
  technicianId: z.string(),
  reviewId: z.string().nullable(),
  portfolioCaseId: z.string().nullable(),
  distance: z.number().int(),
});

/**
 * Pictures that look like one of these, in portfolio cases and reviews of OTHER technicians, nearest first: the same
 * head shown as the work of two people is a case for a moderator. With `inOwnCases` also those in portfolio cases of the
 * same technician, where one picture may stand for two results. Pictures of any state count, published or not.
 * Flat pictures, whose hash says nothing, are left out. Sample drawings are not compared with each
 * other: one hand drew them all.
 */
export async function findSimilarPhotos(
  photoIds: readonly string[],
  tx: Db = db(),
  { inOwnCases = false } = {},
): Promise<SimilarPhoto[]> {
  if (photoIds.length === 0) return [];
  const rows = await tx.$queryRaw`
    WITH placed AS (
      SELECT ph.id, ph."isSample", ph."portfolioCaseId", r.id AS "reviewId",
        coalesce(c."technicianId", r."technicianId") AS "technicianId",
        CASE WHEN ph."perceptualHash" ~ '^[0-9a-f]{16}$' THEN ('x' || ph."perceptualHash")::bit(64) END AS hash
      FROM "Photo" ph
        LEFT JOIN "PortfolioCase" c ON c.id = ph."portfolioCaseId"
        LEFT JOIN "ReviewFollowUp" f ON f.id = ph."reviewFollowUpId"
        LEFT JOIN "Review" r ON r.id = coalesce(ph."reviewId", f."reviewId")
    )
    SELECT other.id AS "photoId", own.id AS "ofPhotoId", other."technicianId", other."reviewId", other."portfolioCaseId",
      bit_count(own.hash # other.hash)::int AS distance
    FROM placed own
      JOIN placed other ON NOT (own."isSample" AND other."isSample") AND (other."technicianId" <> own."technicianId"
        OR (${inOwnCases} AND other.id <> own.id AND other."portfolioCaseId" IS NOT NULL))
    WHERE own.id = ANY(${[...photoIds]}::uuid[])
      AND bit_count(own.hash) BETWEEN 4 AND 60
      AND bit_count(own.hash # other.hash) <= ${LIKELY_COPY_BITS}
    ORDER BY distance, other.id LIMIT ${MOST}`;
  return z.array(row).parse(rows);
}
