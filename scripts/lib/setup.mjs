// @ts-check
import * as fs from "node:fs";
import path from "node:path";
import { ToolFailure } from "./crew.mjs";
import { diskTrouble, Failure } from "./failure.mjs";
import { isInstalled } from "./installed.mjs";
import { checkSpace, ROOT } from "./project.mjs";
import { hashOf, isStamped, stamp, unstamp } from "./stamps.mjs";

/** @typedef {import("./crew.mjs").Crew} Crew */
/** @typedef {import("./steps.mjs").Step} Step */

const NODE = `${process.versions.node.split(".", 1)[0]} ${process.platform} ${process.arch}`;
/** By itself npm goes on for ten minutes and more before it says that its registry is out of reach. */
const FAIL_SOON = [
  "--prefer-offline",
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=8000",
];
/** Neither installing nor generating may fetch browsers or engines: some machines allow no download but npm's. */
const NO_DOWNLOADS = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };

/**
 * Installs the packages of package-lock.json unless they are there already.
 * @param {{ crew: Crew, step: Step }} options
 */
export async function ensureDependencies({ crew, step }) {
  const mark = hashOf(ROOT, ["package-lock.json"], { salt: NODE });
  const file = path.join(ROOT, "node_modules", ".hairline-lock");
  if (isStamped(file, mark)) return step.kept();
  // A file from npm, made by hand before the first start: as good as ours.
  if (!fs.existsSync(file) && isInstalled(ROOT)) {
    stamp(file, mark);
    return step.kept();
  }
  checkSpace(ROOT, 1_500);
  unstamp(file);
  step.progress("npm ci");
  const { command, args } = npm();
  try {
    await crew.runTool({
      name: "npm",
      command,
      // The build needs the development packages, also when NODE_ENV says production.
      args: [...args, "ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional", ...FAIL_SOON],
      env: NO_DOWNLOADS,
    });
  } catch (error) {
    throw error instanceof ToolFailure ? new Failure(npmReason(error.tail)) : error;
  }
  stamp(file, mark);
}

/**
 * @param {string[]} tail
 * @returns {string}
 */
export function npmReason(tail) {
  const text = tail.join("\n");
  const disk = diskTrouble(text);
  if (disk) return `npm could not install the packages: ${disk}`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(text)) {
    return "npm could not reach its registry. The first start needs a network; check it (and npm's proxy setting), then start again.";
  }
  if (/can only install packages when your package.json and package-lock.json/.test(text)) {
    return "package.json and package-lock.json don't agree. Take both from the same commit, or run `npm install` once to renew the lock.";
  }
  const said = tail
    .map((line) => /^npm (?:error|ERR!)\s+(?!code\b|errno\b|A complete log)(.+)/.exec(line)?.[1])
    .filter((line) => line !== undefined);
  return `npm could not install the packages: ${said[0] ?? tail.at(-1) ?? "it did not say why"}`;
}

function npm() {
  const script = process.env["npm_execpath"];
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/**
 * Generates the database client when the schema has changed.
 * @param {{ crew: Crew, step: Step }} options
 */
export async function ensureClient({ crew, step }) {
  const output = path.join(ROOT, "app", "platform", "generated");
  const file = path.join(output, ".hairline-schema");
  const mark = hashOf(ROOT, ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"], { salt: "client" });
  if (isStamped(file, mark)) return step.kept();
  unstamp(file);
  const args = [packageProgram("prisma", "build/index.js"), "generate"];
  await crew.runTool({ name: "prisma", command: process.execPath, args, env: NO_DOWNLOADS });
  stamp(file, mark);
}

/**
 * Builds the application when anything that goes into it has changed.
 * @param {{ crew: Crew, step: Step }} options
 */
export async function ensureBuild({ crew, step }) {
  const file = path.join(ROOT, "build", ".hairline-sources");
  const configs = fs.readdirSync(ROOT).filter((name) => /\.config\.[cm]?[jt]s$/.test(name));
  const entries = [
    "app",
    "public",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "prisma/schema.prisma",
    ...configs,
  ];
  const mark = hashOf(ROOT, entries, { salt: `build ${NODE}`, skip: (name) => /\.test\.tsx?$/.test(name) });
  const isWhole = ["client", "server/index.js"].every((name) => fs.existsSync(path.join(ROOT, "build", name)));
  if (isWhole && isStamped(file, mark)) return step.kept();
  unstamp(file);
  await crew.runTool({
    name: "build",
    command: process.execPath,
    args: [packageProgram("@remix-run/dev", "dist/cli.js"), "vite:build"],
    env: { NODE_ENV: "production" },
    onLine: (line) => step.progress(line.trim().slice(0, 60)),
  });
  stamp(file, mark);
}

/**
 * @param {string} name
 * @param {string} file
 */
export function packageProgram(name, file) {
  return path.join(ROOT, "node_modules", name, file);
}
