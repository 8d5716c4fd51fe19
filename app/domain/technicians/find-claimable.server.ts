import { z } from "zod";
import type { Place } from "#app/domain/places/place.ts";
import { foldPlaceName } from "#app/domain/places/place-name.ts";
import { studioDomain } from "#app/domain/technicians/claim-domain.server.ts";
import { openClaim } from "#app/domain/technicians/open-listing-claims.server.ts";
import { isSlug, technicianBySlugSql } from "#app/domain/technicians/technician-by-slug.server.ts";
import { visibleTechnicianSql } from "#app/domain/technicians/visible-technician.server.ts";
import { db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const columns = {
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  isKept: z.boolean(),
  source: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  countryCode: z.string().nullable(),
  address: z.string().nullable(),
};
const listing = z.object(columns);
const claimable = z.object({ ...columns, isOwn: z.boolean(), websiteUrl: z.string().nullable() });

/** A listing as somebody who may be its technician is shown it. `source` is the key of the register or list. */
export type FoundListing = Omit<z.infer<typeof listing>, "id">;

/** SQL: the place of work that readers see first. */
const mainPlaceSql = Prisma.sql`LEFT JOIN LATERAL (
  SELECT p.city, p.region, p."countryCode", p.address, p.lat, p.lng
  FROM "TechnicianPremises" tp JOIN "Premises" p ON p.id = tp."premisesId"
  WHERE tp."technicianId" = t.id ORDER BY tp.position, p.name LIMIT 1) p ON true`;

const listingColumnsSql = Prisma.sql`t.id::text, t.slug, t.name, t."ownerId" IS NOT NULL AS "isKept",
  t."listingSource" AS source, p.city, p.region, p."countryCode", p.address`;

const MOST_FOUND = 20;
const LONGEST_NAME_ASKED = 120;
/** Half the sides of a box around a town, in degrees of latitude: about 40 km. */
const NEAR_DEGREES = 0.36;

/**
 * Listings by name and place, those that nobody keeps first. Every word of the name has to stand in the listing's name
 * or address on the web, which knows no accents. An empty name finds all of a place.
 */
export async function findListings(
  { name, place }: { name: string; place: Place | null },
  tx: Pick<ReturnType<typeof db>, "$queryRaw"> = db(),
): Promise<FoundListing[]> {
  const words = foldPlaceName(name.slice(0, LONGEST_NAME_ASKED)).split(" ").filter(Boolean);
  const raw = name.trim().slice(0, LONGEST_NAME_ASKED);
  if (words.length === 0 && raw === "" && place === null) return [];
  const byWords =
    words.length === 0
      ? Prisma.sql`false`
      : Prisma.join(
          words.map((word) => Prisma.sql`t.slug LIKE ${`%${word}%`}`),
          " AND ",
        );
  const byName = raw === "" ? Prisma.sql`true` : Prisma.sql`(strpos(lower(t.name), lower(${raw})) > 0 OR (${byWords}))`;
  const longitudes = NEAR_DEGREES / Math.max(0.1, Math.cos(((place?.lat ?? 0) * Math.PI) / 180));
  const byPlace =
    place === null
      ? Prisma.sql`true`
      : Prisma.sql`p.lat BETWEEN ${place.lat - NEAR_DEGREES} AND ${place.lat + NEAR_DEGREES}
          AND p.lng BETWEEN ${place.lng - longitudes} AND ${place.lng + longitudes}`;
  const rows = await tx.$queryRaw`
    SELECT ${listingColumnsSql} FROM "Technician" t ${mainPlaceSql}
    WHERE ${visibleTechnicianSql} AND ${byName} AND ${byPlace}
    ORDER BY t."ownerId" IS NOT NULL, t.status = 'published', t.name, t.id LIMIT ${MOST_FOUND}::int`;
  return z
    .array(listing)
    .parse(rows)
    .map(({ id: _id, ...found }) => found);
}

/** A profile that may be claimed, and what its claimant has to know. `technicianId` is for the use case alone. */
export type ClaimableListing = FoundListing & {
  /** The viewer keeps this one. */
  isOwn: boolean;
  /** One account keeps one profile. */
  keepsAnother: boolean;
  /** The domain whose mailboxes speak for the studio; null where there is none. */
  domain: string | null;
  /** The viewer's claim on it that is not over. */
  openClaimId: string | null;
};

/** Whoever readers find at a slug, current or former; null for drafts and the suspended. */
export async function findClaimable(
  viewer: Pick<Viewer, "userId" | "technicianId">,
  slug: string,
): Promise<{ technicianId: string; listing: ClaimableListing } | null> {
  if (!isSlug(slug)) return null;
  const rows = await db().$queryRaw`
    SELECT ${listingColumnsSql}, coalesce(t."ownerId" = ${viewer.userId}::uuid, false) AS "isOwn", t."websiteUrl"
    FROM (${technicianBySlugSql(slug)}) t ${mainPlaceSql}`;
  const [row] = z.array(claimable).parse(rows);
  if (row === undefined) return null;
  const { id, websiteUrl, ...rest } = row;
  const open = await db().listingClaim.findFirst({
    where: { ...openClaim, technicianId: id, claimantId: viewer.userId },
    select: { id: true },
  });
  return {
    technicianId: id,
    listing: {
      ...rest,
      keepsAnother: viewer.technicianId !== null && !row.isOwn,
      domain: studioDomain(websiteUrl),
      openClaimId: open?.id ?? null,
    },
  };
}
