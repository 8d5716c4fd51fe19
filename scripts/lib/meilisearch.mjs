// @ts-check
import * as fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openEngineLog } from "./engine-log.mjs";
import { diskTrouble, Failure, plainReason } from "./failure.mjs";
import { clearSurvivors, keep as keepProgram, recordOf } from "./keep-program.mjs";
import { findMeilisearch } from "./meilisearch-program.mjs";
import { freePort } from "./processes.mjs";
import { readSecrets } from "./secrets.mjs";

const PATIENCE_MS = 60_000;

/**
 * @typedef {object} MeilisearchOptions
 * @property {string} dataDir the index is `<dataDir>/meilisearch`, the log `<dataDir>/logs/meilisearch.log`
 * @property {typeof keepProgram} [keep]
 * @property {(line: string) => void} [note] receives what a person should know
 *
 * @typedef {{ url: string, key: string, port: number, isNew: boolean, stop: () => Promise<void> }} Meilisearch
 */

/**
 * Starts the Meilisearch server of a data folder and comes back when it is healthy. It ends with this process, whatever
 * ends that. Its folder is only an index: one that this version cannot open is moved aside, and `isNew` is true. Throws
 * a Failure with one plain line.
 * @param {MeilisearchOptions} options
 * @returns {Promise<Meilisearch>}
 */
export async function startMeilisearch({ dataDir: given, keep = keepProgram, note = () => {} }) {
  const dataDir = path.resolve(given);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  await clearSurvivors(dataDir, ["meilisearch"]);
  const { program, version } = await findMeilisearch(dataDir);
  const key = readSecrets(dataDir).meiliMasterKey;
  const home = path.join(dataDir, "meilisearch");
  const index = path.join(home, "data.ms");

  const found = versionOf(index);
  if (found !== null && found !== version) {
    note(
      `The search index was made by Meilisearch ${found || "(unknown)"}, this is ${version}: moved to ${moveAside(home)}`,
    );
  }
  let isNew = versionOf(index) === null;
  const log = openEngineLog(dataDir, "meilisearch");

  for (let attempt = 1; ; attempt += 1) {
    fs.mkdirSync(home, { recursive: true, mode: 0o700 });
    const port = await freePort();
    const before = log.read().length;
    const kept = keep({
      record: recordOf(dataDir, "meilisearch"),
      command: program,
      args: serverArguments(port, index),
      cwd: home,
      env: { PATH: process.env["PATH"], TMPDIR: process.env["TMPDIR"], MEILI_MASTER_KEY: key, NO_COLOR: "1" },
      output: log.file,
    });
    if (await isHealthy(port, kept.ended)) {
      kept.guard();
      return { url: `http://127.0.0.1:${port}`, key, port, isNew, stop: async () => void (await kept.stop()) };
    }
    const ending = await kept.stop();
    const output = log.read().slice(before);
    const disk = diskTrouble(output);
    if (disk) throw new Failure(`Meilisearch stopped: ${disk}`);
    const isPortRace = /address already in use/i.test(output);
    if (!isPortRace && !isNew) {
      note(`Meilisearch could not open its index: moved to ${moveAside(home)}; a new one is built`);
      isNew = true;
    } else if (!isPortRace || attempt === 5) {
      throw new Failure(`Meilisearch did not start: ${lastLine(output) ?? describe(ending)} (log: ${log.file})`);
    }
  }
}

/**
 * @param {number} port
 * @param {string} index
 */
function serverArguments(port, index) {
  return [
    "--env=production",
    "--no-analytics",
    `--http-addr=127.0.0.1:${port}`,
    `--db-path=${index}`,
    "--max-indexing-memory=512MiB",
    "--max-indexing-threads=2",
    "--log-level=WARN",
  ];
}

/**
 * Version that wrote an index: null when there is none, "" when it does not say.
 * @param {string} index
 */
function versionOf(index) {
  if (!fs.existsSync(index)) return null;
  try {
    return fs.readFileSync(path.join(index, "VERSION"), "utf8").trim().slice(0, 20);
  } catch {
    return "";
  }
}

/** @param {string} home */
function moveAside(home) {
  const target = `${home}.old-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}`;
  fs.renameSync(home, target);
  return target;
}

/**
 * False when the program ended, or did not become healthy in time.
 * @param {number} port
 * @param {Promise<unknown>} ended
 */
async function isHealthy(port, ended) {
  let isOver = false;
  void ended.then(() => (isOver = true));
  const deadline = Date.now() + PATIENCE_MS;
  while (!isOver && Date.now() < deadline) {
    try {
      const reply = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2_000) });
      await reply.arrayBuffer();
      if (reply.ok) return true;
    } catch {
      // Not listening yet.
    }
    await pause(40);
  }
  return false;
}

/** @param {string} output */
function lastLine(output) {
  const lines = output.split("\n").map((line) => line.trim());
  return lines.findLast((line) => line !== "" && !line.startsWith("note:"));
}

/** @param {import("./keep-program.mjs").Ending} ending */
function describe(ending) {
  return plainReason(ending.error ?? `it ended with ${ending.signal ?? ending.code}`);
}
