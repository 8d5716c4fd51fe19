import type { Listing, Origin } from "#app/domain/registers/listing.ts";
import { chooseSlugs } from "#app/domain/registers/listing-slug.ts";
import { mergeInspections } from "#app/domain/registers/merge-inspections.server.ts";
import type { MergeCounts } from "#app/domain/registers/merge-counts.ts";
import { mergePremises } from "#app/domain/registers/merge-premises.server.ts";
import { rowId } from "#app/domain/registers/row-id.server.ts";
import { technicianSlug } from "#app/domain/technicians/technician-slug.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Takes listings of one snapshot into the database, within the caller's transaction. Where the database already holds
 * a listing from this or an older snapshot and nobody has claimed it, it is brought up to date; where it holds a newer
 * one, only what is missing is added. Inspections and infractions only ever add up. What doesn't change isn't written.
 */
export async function mergeListings(listings: Listing[], origin: Origin, tx: Db): Promise<MergeCounts> {
  // One import at a time: two that met in the middle of a listing would have to agree on its slug.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('hairline register import'))`;
  const added = await addTechnicians(listings, origin, tx);
  const updated = await updateTechnicians(listings, origin, tx);
  const premises = await mergePremises(listings, origin, tx);
  const inspections = await mergeInspections(listings, origin, tx);

  const fresh = new Set([...added.map((row) => row.record), ...premises.addedRecords]);
  const changed = new Set([...updated.map((row) => row.record), ...premises.updatedRecords]);
  const changedOnly = [...changed].filter((record) => !fresh.has(record)).length;
  return {
    listings: { new: fresh.size, changed: changedOnly, kept: listings.length - fresh.size - changedOnly },
    inspections: inspections.inspections,
    infractions: inspections.infractions,
    rowsChanged: added.length + updated.length + premises.rowsChanged + inspections.rowsChanged,
  };
}

type TechnicianRow = { record: string };

async function addTechnicians(listings: Listing[], origin: Origin, tx: Db): Promise<TechnicianRow[]> {
  const records = listings.map((listing) => listing.record);
  const known = await tx.$queryRaw<{ record: string }[]>`
    SELECT "listingRecord" AS record FROM "Technician"
    WHERE "listingSource" = ${origin.source} AND "listingRecord" = ANY(${records}::text[])`;
  const knownRecords = new Set(known.map((row) => row.record));
  const missing = listings.filter((listing) => !knownRecords.has(listing.record));
  if (missing.length === 0) return [];
  const slugs = await chooseSlugs(
    missing.map(({ record, technician, premises }) => ({
      record,
      slug: technicianSlug(technician.name, premises.city),
    })),
    async (candidates) => {
      const rows = await tx.$queryRaw<{ slug: string }[]>`
        SELECT slug FROM "Technician" WHERE slug = ANY(${candidates}::text[])
        UNION SELECT slug FROM "TechnicianSlug" WHERE slug = ANY(${candidates}::text[])`;
      return new Set(rows.map((row) => row.slug));
    },
  );
  const rows = missing.map(({ record, technician }) => ({
    id: rowId(),
    record,
    slug: slugs.get(record),
    ...technician,
  }));
  return tx.$queryRaw<TechnicianRow[]>`
    INSERT INTO "Technician" (id, slug, status, name, bio, "websiteUrl", gender, languages, treatments, concerns,
      "skinTypes", "practisingSince", "listingSource", "listingRecord", "listingSnapshotOn", "updatedAt")
    SELECT g.id, g.slug, 'unclaimed', g.name, g.bio, g."websiteUrl", g.gender, g.languages, g.treatments, g.concerns,
      g."skinTypes", g."practisingSince", ${origin.source}, g.record, ${origin.snapshotOn}::date, now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(id uuid, slug text, record text, name text, bio text,
      "websiteUrl" text, gender "Gender", languages text[], treatments "Treatment"[], concerns "Concern"[],
      "skinTypes" int[], "practisingSince" int)
    ON CONFLICT ("listingSource", "listingRecord") DO NOTHING
    RETURNING "listingRecord" AS record`;
}

function updateTechnicians(listings: Listing[], origin: Origin, tx: Db): Promise<TechnicianRow[]> {
  const rows = listings.map(({ record, technician }) => ({ record, ...technician }));
  return tx.$queryRaw<TechnicianRow[]>`
    UPDATE "Technician" t SET name = g.name, bio = g.bio, "websiteUrl" = g."websiteUrl", gender = g.gender,
      languages = g.languages, treatments = g.treatments, concerns = g.concerns, "skinTypes" = g."skinTypes",
      "practisingSince" = g."practisingSince", "listingSnapshotOn" = ${origin.snapshotOn}::date, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(record text, name text, bio text,
      "websiteUrl" text, gender "Gender", languages text[], treatments "Treatment"[], concerns "Concern"[],
      "skinTypes" int[], "practisingSince" int)
    WHERE t."listingSource" = ${origin.source} AND t."listingRecord" = g.record
      AND t.status = 'unclaimed' AND t."ownerId" IS NULL AND t."listingSnapshotOn" <= ${origin.snapshotOn}::date
      AND (t.name, t.bio, t."websiteUrl", t.gender, t.languages, t.treatments, t.concerns, t."skinTypes",
          t."practisingSince", t."listingSnapshotOn")
        IS DISTINCT FROM (g.name, g.bio, g."websiteUrl", g.gender, g.languages, g.treatments, g.concerns,
          g."skinTypes", g."practisingSince", ${origin.snapshotOn}::date)
    RETURNING t."listingRecord" AS record`;
}
