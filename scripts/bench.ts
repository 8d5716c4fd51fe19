import { open, writeFile } from "node:fs/promises";
import { constants } from "node:os";
import path from "node:path";
import { readOptions, USAGE, WrongUse } from "./bench/options.ts";
import type { BenchOptions } from "./bench/options.ts";
import { renderReport } from "./bench/report.ts";
import { makeScratchDatabase, planScratchPlace, readEngineEnvironment } from "./bench/scratch-place.ts";
import { createCrew } from "./lib/crew.mjs";
import { plainReason } from "./lib/failure.mjs";
import { ensureBuild } from "./lib/setup.mjs";
import { createSteps } from "./lib/steps.mjs";
import { onStopSignals } from "./lib/stop-signals.mjs";

/**
 * `npm run bench`: measures pages, index, changes and import against their yardsticks, on made-up data in a database and
 * indexes of its own, which are removed at the end however it ends. The report goes to stdout, progress to stderr.
 */
async function bench(options: BenchOptions): Promise<void> {
  const engines = readEngineEnvironment();
  if (options.json !== null) await checkWritable(options.json);
  const steps = createSteps({ screen: process.stderr, logFile: path.join(engines.DATA_DIR, "logs", "bench.log") });
  const crew = createCrew({ dataDir: engines.DATA_DIR, log: steps.log });
  const place = planScratchPlace(engines);

  const tidyUp = async () => {
    await crew.stopAll();
    if (options.keep) steps.say(`  Kept: database ${place.databaseName}, indexes ${place.meiliPrefix}*`);
    else await place.remove();
    steps.close();
  };
  onStopSignals({
    onStop: (signal) => {
      steps.say(`  Stopping (${signal})`);
      void tidyUp().finally(() => process.exit(128 + constants.signals[signal]));
    },
    onHurry: () => crew.hasten(),
  });

  try {
    await steps.step("Build", (step) => ensureBuild({ crew, step }));
    await steps.step("Scratch database", () => makeScratchDatabase(engines, place));
    // Read by the application's own code on first use, which is later.
    Object.assign(process.env, {
      NODE_ENV: "production",
      DATABASE_URL: place.databaseUrl,
      DATABASE_POOL: "5",
      MEILI_PREFIX: place.meiliPrefix,
      LOG_LEVEL: "error",
    });
    const { runParts } = await import("./bench/run-parts.ts");
    const figures = await runParts({
      options,
      place,
      crew,
      dataDir: engines.DATA_DIR,
      meiliUrl: engines.MEILI_URL,
      step: (name, work) => steps.step(name, ({ progress }) => work(progress)),
    });
    if (options.json !== null) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
    console.log(renderReport(figures));
  } catch (error) {
    // What fails because everything was just taken away is no news; who stopped us ends the process.
    if (crew.isStopping) return;
    steps.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
    console.error(`bench: ${plainReason(error)}`);
  }
  if (crew.isStopping) return;
  await tidyUp();
  process.exit();
}

/** Said before an hour's work, not after it. */
async function checkWritable(file: string): Promise<void> {
  try {
    await (await open(file, "a")).close();
  } catch {
    throw new WrongUse(`--json ${file} can't be written`);
  }
}

// Whoever reads the report may leave early (head, a closed terminal); what was made is removed all the same.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);
try {
  const options = readOptions(process.argv.slice(2));
  if (options) await bench(options);
  else console.log(USAGE);
} catch (error) {
  console.error(error instanceof WrongUse ? `bench: ${error.message}` : `bench: ${plainReason(error)}`);
  process.exitCode = 1;
}
