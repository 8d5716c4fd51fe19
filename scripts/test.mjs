// @ts-check
/*
 * `npm test`: static checks, build, unit tests and browser tests, in this order, all of them even when one fails. The last
 * line adds up: "N passed, M failed". Each static check counts as one.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { countPlaywright, countVitest, judge, readReport, summary } from "./lib/count-results.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { createCrew, Stopped, ToolFailure } from "./lib/crew.mjs";
import { plainReason } from "./lib/failure.mjs";
import { checkNode, checkSpace, openDataDir, ROOT } from "./lib/project.mjs";
import { ensureBuild, ensureClient, ensureDependencies, packageProgram } from "./lib/setup.mjs";
import { createSteps } from "./lib/steps.mjs";
import { onStopSignals } from "./lib/stop-signals.mjs";

process.chdir(ROOT);

/** Name, program, arguments; the longest first. @type {[string, string, string[]][]} */
const STATIC_CHECKS = [
  ["Lint", packageProgram("eslint", "bin/eslint.js"), [".", "--max-warnings", "0"]],
  ["Types", packageProgram("typescript", "bin/tsc"), ["--noEmit"]],
  ["Format", packageProgram("prettier", "bin/prettier.cjs"), ["--check", "."]],
  ["Dead code", packageProgram("knip", "bin/knip.js"), []],
];

try {
  checkNode();
  process.exitCode = await test();
} catch (error) {
  process.stderr.write(`The tests could not run: ${plainReason(error)}\n`);
  process.exitCode = 1;
}

async function test() {
  const dataDir = openDataDir(process.env);
  checkSpace(dataDir, 500);
  const reports = path.join(dataDir, "test");
  mkdirSync(reports, { recursive: true });
  const { step, say, log, close } = createSteps({
    screen: process.stdout,
    logFile: path.join(dataDir, "logs", "test.log"),
  });
  // Notes of our own: a Hairline that runs here is left alone.
  const crew = createCrew({ dataDir: reports, log });
  onStopSignals({
    onStop: () => void crew.stopAll().then(() => process.exit(130)),
    onHurry: () => crew.hasten(),
  });
  /** @type {import("./lib/count-results.mjs").Counts[]} */
  const results = [];

  await step("Dependencies", (own) => ensureDependencies({ crew, step: own }));
  await step("Database client", (own) => ensureClient({ crew, step: own }));

  // Two at a time: the machines this runs on have two cores. None of them reads what the build writes.
  const waiting = STATIC_CHECKS.map(
    ([name, program, args]) =>
      () =>
        check(name, () => node(name, [program, ...args])),
  );
  waiting.splice(1, 0, () => check("Build", (own) => ensureBuild({ crew, step: own })));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await next());
  };
  await Promise.all([worker(), worker()]);
  results.push(await unitTests());
  results.push(await browserTests());

  close();
  const line = summary(results);
  process.stdout.write(`${line}\n`);
  return results.some(({ failed }) => failed > 0) ? 1 : 0;

  /**
   * @param {string} name
   * @param {string[]} args
   * @param {Record<string, string>} [env]
   * @param {(line: string) => void} [onLine]
   */
  function node(name, args, env = {}, onLine) {
    const slug = name.toLowerCase().replaceAll(" ", "-");
    return crew.runTool({ name: slug, command: process.execPath, args, env, ...(onLine ? { onLine } : {}) });
  }

  /**
   * A step that passes or fails as a whole. What a failed one said is shown in full.
   * @param {string} name
   * @param {(own: import("./lib/steps.mjs").Step) => Promise<void>} work
   */
  async function check(name, work) {
    try {
      await step(name, work);
      return { passed: 1, failed: 0, skipped: 0 };
    } catch (error) {
      show(name, error);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  }

  async function unitTests() {
    const file = path.join(reports, "vitest.json");
    rmSync(file, { force: true });
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const endedWell = await suite("Unit tests", (own) =>
      node("Unit tests", [packageProgram("vitest", "vitest.mjs"), ...args], { NODE_ENV: "test" }, own.progress),
    );
    return judge(countVitest(readReport(file)), endedWell);
  }

  async function browserTests() {
    const file = path.join(reports, "playwright.json");
    rmSync(file, { force: true });
    const endedWell = await suite("Browser tests", async (own) => {
      const chromium = await findChromium({ crew, progress: own.progress });
      await node(
        "Browser tests",
        [packageProgram("@playwright/test", "cli.js"), "test", "--reporter=line,json"],
        { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
        own.progress,
      );
    });
    return judge(countPlaywright(readReport(file)), endedWell);
  }

  /**
   * @param {string} name
   * @param {(own: import("./lib/steps.mjs").Step) => Promise<void>} work
   */
  async function suite(name, work) {
    try {
      await step(name, work);
      return true;
    } catch (error) {
      show(name, error);
      return false;
    }
  }

  /**
   * @param {string} name
   * @param {unknown} error
   */
  function show(name, error) {
    if (error instanceof Stopped) throw error;
    say(`  ✗ ${name}`);
    for (const line of error instanceof ToolFailure ? error.tail : [plainReason(error)]) say(`    ${line}`);
  }
}
