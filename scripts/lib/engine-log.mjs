// @ts-check
import { mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";

const ROTATE_AT = 5_000_000;

/**
 * The log file of an engine; an overlong one is first put aside (one old one is kept). `read()` gives what was written
 * since this call.
 * @param {string} dataDir
 * @param {string} name
 */
export function openEngineLog(dataDir, name) {
  const file = path.join(dataDir, "logs", `${name}.log`);
  mkdirSync(path.dirname(file), { recursive: true });
  let start = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (start > ROTATE_AT) {
    renameSync(file, `${file}.1`);
    start = 0;
  }
  return {
    file,
    read() {
      try {
        return readFileSync(file).subarray(start).toString("utf8");
      } catch {
        return "";
      }
    },
  };
}

/**
 * The first line in which PostgreSQL or its initdb says why it gave up, without time and process number; null when there
 * is none.
 * @param {string} log
 */
export function fatalLine(log) {
  for (const line of log.split("\n")) {
    const found = /(?:\b(?:FATAL|PANIC):|^initdb: error:|^postgres: (?!.*\bLOG:))\s*(.+)/.exec(line);
    if (found?.[1]) return found[1].trim();
  }
  return null;
}
