// @ts-check

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

  const parent = process.ppid;
  if (process.env["npm_lifecycle_event"] === undefined || process.platform === "win32") return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    receive("SIGHUP");
  }, 500);
  watch.unref();
}
