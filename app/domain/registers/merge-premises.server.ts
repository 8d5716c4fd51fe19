import type { Listing, Origin } from "#app/domain/registers/listing.ts";
import { rowId } from "#app/domain/registers/row-id.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type MergedPremises = {
  addedRecords: string[];
  updatedRecords: string[];
  rowsChanged: number;
};

type PremisesRow = { record: string };

/** Adds and updates the premises of listings, and says where an unclaimed listing's technician works. */
export async function mergePremises(listings: Listing[], origin: Origin, tx: Db): Promise<MergedPremises> {
  const json = JSON.stringify(listings.map(({ record, premises }) => ({ id: rowId(), record, ...premises })));
  const { source, snapshotOn } = origin;
  const added = await tx.$queryRaw<PremisesRow[]>`
    INSERT INTO "Premises" (id, name, address, city, region, "countryCode", postcode, lat, lng, features,
      "registerSource", "registerRecord", "registerSnapshotOn", "updatedAt")
    SELECT g.id, g.name, g.address, g.city, g.region, g."countryCode", g.postcode, g.lat, g.lng, g.features,
      ${source}, g.record, ${snapshotOn}::date, now()
    FROM jsonb_to_recordset(${json}::jsonb) AS g(id uuid, record text, name text, address text, city text,
      region text, "countryCode" text, postcode text, lat float8, lng float8, features "Feature"[])
    ON CONFLICT ("registerSource", "registerRecord") DO NOTHING
    RETURNING "registerRecord" AS record`;
  // Whoever has claimed a profile keeps the description of their premises too.
  const updated = await tx.$queryRaw<PremisesRow[]>`
    UPDATE "Premises" p SET name = g.name, address = g.address, city = g.city, region = g.region,
      "countryCode" = g."countryCode", postcode = g.postcode, lat = g.lat, lng = g.lng, features = g.features,
      "registerSnapshotOn" = ${snapshotOn}::date, "updatedAt" = now()
    FROM jsonb_to_recordset(${json}::jsonb) AS g(record text, name text, address text, city text,
      region text, "countryCode" char(2), postcode text, lat float8, lng float8, features "Feature"[])
    WHERE p."registerSource" = ${source} AND p."registerRecord" = g.record
      AND p."registerSnapshotOn" <= ${snapshotOn}::date
      AND (p.name, p.address, p.city, p.region, p."countryCode", p.postcode, p.lat, p.lng, p.features,
          p."registerSnapshotOn")
        IS DISTINCT FROM (g.name, g.address, g.city, g.region, g."countryCode", g.postcode, g.lat, g.lng, g.features,
          ${snapshotOn}::date)
      AND NOT EXISTS (
        SELECT 1 FROM "TechnicianPremises" tp JOIN "Technician" t ON t.id = tp."technicianId"
        WHERE tp."premisesId" = p.id AND (t.status <> 'unclaimed' OR t."ownerId" IS NOT NULL))
    RETURNING p."registerRecord" AS record`;
  const linked = await tx.$executeRaw`
    INSERT INTO "TechnicianPremises" ("technicianId", "premisesId")
    SELECT t.id, p.id
    FROM "Technician" t JOIN "Premises" p
      ON p."registerSource" = t."listingSource" AND p."registerRecord" = t."listingRecord"
    WHERE t."listingSource" = ${source} AND t."listingRecord" = ANY(${listings.map((listing) => listing.record)}::text[])
      AND t.status = 'unclaimed' AND t."ownerId" IS NULL
    ON CONFLICT DO NOTHING`;
  return {
    addedRecords: added.map((row) => row.record),
    updatedRecords: updated.map((row) => row.record),
    rowsChanged: added.length + updated.length + linked,
  };
}
