import { countryName } from "#app/domain/places/countries.ts";
import { resolvePlace } from "#app/domain/places/find-places.server.ts";
import type { ImportOptions, ImportReport } from "#app/domain/registers/import-report.ts";
import type { Listing } from "#app/domain/registers/listing.ts";
import { addCounts, noCounts } from "#app/domain/registers/merge-counts.ts";
import { readLines } from "#app/domain/registers/read-lines.server.ts";
import type { SourceFile } from "#app/domain/registers/read-lines.server.ts";
import { readTechnicians } from "#app/domain/registers/read-technicians.server.ts";
import { listSource } from "#app/domain/registers/register.ts";
import { quoteValue } from "#app/domain/registers/refusal.ts";
import type { Refusal } from "#app/domain/registers/refusal.ts";
import { saveListings } from "#app/domain/registers/save-listings.server.ts";
import type { TechnicianRow } from "#app/domain/registers/technician-row.ts";
import { db } from "#app/platform/db.server.ts";

const BATCH = 500;
const MOST_REMEMBERED_PLACES = 5_000;

/**
 * Takes in a list of technicians in our own CSV or JSON format, as unclaimed listings of the source `list:<name>`.
 * What a record doesn't say is empty in its listing; records that a later list lacks stay. Memory grows only with the
 * record names, which must not come twice. Throws `UnusableFile` where there is nothing to import from.
 */
export async function importTechnicianList(
  listName: string,
  file: SourceFile,
  options: ImportOptions,
  database = db(),
): Promise<ImportReport> {
  const { snapshotOn, isDryRun = false, onProgress, onRefusal } = options;
  const origin = { source: listSource(listName), snapshotOn };
  const report: ImportReport = { ...origin, rowsRead: 0, rowsRefused: 0, counts: noCounts() };
  const lineOfRecord = new Map<string, number>();
  const findPosition = positionFinder();
  let digest = "";
  let bytesRead = 0;
  let isUsable = true;
  let batch: Listing[] = [];
  const save = async () => {
    if (batch.length === 0) return;
    report.counts = addCounts(report.counts, await saveListings(batch, origin, { isDryRun, database }));
    batch = [];
  };
  const refuse = (refusals: Refusal[]) => {
    report.rowsRefused += 1;
    for (const refusal of refusals) onRefusal?.(refusal);
  };

  const lines = readLines(file, {
    onBytes: (bytes) => onProgress?.((bytesRead += bytes), file.bytes),
    onDigest: (sha256) => (digest = sha256),
  });
  for await (const records of readTechnicians(lines, Number(snapshotOn.slice(0, 4)))) {
    for (const record of records) {
      if (record.isHeader) isUsable = false;
      else report.rowsRead += 1;
      if ("refusals" in record) {
        refuse(record.refusals);
        continue;
      }
      const { row, line } = record;
      const earlier = lineOfRecord.get(row.record);
      if (earlier !== undefined) {
        refuse([{ line, column: "record", reason: `${quoteValue(row.record)} was given on line ${earlier} already` }]);
        continue;
      }
      const position = await findPosition(row);
      if (!position) {
        refuse([
          { line, column: "city", reason: `${quoteValue(row.city)} is not a place we know there; give lat and lng` },
        ]);
        continue;
      }
      lineOfRecord.set(row.record, line);
      batch.push(listingOf(row, position));
      if (batch.length >= BATCH) await save();
    }
  }
  await save();
  if (!isDryRun && isUsable) {
    const { rowsRead, rowsRefused, counts, source } = report;
    const run = { source, snapshotOn: new Date(`${snapshotOn}T00:00:00Z`), fileSha256: digest };
    await database.registerImport.create({ data: { ...run, rowsRead, rowsRefused, rowsChanged: counts.rowsChanged } });
  }
  return report;
}

type Position = { lat: number; lng: number };

/** Finds where a row's premises are: as given, else the area of its postcode, else its city. Remembers places. */
function positionFinder(): (row: TechnicianRow) => Promise<Position | null> {
  const remembered = new Map<string, Position | null>();
  return async (row) => {
    if (row.lat !== null && row.lng !== null) return { lat: row.lat, lng: row.lng };
    const country = countryName(row.country);
    const queries = [
      ...(row.postcode !== null && ["US", "CA"].includes(row.country) ? [row.postcode] : []),
      ...(row.region !== null ? [`${row.city}, ${row.region}, ${country}`] : []),
      `${row.city}, ${country}`,
    ];
    const key = [...queries, row.country].join("|").toLowerCase();
    let position = remembered.get(key);
    if (position === undefined) {
      position = await firstPlaceIn(row.country, queries);
      if (remembered.size >= MOST_REMEMBERED_PLACES) remembered.clear();
      remembered.set(key, position);
    }
    return position;
  };
}

async function firstPlaceIn(country: string, queries: string[]): Promise<Position | null> {
  for (const query of queries) {
    const place = await resolvePlace(query.slice(0, 100));
    if (place?.countryCode === country) return { lat: place.lat, lng: place.lng };
  }
  return null;
}

function listingOf(row: TechnicianRow, position: Position): Listing {
  const { record, name, languages, treatments, concerns, gender } = row;
  return {
    record,
    technician: {
      name,
      bio: row.bio ?? "",
      websiteUrl: row.website,
      gender,
      languages,
      treatments,
      concerns,
      skinTypes: row.skin_types,
      practisingSince: row.practising_since,
    },
    premises: {
      name: row.studio,
      address: row.address,
      city: row.city,
      region: row.region,
      countryCode: row.country,
      postcode: row.postcode,
      ...position,
      features: row.features,
    },
    inspections: [],
  };
}
