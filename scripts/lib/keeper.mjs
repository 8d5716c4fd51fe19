// @ts-check
/*
 * A program of its own: runs one other program for as long as the process that started the keeper lives.
 *
 * Its stdin is a pipe from that process. The first line is the order (JSON, see keep-program.mjs); later lines are `guard`
 * (from now on start the program again when it ends by itself), `stop` and `hasten`. When the pipe closes, however that
 * came about, the program is stopped too: a start that was killed leaves nothing behind. Reports go to stdout, one JSON
 * object a line. The program writes to a log file or to the keeper's own stderr.
 */
import { spawn } from "node:child_process";
import { closeSync, openSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { identityOf, sendSignal } from "./processes.mjs";
import { writePrivately } from "./private-file.mjs";

const RESTARTS_A_MINUTE = 5;

/** @type {import("./keep-program.mjs").Order | undefined} */
let order;
/** @type {import("node:child_process").ChildProcess | undefined} */
let program;
let isGuarded = false;
let isStopping = false;
let isLeaving = false;
/** Times of restarts in the last minute. @type {number[]} */
let restarts = [];

/** @param {Record<string, unknown>} event */
function report(event) {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** @param {import("./keep-program.mjs").Order} given */
function run(given) {
  let output = 2;
  try {
    if (given.output) output = openSync(given.output, "a", 0o600);
    program = spawn(given.command, given.args, {
      cwd: given.cwd,
      env: /** @type {NodeJS.ProcessEnv} */ (given.env),
      stdio: ["ignore", output, output],
      detached: true,
      ...(given.owner ? { uid: given.owner.uid, gid: given.owner.gid } : {}),
    });
  } catch (error) {
    leave({ event: "ended", code: null, signal: null, error: String(error) });
    return;
  } finally {
    if (output !== 2) closeSync(output);
  }
  let isOver = false;
  /** @param {Record<string, unknown>} ending */
  const over = (ending) => {
    if (isOver) return;
    isOver = true;
    afterEnd(given, ending);
  };
  program.once("error", (error) => over({ code: null, signal: null, error: String(error) }));
  program.once("exit", (code, signal) => over({ code, signal }));
  if (program.pid === undefined) return;
  record(given, program.pid);
  report({ event: "started", pid: program.pid });
}

/**
 * Leaves word of who runs what, for a later start that has to clear up after a killed keeper.
 * @param {import("./keep-program.mjs").Order} given
 * @param {number} pid
 */
function record(given, pid) {
  const { record: file, stopSignal, graceMs, stopGroup } = given;
  const keeper = { pid: process.pid, identity: identityOf(process.pid) ?? "" };
  const kept = { pid, identity: identityOf(pid) ?? "" };
  writePrivately(file, JSON.stringify({ keeper, program: kept, stopSignal, graceMs, stopGroup }));
}

/**
 * @param {import("./keep-program.mjs").Order} given
 * @param {Record<string, unknown>} ending
 */
function afterEnd(given, ending) {
  if (program?.pid) sendSignal(program.pid, "SIGKILL", true);
  program = undefined;
  if (isStopping || !isGuarded) return leave({ event: "ended", ...ending });
  const now = Date.now();
  restarts = restarts.filter((time) => now - time < 60_000);
  if (restarts.length >= RESTARTS_A_MINUTE) return leave({ event: "ended", ...ending, gaveUp: true });
  restarts.push(now);
  report({ event: "restarting", ...ending });
  setTimeout(() => (isStopping ? leave({ event: "ended", ...ending }) : run(given)), 100 * 2 ** restarts.length);
}

function stop() {
  if (isStopping) return;
  isStopping = true;
  if (!order || !program?.pid) {
    if (!program) leave({ event: "ended", code: null, signal: null });
    return;
  }
  const { pid } = program;
  const { stopSignal, stopGroup, graceMs } = order;
  sendSignal(pid, stopSignal, stopGroup);
  setTimeout(() => sendSignal(pid, "SIGKILL", true), graceMs);
}

function hasten() {
  stop();
  if (!order || !program?.pid) return;
  const { pid } = program;
  sendSignal(pid, order.hastenSignal, order.stopGroup);
  setTimeout(() => sendSignal(pid, "SIGKILL", true), 2_000);
}

/** @param {Record<string, unknown>} event */
function leave(event) {
  if (isLeaving) return;
  isLeaving = true;
  if (order) rmSync(order.record, { force: true });
  process.stdout.write(`${JSON.stringify(event)}\n`, () => process.exit(0));
}

process.stdout.on("error", () => (isLeaving ? process.exit(0) : stop()));
process.stdin.on("error", stop);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  if (!order) {
    order = JSON.parse(line);
    if (order) run(order);
  } else if (line === "guard") isGuarded = true;
  else if (line === "stop") stop();
  else if (line === "hasten") hasten();
});
lines.on("close", stop);
