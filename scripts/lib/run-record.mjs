// @ts-check
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { writePrivately } from "./private-file.mjs";
import { identityOf, isRunning, waitUntilGone } from "./processes.mjs";

/**
 * What a running Hairline says about itself in `.data/run.json`. `port` is null for a standalone command that brought its
 * own engines; the addresses are there once the engines are.
 * @typedef {object} RunRecord
 * @property {number} pid
 * @property {string} identity
 * @property {number | null} port
 * @property {boolean} [isStopping]
 * @property {string} [databaseUrl]
 * @property {string} [meiliUrl]
 * @property {string} [meiliKey]
 */

/** @param {string} dataDir */
const fileOf = (dataDir) => path.join(dataDir, "run.json");

/**
 * The record of the Hairline that runs on this data folder, or null. What a killed one left behind does not count.
 * @param {string} dataDir
 * @returns {RunRecord | null}
 */
export function readRun(dataDir) {
  try {
    /** @type {RunRecord} */
    const record = JSON.parse(readFileSync(fileOf(dataDir), "utf8"));
    return typeof record.identity === "string" && isRunning(record) ? record : null;
  } catch {
    return null;
  }
}

/**
 * Takes the data folder for this process. Waits for one that is just stopping; refuses while another one runs.
 * @param {string} dataDir
 * @param {number | null} port
 */
export async function takeRun(dataDir, port) {
  let other = readRun(dataDir);
  if (other && !other.isStopping) {
    // One whose npm was killed notices within a second and begins to stop.
    await pause(1_500);
    other = readRun(dataDir);
  }
  if (other?.isStopping) await waitUntilGone(other, 30_000);
  other = readRun(dataDir);
  if (other) {
    const what = other.port === null ? "A command of Hairline" : "Hairline";
    const where = other.port === null ? "" : `, port ${other.port}`;
    throw new Failure(`${what} is already running here (process ${other.pid}${where}). Stop it first.`);
  }
  /** @type {RunRecord} */
  let record = { pid: process.pid, identity: identityOf(process.pid) ?? "", port };
  const write = () => writePrivately(fileOf(dataDir), JSON.stringify(record));
  write();
  // Of two that began in the same moment, the one whose record stands goes on.
  await pause(50);
  const winner = readRun(dataDir);
  if (winner && winner.pid !== process.pid) {
    throw new Failure(`Hairline is already starting here (process ${winner.pid}). Stop it first.`);
  }
  return {
    /** @param {Partial<RunRecord>} fields */
    update(fields) {
      record = { ...record, ...fields };
      write();
    },
    release() {
      if (readRun(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
    },
  };
}
