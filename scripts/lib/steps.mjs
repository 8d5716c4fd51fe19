// @ts-check
import { appendFileSync, renameSync, statSync } from "node:fs";
import { plainReason, redact } from "./failure.mjs";

/**
 * @typedef {object} Step
 * @property {(text: string) => void} progress tells what is being done right now
 * @property {(text: string) => void} note adds a word behind the step's name, such as "3 applied"
 * @property {() => void} kept marks the step as nothing to do
 *
 * @typedef {{ isTTY?: boolean | undefined, columns?: number, write: (text: string) => unknown }} Screen
 */

const QUIET_MS = 5_000;

/**
 * Shows steps, several at once if need be, each with its name and time when it is done, and what the open ones are doing
 * meanwhile. Everything also goes to the log file, with the output of the programs behind it.
 * @param {{ screen: Screen, logFile: string }} options
 */
export function createSteps({ screen, logFile }) {
  const began = Date.now();
  /** @type {Map<string, string>} */
  const open = new Map();
  let shownAt = Date.now();
  let hasLiveLine = false;
  const ticker = setInterval(showOpen, screen.isTTY ? 200 : 1_000);
  ticker.unref();
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 2_000_000) renameSync(logFile, `${logFile}.1`);

  /** @param {string} line */
  function log(line) {
    try {
      appendFileSync(logFile, `${new Date().toISOString()} ${redact(line)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not hide the line on the screen.
    }
  }

  /** @param {string} line */
  function say(line) {
    if (hasLiveLine) screen.write("\r\u001b[K");
    hasLiveLine = false;
    screen.write(`${redact(line)}\n`);
    log(line);
    shownAt = Date.now();
  }

  function showOpen() {
    if (open.size === 0 || (!screen.isTTY && Date.now() - shownAt < QUIET_MS)) return;
    const parts = [...open].map(([name, text]) => (text ? `${name}: ${text}` : name));
    const line = `  … ${parts.join(" | ")}  ${seconds(began)}`;
    if (!screen.isTTY) return say(line);
    screen.write(`\r\u001b[K${redact(line).slice(0, (screen.columns ?? 80) - 1)}`);
    hasLiveLine = true;
  }

  return {
    log,
    say,
    elapsed: () => seconds(began),
    /** Takes the live line off the screen and stops the clock. */
    close() {
      clearInterval(ticker);
      if (hasLiveLine) screen.write("\r\u001b[K");
      hasLiveLine = false;
    },
    /**
     * @template T
     * @param {string} name
     * @param {(step: Step) => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(name, work) {
      const start = Date.now();
      let remark = "";
      open.set(name, "");
      log(`-- ${name}`);
      try {
        const result = await work({
          progress: (text) => void open.set(name, text),
          note: (text) => void (remark = `, ${text}`),
          kept: () => void (remark = " (kept)"),
        });
        open.delete(name);
        say(`  ✓ ${name}${remark}  ${seconds(start)}`);
        return result;
      } catch (error) {
        open.delete(name);
        log(`-- ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : plainReason(error)}`);
        throw error;
      }
    },
  };
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1_000).toFixed(1)} s`;
}
