// @ts-check
/*
 * `node scripts/run.mjs SCRIPT.ts ARGUMENTS`: runs a standalone command with database and search engine. They are those of
 * DATABASE_URL and MEILI_URL if given, else those of the Hairline that runs here, else embedded ones for as long as the
 * command takes. Passes on its exit status; says what it does itself on stderr only.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import { createCrew, Stopped } from "./lib/crew.mjs";
import { Failure, plainReason } from "./lib/failure.mjs";
import { checkDatabase, checkMeilisearch } from "./lib/given-servers.mjs";
import { clearSurvivors } from "./lib/keep-program.mjs";
import { engineEnv, openEngines } from "./lib/open-engines.mjs";
import { prepareDatabase, TSX } from "./lib/prepare-database.mjs";
import { checkNode, checkSpace, openDataDir, ROOT } from "./lib/project.mjs";
import { readRun, takeRun } from "./lib/run-record.mjs";
import { ensureClient, ensureDependencies } from "./lib/setup.mjs";
import { createSteps } from "./lib/steps.mjs";
import { onStopSignals } from "./lib/stop-signals.mjs";

const [script, ...args] = process.argv.slice(2);
const calledFrom = process.cwd();
process.chdir(ROOT);

try {
  if (!script) throw new Failure("which command? Usage: node scripts/run.mjs SCRIPT.ts [ARGUMENTS]");
  checkNode();
  await run(path.resolve(calledFrom, script));
} catch (error) {
  process.stderr.write(`Hairline could not run the command: ${plainReason(error)}\n`);
  process.exit(1);
}

/** @param {string} file */
async function run(file) {
  const dataDir = openDataDir(process.env);
  const logFile = path.join(dataDir, "logs", "run.log");
  const { step, say, log } = createSteps({ screen: process.stderr, logFile });
  const crew = createCrew({ dataDir, log });
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let command;
  /** @type {Awaited<ReturnType<typeof takeRun>> | undefined} */
  let held;

  async function tidyUp() {
    await crew.stopAll();
    held?.release();
  }
  onStopSignals({
    onStop(signal) {
      if (command) command.kill(signal);
      else void tidyUp().then(() => process.exit(128 + constants.signals[signal]));
    },
    onHurry() {
      command?.kill("SIGKILL");
      crew.hasten();
    },
  });

  try {
    const env = (await sharedEngines(dataDir)) ?? (await ownEngines());
    command = spawn(process.execPath, [...TSX, file, ...args], { stdio: "inherit", env: { ...process.env, ...env } });
    const status = await exitStatus(command);
    await tidyUp();
    process.exit(status);
  } catch (error) {
    if (error instanceof Stopped) return;
    await tidyUp();
    throw error;
  }

  async function ownEngines() {
    checkSpace(dataDir, 500);
    held = await takeRun(dataDir, null);
    await clearSurvivors(dataDir);
    await step("Dependencies", (own) => ensureDependencies({ crew, step: own }));
    await step("Database client", (own) => ensureClient({ crew, step: own }));
    const addresses = await openEngines({ crew, dataDir, env: process.env, step, note: (line) => say(`    ${line}`) });
    const env = engineEnv(addresses, dataDir);
    if (addresses.isDatabaseEmbedded) await prepareDatabase({ crew, step, env, withSampleData: false });
    return env;
  }
}

/**
 * Engines that run already: given ones when both are given, else those of a running Hairline.
 * @param {string} dataDir
 */
async function sharedEngines(dataDir) {
  const { DATABASE_URL: databaseUrl, MEILI_URL: meiliUrl, MEILI_KEY: meiliKey } = process.env;
  if (databaseUrl && meiliUrl) {
    await Promise.all([checkDatabase(databaseUrl), checkMeilisearch(meiliUrl, meiliKey)]);
    return engineEnv({ databaseUrl, meiliUrl, meiliKey: meiliKey ?? "", isDatabaseEmbedded: false }, dataDir);
  }
  const running = readRun(dataDir);
  if (!running || running.isStopping || running.port === null) return null;
  if (!running.databaseUrl || !running.meiliUrl || !running.meiliKey) {
    throw new Failure(`Hairline is just starting here (process ${running.pid}). Try again when it is ready.`);
  }
  if (meiliUrl) await checkMeilisearch(meiliUrl, meiliKey);
  if (databaseUrl) await checkDatabase(databaseUrl);
  return engineEnv(
    {
      databaseUrl: databaseUrl || running.databaseUrl,
      meiliUrl: meiliUrl || running.meiliUrl,
      meiliKey: meiliUrl ? (meiliKey ?? "") : running.meiliKey,
      isDatabaseEmbedded: !databaseUrl,
    },
    dataDir,
  );
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
function exitStatus(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
