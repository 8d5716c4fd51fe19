import type { RegisterFact } from "#app/domain/registers/establishment.ts";
import { EstablishmentGatherer } from "#app/domain/registers/gather-establishments.ts";
import type { GatherLimits } from "#app/domain/registers/gather-establishments.ts";
import type { ImportOptions, ImportReport } from "#app/domain/registers/import-report.ts";
import type { Listing, Origin } from "#app/domain/registers/listing.ts";
import { addCounts, noCounts } from "#app/domain/registers/merge-counts.ts";
import { readLines } from "#app/domain/registers/read-lines.server.ts";
import type { SourceFile } from "#app/domain/registers/read-lines.server.ts";
import { readRegister } from "#app/domain/registers/read-register.server.ts";
import type { RegisterImporter } from "#app/domain/registers/register-importer.ts";
import { UnusableFile } from "#app/domain/registers/refusal.ts";
import { saveListings } from "#app/domain/registers/save-listings.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Few enough that each statement stays far within the database's limit of time. */
const LISTINGS_PER_TRANSACTION = 500;

/**
 * Takes a snapshot of a public register in: every establishment with a service that belongs here, with all its
 * inspections. The file is read twice, first to report what is wrong and learn which establishments those are, then to
 * merge them, each batch in a transaction of its own; interrupted, it can simply be run again.
 * Throws `UnusableFile` where there is nothing to import from.
 */
export async function importRegister(
  importer: RegisterImporter,
  file: SourceFile,
  options: ImportOptions & { limits?: GatherLimits },
  database = db(),
): Promise<ImportReport> {
  const { snapshotOn, isDryRun = false } = options;
  const origin = { source: importer.source, snapshotOn };
  const knownUntil = await findKnownUntil(origin, database);
  let bytesRead = 0;
  const onBytes = (bytes: number) => options.onProgress?.((bytesRead += bytes), file.bytes * 2);

  const survey = await surveyRegister(importer, file, { ...options, onBytes });
  let counts = noCounts();
  const { rowsRead, rowsRefused } = survey;
  // Its header was refused, and the refusal reported.
  if (survey.digest === "") return { ...origin, rowsRead, rowsRefused, counts };
  const save = async (listings: Listing[]) => {
    for (let at = 0; at < listings.length; at += LISTINGS_PER_TRANSACTION) {
      const some = listings.slice(at, at + LISTINGS_PER_TRANSACTION);
      counts = addCounts(counts, await saveListings(some, { ...origin, knownUntil }, { isDryRun, database }));
    }
  };
  const gatherer = new EstablishmentGatherer(survey.rowsOfRelevant, options.limits);
  let digest = "";
  const onDigest = (sha256: string) => (digest = sha256);
  const lines = readLines(file, { onBytes, onDigest });
  const isWanted = (record: string) => survey.rowsOfRelevant.has(record);
  for await (const rows of readRegister(importer, lines, snapshotOn, isWanted)) {
    for (const row of rows) if ("fact" in row) await save(gatherer.add(row.fact));
  }
  await save(gatherer.end());
  if (digest !== survey.digest) throw new UnusableFile(`${file.path} was changed while it was read; import it again`);

  if (!isDryRun) {
    const run = { source: importer.source, snapshotOn: new Date(`${snapshotOn}T00:00:00Z`), fileSha256: digest };
    // By the database's clock, as everything that came in.
    const finishedAt = await databaseTime(database);
    const data = { ...run, rowsRead, rowsRefused, rowsChanged: counts.rowsChanged, finishedAt };
    await database.registerImport.create({ data });
  }
  return { ...origin, rowsRead, rowsRefused, counts };
}

/** When the newest earlier snapshot of the source was in; null where there is none, or none that is older than this. */
async function findKnownUntil({ source, snapshotOn }: Origin, database: Db): Promise<Date | null> {
  const imports = await database.registerImport.aggregate({
    where: { source },
    _max: { snapshotOn: true, finishedAt: true },
  });
  const { snapshotOn: newest, finishedAt } = imports._max;
  return newest !== null && newest < new Date(`${snapshotOn}T00:00:00Z`) ? finishedAt : null;
}

async function databaseTime(database: Db): Promise<Date> {
  const [row] = await database.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (!row) throw new Error("the database did not say what time it is");
  return row.now;
}

type Survey = { rowsRead: number; rowsRefused: number; rowsOfRelevant: Map<string, number>; digest: string };

async function surveyRegister(
  importer: RegisterImporter,
  file: SourceFile,
  options: ImportOptions & { onBytes: (bytes: number) => void },
): Promise<Survey> {
  const survey: Survey = { rowsRead: 0, rowsRefused: 0, rowsOfRelevant: new Map(), digest: "" };
  const rowsOf = new Map<string, number>();
  const relevant = new Set<string>();
  const onDigest = (sha256: string) => (survey.digest = sha256);
  const lines = readLines(file, { onBytes: options.onBytes, onDigest });
  for await (const rows of readRegister(importer, lines, options.snapshotOn)) {
    for (const row of rows) {
      if (!row.isHeader) survey.rowsRead += 1;
      if ("fact" in row) count(row.fact);
      else {
        survey.rowsRefused += 1;
        for (const refusal of row.refusals) options.onRefusal?.(refusal);
      }
    }
  }
  for (const record of relevant) survey.rowsOfRelevant.set(record, rowsOf.get(record) ?? 0);
  return survey;

  function count({ record, isRelevant }: RegisterFact) {
    rowsOf.set(record, (rowsOf.get(record) ?? 0) + 1);
    if (isRelevant) relevant.add(record);
  }
}
