import { fileURLToPath } from "node:url";
import { hash } from "@node-rs/argon2";
import { db, disconnectDatabase } from "#app/platform/db.server.ts";
import { SAMPLE_PASSWORD } from "./sample/accounts.ts";
import { drawDocuments, writeDocuments } from "./sample/draw-documents.server.ts";
import { drawPictures, removePictures } from "./sample/draw-pictures.server.ts";
import { makeSample } from "./sample/make-sample.ts";
import { writeRows } from "./sample/write-rows.server.ts";

export type SeedOutcome = "kept" | "refused" | "seeded";
type Log = (line: string) => void;
type Settings = Readonly<Record<string, string | undefined>>;

const ACCOUNTS = /^[a-z0-9]+@sample\.hairline$/;
/** Any number that no other program of ours uses: two seeds at once wait for each other. */
const SEED_LOCK = 7_204_001;

/**
 * Sample data belongs on the embedded database and in development. A production database that somebody named by hand
 * is somebody's real one (the start command says when DATABASE_URL is only its own embedded engine).
 */
export function maySeed(settings: Settings): boolean {
  return (
    settings["NODE_ENV"] !== "production" || !settings["DATABASE_URL"] || settings["HAIRLINE_EMBEDDED_DATABASE"] === "1"
  );
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

async function updateIndex(log: Log): Promise<void> {
  const start = performance.now();
  try {
    const { asIndexWriter } = await import("#app/domain/search/index-writer.server.ts");
    const { drainOutbox } = await import("#app/domain/search/drain-outbox.server.ts");
    const sent = await asIndexWriter(drainOutbox);
    log(`  search index: ${sent} technicians (${seconds(start)})`);
  } catch (problem) {
    // Every technician stays marked in the outbox, so the web process brings the index up to date later.
    log(
      `  search index: not reached, it follows later (${problem instanceof Error ? problem.message : "unknown problem"})`,
    );
  }
}

/** Fills an empty database with sample data: all of it or none. Does nothing when there is any technician. */
export async function seedIfEmpty(log: Log, settings: Settings = process.env): Promise<SeedOutcome> {
  if ((await db().technician.findFirst({ select: { id: true } })) !== null) {
    log("Sample data: kept");
    return "kept";
  }
  if (!maySeed(settings)) {
    log("Sample data: none, this is a production database that was given by DATABASE_URL");
    return "refused";
  }
  const start = performance.now();
  const sample = makeSample(new Date());
  const passwordHash = await hash(SAMPLE_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  for (const user of sample.users) if (ACCOUNTS.test(user.email)) user.passwordHash = passwordHash;
  log(`  texts: ${sample.technicians.length} technicians, ${sample.reviews.length} reviews (${seconds(start)})`);

  const drawing = performance.now();
  let told = 0;
  const photos = await drawPictures(sample.photos, (done, total) => {
    if (done < total && done < told + 60) return;
    told = done;
    log(`  pictures: ${done} of ${total} (${seconds(drawing)})`);
  });

  const documents = await drawDocuments(sample);
  const files = [...photos, ...documents.map(({ row }) => row)];

  const writing = performance.now();
  const isWritten = await db()
    .$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
        if ((await tx.technician.findFirst({ select: { id: true } })) !== null) return false;
        await writeRows(sample, photos, tx);
        await writeDocuments(documents, tx);
        return true;
      },
      { timeout: 120_000, maxWait: 10_000 },
    )
    .catch(async (problem: unknown) => {
      await removePictures(files);
      throw problem;
    });
  if (!isWritten) {
    await removePictures(files);
    log("Sample data: kept");
    return "kept";
  }
  log(`  database: written (${seconds(writing)})`);
  await updateIndex(log);
  log(`Sample data: ready (${seconds(start)})`);
  return "seeded";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const outcome = await seedIfEmpty((line) => console.log(line));
    if (outcome === "refused") process.exitCode = 1;
  } catch (problem) {
    console.error(problem);
    process.exitCode = 1;
  } finally {
    await disconnectDatabase();
  }
}
