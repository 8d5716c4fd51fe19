// @ts-check
import { commandLineOf, identityOf, isRunning, parentOf } from "./processes.mjs";

/**
 * Calls `onStop` at the first SIGINT, SIGTERM or SIGHUP, and `onHurry` at a second one. Also stops when npm, which
 * started us, was killed: it could not tell us.
 * @param {{ onStop: (signal: NodeJS.Signals) => void, onHurry: () => void }} handlers
 */
export function onStopSignals({ onStop, onHurry }) {
  let firstAt = 0;
  /** @param {NodeJS.Signals} signal */
  const receive = (signal) => {
    if (firstAt === 0) {
      firstAt = Date.now();
      onStop(signal);
    } else if (Date.now() - firstAt > 700) {
      // Ctrl-C in a terminal reaches us twice at once, from the terminal and from npm: only a later one is a second one.
      onHurry();
    }
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, receive);

  if (process.env["npm_lifecycle_event"] === undefined || process.platform === "win32") return;
  const chain = starters();
  const watch = setInterval(() => {
    if (chain.every(isRunning)) return;
    clearInterval(watch);
    receive("SIGHUP");
  }, 200);
  watch.unref();
}

/** Who started us: npm, and the shell that some systems leave standing between it and us. */
function starters() {
  const chain = [process.ppid];
  if (/^\S*sh -c /.test(commandLineOf(process.ppid))) chain.push(parentOf(process.ppid));
  return chain.map((pid) => ({ pid, identity: identityOf(pid) ?? "" })).filter(({ pid }) => pid > 1);
}
