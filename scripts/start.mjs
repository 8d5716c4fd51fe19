// @ts-check
/*
 * `npm start`: from a clean clone to a page that answers, in steps that are skipped when there is nothing to do.
 * `npm run dev` is the same with `--dev`: no build, the page is compiled on request. Uses only Node's own modules until
 * the packages are installed. All programs run under keepers (lib/keeper.mjs), so none outlives this one.
 */
import path from "node:path";
import { createCrew, Stopped, ToolFailure } from "./lib/crew.mjs";
import { Failure, plainReason } from "./lib/failure.mjs";
import { isSearchEmpty } from "./lib/given-servers.mjs";
import { clearSurvivors, recordOf } from "./lib/keep-program.mjs";
import { engineEnv, openEngines } from "./lib/open-engines.mjs";
import { prepareDatabase, TSX } from "./lib/prepare-database.mjs";
import { checkNode, checkSpace, openDataDir, ROOT } from "./lib/project.mjs";
import { takeRun } from "./lib/run-record.mjs";
import { ensureBuild, ensureClient, ensureDependencies } from "./lib/setup.mjs";
import { createSteps } from "./lib/steps.mjs";
import { onStopSignals } from "./lib/stop-signals.mjs";
import { claimPort, readAddress, waitUntilReady } from "./lib/web-server.mjs";

process.chdir(ROOT);
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

const isDev = process.argv.includes("--dev");
let logFile = "";
let isReady = false;

try {
  checkNode();
  const dataDir = openDataDir(process.env);
  logFile = path.join(dataDir, "logs", "start.log");
  await start(dataDir);
} catch (error) {
  fail(error);
}

/** @param {string} dataDir */
async function start(dataDir) {
  const steps = createSteps({ screen: process.stdout, logFile });
  const { step, say, log } = steps;
  const crew = createCrew({ dataDir, log });
  /** @type {Awaited<ReturnType<typeof takeRun>> | undefined} */
  let run;
  let hasFailed = false;

  /** @param {number} exitCode */
  async function leave(exitCode) {
    try {
      run?.update({ isStopping: true });
    } catch {
      // A full disk must not keep the engines from stopping.
    }
    await crew.stopAll();
    run?.release();
    steps.close();
    process.exit(exitCode);
  }
  onStopSignals({
    onStop(signal) {
      if (hasFailed) return;
      say(`  Stopping (${signal})`);
      void leave(0);
    },
    onHurry: () => crew.hasten(),
  });

  try {
    const address = await step("Settings", async () => {
      const { host, port: wanted } = readAddress(process.env);
      checkSpace(dataDir, 500);
      run = await takeRun(dataDir, wanted);
      await clearSurvivors(dataDir);
      const port = await claimPort({ host, port: wanted });
      run.update({ port });
      return { host, port };
    });
    await step("Dependencies", (own) => ensureDependencies({ crew, step: own }));
    await step("Database client", (own) => ensureClient({ crew, step: own }));

    // Two processor cores: the build keeps one busy while engines and sample data use the other.
    const build = isDev ? Promise.resolve() : step("Build", (own) => ensureBuild({ crew, step: own }));
    const [env] = await Promise.all([prepare(), build]);
    await serve(address, env);
  } catch (error) {
    if (crew.isStopping && (error instanceof Stopped || !hasFailed)) return;
    hasFailed = true;
    steps.close();
    fail(error, { exit: false });
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await leave(1);
  }

  async function prepare() {
    const addresses = await openEngines({ crew, dataDir, env: process.env, step, note: (line) => say(`    ${line}`) });
    const { databaseUrl, meiliUrl, meiliKey } = addresses;
    run?.update({ databaseUrl, meiliUrl, meiliKey });
    // Sample data stays away only where somebody said that this is production (with a database of their own).
    const env = { ...engineEnv(addresses, dataDir), NODE_ENV: process.env["NODE_ENV"] || "development" };
    await prepareDatabase({ crew, step, env, withSampleData: true });
    await step("Search index", async ({ kept, progress }) => {
      if (!(await isSearchEmpty(meiliUrl, meiliKey, process.env["MEILI_PREFIX"] || ""))) return kept();
      const args = [...TSX, "scripts/reindex.ts"];
      await crew.runTool({
        name: "reindex",
        command: process.execPath,
        args,
        env,
        onLine: (line) => progress(line.slice(0, 60)),
      });
    });
    return env;
  }

  /**
   * @param {{ host: string, port: number }} address
   * @param {Record<string, string>} env
   */
  async function serve({ host, port }, env) {
    const origin = process.env["ORIGIN"];
    let isOver = false;
    const server = crew.keepUser(
      {
        record: recordOf(dataDir, "serve"),
        command: process.execPath,
        args: ["scripts/serve.mjs", ...(isDev ? ["--dev"] : [])],
        cwd: ROOT,
        // A line per request is for servers; here it would bury what this command says.
        env: { LOG_LEVEL: "warn", ...process.env, ...env, HOST: host, PORT: String(port) },
        graceMs: 15_000,
      },
      { inherit: true },
    );
    const ended = server.ended.then((ending) => {
      isOver = true;
      return ending;
    });
    await step("Serve", async () => {
      if (await waitUntilReady({ host, port, origin, isOver: () => isOver || crew.isStopping })) return;
      if (crew.isStopping) throw new Stopped();
      throw new Failure("the web server ended before it was ready; its own line above says why.");
    });
    isReady = true;
    const address = origin || `http://localhost:${port}`;
    say(`Hairline is ready at ${address}  (${steps.elapsed()})`);
    say(`  Mail: ${whereMailsGo(dataDir, process.env["SMTP_URL"], address)}`);
    const { code, signal } = await ended;
    if (crew.isStopping) throw new Stopped();
    throw new Failure(`the web server ended by itself (${signal ?? code}).`);
  }
}

/**
 * Where mails go, for the reader of this command; never a password.
 * @param {string} dataDir
 * @param {string | undefined} smtpUrl
 * @param {string} address
 */
function whereMailsGo(dataDir, smtpUrl, address) {
  if (smtpUrl) return URL.canParse(smtpUrl) ? `sent through ${new URL(smtpUrl).host}` : "SMTP_URL can't be read";
  const folder = path.relative(ROOT, path.join(dataDir, "mail"));
  return `files in ${folder}${isDev ? `, shown at ${address}/mailbox` : ""}`;
}

/**
 * @param {unknown} error
 * @param {{ exit: boolean }} [how]
 */
function fail(error, { exit } = { exit: true }) {
  const details =
    (error instanceof Failure && !(error instanceof ToolFailure)) || !logFile
      ? ""
      : ` Details: ${path.relative(ROOT, logFile)}`;
  process.stderr.write(`Hairline ${isReady ? "stopped" : "could not start"}: ${plainReason(error)}${details}\n`);
  if (exit) process.exit(1);
}
