import { createHash } from "node:crypto";
import { sameInfractionKey } from "#app/domain/registers/establishment.ts";
import type { Listing, Origin } from "#app/domain/registers/listing.ts";
import { tellWorse } from "#app/domain/registers/tell-worse.server.ts";
import type { Tally } from "#app/domain/registers/merge-counts.ts";
import { rowId } from "#app/domain/registers/row-id.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type MergedInspections = {
  inspections: Tally;
  infractions: Tally;
  rowsChanged: number;
};

type WrittenRow = { isNew: boolean };
type WrittenInspection = WrittenRow & { id: string };

/**
 * Adds the inspections of listings, and to known ones what they lack. Every field takes the sum or the extreme of what
 * the snapshots say (services and actions together, the gravest severity, the newest snapshot), so the order in which
 * snapshots come in makes no difference. What went worse than before is told to those it concerns.
 */
export async function mergeInspections(listings: Listing[], origin: Origin, tx: Db): Promise<MergedInspections> {
  const inspections = listings.flatMap(({ record, inspections: found }) =>
    found.map(({ inspectedOn, outcome, services }) => ({ id: rowId(), record, inspectedOn, outcome, services })),
  );
  const infractions = listings.flatMap(({ record, inspections: found }) =>
    found.flatMap(({ inspectedOn, outcome, infractions: broken }) =>
      broken.map((infraction) => ({
        id: rowId(),
        record,
        inspectedOn,
        outcome,
        fingerprint: fingerprintOf(infraction),
        ...infraction,
      })),
    ),
  );
  const { source, snapshotOn } = origin;
  const inspected = await tx.$queryRaw<WrittenInspection[]>`
    INSERT INTO "Inspection" AS i (id, "premisesId", "inspectedOn", outcome, services, source, "sourceRecord", "snapshotOn")
    SELECT g.id, p.id, g."inspectedOn", g.outcome, g.services, ${source}, g.record, ${snapshotOn}::date
    FROM jsonb_to_recordset(${JSON.stringify(inspections)}::jsonb) AS g(id uuid, record text, "inspectedOn" date,
      outcome "InspectionOutcome", services text[])
    JOIN "Premises" p ON p."registerSource" = ${source} AND p."registerRecord" = g.record
    ON CONFLICT (source, "sourceRecord", "inspectedOn", outcome) DO UPDATE SET
      services = ARRAY(SELECT DISTINCT s COLLATE "C" FROM unnest(i.services || EXCLUDED.services) s ORDER BY 1),
      "snapshotOn" = greatest(i."snapshotOn", EXCLUDED."snapshotOn")
    WHERE NOT i.services @> EXCLUDED.services OR i."snapshotOn" < EXCLUDED."snapshotOn"
    RETURNING id, (xmax = 0) AS "isNew"`;
  const broken = await tx.$queryRaw<WrittenRow[]>`
    INSERT INTO "Infraction" AS f (id, "inspectionId", fingerprint, severity, category, text, action, services)
    SELECT g.id, i.id, g.fingerprint, g.severity, g.category, g.text, g.action, g.services
    FROM jsonb_to_recordset(${JSON.stringify(infractions)}::jsonb) AS g(id uuid, record text, "inspectedOn" date,
      outcome "InspectionOutcome", fingerprint text, severity "InfractionSeverity", category text, text text,
      action text, services text[])
    JOIN "Inspection" i ON i.source = ${source} AND i."sourceRecord" = g.record AND i."inspectedOn" = g."inspectedOn"
      AND i.outcome = g.outcome
    ON CONFLICT ("inspectionId", fingerprint) DO UPDATE SET
      severity = least(f.severity, EXCLUDED.severity),
      category = least(f.category COLLATE "C", EXCLUDED.category COLLATE "C"),
      text = least(f.text COLLATE "C", EXCLUDED.text COLLATE "C"),
      action = nullif(array_to_string(ARRAY(
        SELECT DISTINCT a COLLATE "C"
        FROM unnest(string_to_array(f.action, '; ') || string_to_array(EXCLUDED.action, '; ')) a ORDER BY 1), '; '), ''),
      services = ARRAY(SELECT DISTINCT s COLLATE "C" FROM unnest(f.services || EXCLUDED.services) s ORDER BY 1)
    WHERE f.severity > EXCLUDED.severity
      OR f.category COLLATE "C" > EXCLUDED.category COLLATE "C" OR f.text COLLATE "C" > EXCLUDED.text COLLATE "C"
      OR NOT coalesce(string_to_array(f.action, '; '), '{}') @> coalesce(string_to_array(EXCLUDED.action, '; '), '{}')
      OR NOT f.services @> EXCLUDED.services
    RETURNING (xmax = 0) AS "isNew"`;
  const fresh = inspected.flatMap(({ id, isNew }) => (isNew ? [id] : []));
  if (origin.knownUntil) await tellWorse(fresh, origin.knownUntil, tx);
  return {
    inspections: tallyOf(inspected, inspections.length),
    infractions: tallyOf(broken, infractions.length),
    rowsChanged: inspected.length + broken.length,
  };
}

function fingerprintOf(infraction: { category: string; text: string }): string {
  return createHash("sha256").update(sameInfractionKey(infraction)).digest("hex").slice(0, 32);
}

function tallyOf(written: WrittenRow[], seen: number): Tally {
  const added = written.filter((row) => row.isNew).length;
  return { new: added, changed: written.length - added, kept: seen - written.length };
}
