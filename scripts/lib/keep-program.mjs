// @ts-check
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";
import { endProcess, isRunning, waitUntilGone } from "./processes.mjs";

/**
 * What a keeper is told to run.
 * @typedef {object} Order
 * @property {string} record where the keeper notes itself and the program, for a later start
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {Record<string, string | undefined>} env everything the program sees; sent through a pipe, never as arguments
 * @property {{ uid: number, gid: number } | null} owner another user to run as (only root can)
 * @property {string | null} output log file to append to; null = to the caller
 * @property {NodeJS.Signals} stopSignal
 * @property {NodeJS.Signals} hastenSignal
 * @property {boolean} stopGroup whether the stop signal goes to the program's children too
 * @property {number} graceMs from the stop signal to SIGKILL
 *
 * @typedef {{ code: number | null, signal: string | null, error?: string, gaveUp?: boolean }} Ending
 *
 * @typedef {object} Kept
 * @property {Promise<Ending>} ended settles once the program is gone for good
 * @property {() => void} guard from now on a program that ends by itself is started again
 * @property {() => Promise<Ending>} stop
 * @property {() => void} hasten
 *
 * @typedef {object} KeepOptions
 * @property {(line: string) => void} [onLine] receives the program's output line by line
 * @property {boolean} [inherit] the program's output goes straight to ours
 * @property {(ending: Ending) => void} [onRestart]
 */

const KEEPER = fileURLToPath(new URL("keeper.mjs", import.meta.url));

/**
 * Where the keepers of one data folder leave their notes.
 * @param {string} dataDir
 * @param {string} name
 */
export function recordOf(dataDir, name) {
  return path.join(dataDir, "kept", `${name}.json`);
}

/**
 * Runs a program under a keeper, so that it ends when this process ends, however that happens.
 * @param {Pick<Order, "record" | "command" | "args"> & Partial<Order>} given
 * @param {KeepOptions} [options]
 * @returns {Kept}
 */
export function keep(given, options = {}) {
  /** @type {Order} */
  const order = {
    cwd: process.cwd(),
    env: process.env,
    owner: null,
    output: null,
    stopSignal: "SIGTERM",
    hastenSignal: "SIGKILL",
    stopGroup: false,
    graceMs: 10_000,
    ...given,
  };
  mkdirSync(path.dirname(order.record), { recursive: true });
  /** @type {(ending: Ending) => void} */
  let settle = () => {};
  /** @type {Promise<Ending>} */
  const ended = new Promise((resolve) => (settle = resolve));
  let isGuarded = false;
  let isStopping = false;
  let lostKeepers = 0;
  let keeper = start();

  function start() {
    const child = spawn(process.execPath, [KEEPER], {
      stdio: ["pipe", "pipe", options.inherit ? 1 : options.onLine ? "pipe" : "ignore"],
      detached: true,
      cwd: path.parse(process.cwd()).root,
    });
    /** @type {Ending | undefined} */
    let ending;
    child.stdin?.on("error", () => {});
    child.stdin?.write(`${JSON.stringify(order)}\n${isGuarded ? "guard\n" : ""}`);
    if (child.stdout) {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const { event, pid: _pid, ...rest } = JSON.parse(line);
        if (event === "ended") ending = rest;
        if (event === "restarting") options.onRestart?.(rest);
      });
    }
    const { onLine } = options;
    if (child.stderr && onLine) createInterface({ input: child.stderr }).on("line", (line) => onLine(line));
    child.once("error", (error) => settle({ code: null, signal: null, error: String(error) }));
    child.once("close", () => {
      if (ending) settle(ending);
      else void afterLostKeeper();
    });
    return child;
  }

  // The keeper itself was killed. Its program may still run, without anybody to stop it: end it, then begin again.
  async function afterLostKeeper() {
    await endSurvivor(order.record);
    lostKeepers += 1;
    const ending = { code: null, signal: null, error: "the process that watched it was killed" };
    if (!isGuarded || isStopping || lostKeepers > 5) return settle(ending);
    options.onRestart?.(ending);
    keeper = start();
  }

  /** @param {string} line */
  const tell = (line) => void (keeper.stdin?.writable && keeper.stdin.write(`${line}\n`));
  return {
    ended,
    guard() {
      isGuarded = true;
      tell("guard");
    },
    stop() {
      isStopping = true;
      tell("stop");
      return ended;
    },
    hasten() {
      isStopping = true;
      tell("hasten");
    },
  };
}

/**
 * Clears up after an earlier run in this data folder: waits for keepers that are still stopping their program, and ends
 * programs whose keeper was killed.
 * @param {string} dataDir
 * @param {string[]} [names] only these
 */
export async function clearSurvivors(dataDir, names) {
  const folder = path.join(dataDir, "kept");
  /** @type {string[]} */
  let files = [];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  } catch {
    return;
  }
  const wanted = files.filter((file) => !names || names.includes(path.basename(file, ".json")));
  await Promise.all(wanted.map((file) => endSurvivor(path.join(folder, file))));
}

/** @param {string} file */
async function endSurvivor(file) {
  const note = readNote(file);
  if (!note) return rmSync(file, { force: true });
  if (!(await waitUntilGone(note.keeper, 20_000))) {
    const name = path.basename(file, ".json");
    throw new Failure(
      `${name} of this folder is in use by another command (process ${note.keeper.pid}). Stop that one first.`,
    );
  }
  const { program, stopSignal, graceMs, stopGroup } = note;
  if (isRunning(program)) await endProcess(program, { signal: stopSignal, graceMs, group: stopGroup });
  rmSync(file, { force: true });
}

/**
 * @param {string} file
 * @returns {(Pick<Order, "stopSignal" | "graceMs" | "stopGroup"> & Record<"keeper" | "program", import("./processes.mjs").ProcessRef>) | null}
 */
function readNote(file) {
  try {
    const note = JSON.parse(readFileSync(file, "utf8"));
    const isWhole = [note.keeper, note.program].every(
      (ref) => Number.isInteger(ref?.pid) && typeof ref?.identity === "string",
    );
    return isWhole ? note : null;
  } catch {
    return null;
  }
}
