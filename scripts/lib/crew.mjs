// @ts-check
import { stripVTControlCharacters } from "node:util";
import { Failure } from "./failure.mjs";
import { keep, recordOf } from "./keep-program.mjs";
import { ROOT } from "./project.mjs";

/** Thrown out of steps when somebody asked to stop in the middle of them: no failure, nothing to report. */
export class Stopped extends Error {}

/**
 * @typedef {object} ToolOptions
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string | undefined>} [env] on top of ours
 * @property {(line: string) => void} [onLine]
 *
 * @typedef {ReturnType<typeof createCrew>} Crew
 */

/**
 * All programs of one command: whatever was started through it is stopped by one call, the ones that use the engines
 * before the engines.
 * @param {{ dataDir: string, log: (line: string) => void }} options
 */
export function createCrew({ dataDir, log }) {
  /** @type {Map<import("./keep-program.mjs").Kept, "engine" | "user">} */
  const members = new Map();
  let isStopping = false;

  /**
   * @param {"engine" | "user"} role
   * @returns {typeof keep}
   */
  const keepAs = (role) => (order, options) => {
    if (isStopping) throw new Stopped();
    const kept = keep(order, {
      onRestart: (ending) =>
        log(`${order.command} ended (${ending.error ?? ending.signal ?? ending.code}), starting it again`),
      ...options,
    });
    members.set(kept, role);
    void kept.ended.then(() => members.delete(kept));
    return kept;
  };

  /** @param {"engine" | "user"} role */
  const those = (role) => [...members].filter(([, own]) => own === role).map(([kept]) => kept);

  return {
    keepEngine: keepAs("engine"),
    keepUser: keepAs("user"),
    get isStopping() {
      return isStopping;
    },
    async stopAll() {
      isStopping = true;
      await Promise.all(those("user").map((kept) => kept.stop()));
      await Promise.all(those("engine").map((kept) => kept.stop()));
    },
    hasten() {
      isStopping = true;
      for (const kept of members.keys()) kept.hasten();
    },
    /**
     * Runs a program to its end; a Failure with its telling line when it fails.
     * @param {ToolOptions} options
     */
    async runTool({ name, command, args, env = {}, onLine }) {
      /** @type {string[]} */
      const tail = [];
      const kept = keepAs("user")(
        {
          record: recordOf(dataDir, name),
          command,
          args,
          cwd: ROOT,
          env: { ...process.env, ...env },
          stopGroup: true,
        },
        {
          onLine(line) {
            log(`${name}: ${line}`);
            tail.push(line);
            if (tail.length > 400) tail.shift();
            onLine?.(line);
          },
        },
      );
      const { code, error } = await kept.ended;
      if (isStopping) throw new Stopped();
      if (code !== 0) throw new ToolFailure(name, tail, error);
    },
  };
}

/** A program that ended badly, with the end of what it said. */
export class ToolFailure extends Failure {
  /**
   * @param {string} name
   * @param {string[]} tail
   * @param {string} [error]
   */
  constructor(name, tail, error) {
    super(`${name} failed: ${error ?? tellingLine(tail) ?? "it did not say why"}`);
    this.tail = tail;
  }
}

/**
 * The line that says most about a failure: the first that names an error, without a stack frame, else the last.
 * @param {string[]} lines
 * @returns {string | undefined}
 */
export function tellingLine(lines) {
  const plain = lines
    .map((line) => stripVTControlCharacters(line).trim())
    .filter((line) => line !== "" && !/^at\s|^node:|^Node\.js v|^\^+$|^throw /.test(line));
  return plain.find((line) => /^(?:\[?\w*error\b\]?|✗|x )|error:|error TS|\bfailed\b/i.test(line)) ?? plain.at(-1);
}
