import type { Server, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "#app/platform/log.server.ts";

interface Closer {
  name: string;
  close: () => Promise<void> | void;
}

export interface ShutdownSettings {
  /** Called at once: from here on `/readyz` must say 503. */
  onDrain: () => void;
  /** Ended one after another once no request is left, in this order: worker, database, engines. */
  closers: readonly Closer[];
  log: Logger;
  /** How long to keep serving after `onDrain`, so that the load balancer notices first. 0 where there is none. */
  drainMs?: number;
  /** From the first signal to a forced end. Requests get four fifths of it, the closers the rest. */
  hardStopMs?: number;
  wait?: (ms: number) => Promise<unknown>;
  signals?: NodeJS.EventEmitter;
  exit?: (code: number) => void;
}

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/**
 * Ends the process in order on SIGTERM and SIGINT: not ready, drain, no new connections, finish what is under way, run
 * the closers, exit 0. Exit code 1 when something had to be cut off or a closer failed. Returns the same as a function,
 * for fatal errors; calling it again joins the shutdown that is already running.
 */
export function installShutdown(server: Server, settings: ShutdownSettings): (exitCode?: number) => Promise<void> {
  const { log, drainMs = 0, hardStopMs = 10_000, wait = delay } = settings;
  const { signals = process, exit = (exitCode: number) => process.exit(exitCode) } = settings;
  const requests = followRequests(server);
  let running: Promise<void> | undefined;
  let code = 0;

  const run = async () => {
    const hardStop = setTimeout(() => {
      log.error("shutdown took too long, ending now");
      exit(1);
    }, hardStopMs);
    try {
      settings.onDrain();
      requests.askToReconnect();
      if (drainMs > 0) await wait(Math.min(drainMs, hardStopMs / 2));
      server.close();
      server.closeIdleConnections();
      const cutOff = new AbortController();
      const timer = setTimeout(() => cutOff.abort(), Math.max(0, hardStopMs * 0.8 - drainMs));
      const left = await requests.finished(cutOff.signal);
      clearTimeout(timer);
      if (left > 0) {
        log.warn({ requests: left }, "requests cut off");
        code = 1;
      }
      // Also ends connections that browsers opened in advance and never used.
      server.closeAllConnections();
      if (!(await runClosers(settings.closers, log))) code = 1;
    } catch (error) {
      log.error({ err: error }, "shutdown failed");
      code = 1;
    }
    clearTimeout(hardStop);
    log.info({ exitCode: code }, "stopped");
    exit(code);
  };

  const shutdown = (exitCode = 0) => {
    code = Math.max(code, exitCode);
    return (running ??= run());
  };
  // A second signal is no reason to hurry: npm passes Ctrl+C on, so it arrives twice as a rule.
  for (const signal of SIGNALS) {
    signals.on(signal, () => {
      if (!running) log.info({ signal }, "stopping");
      void shutdown();
    });
  }
  return shutdown;
}

/** Node does not say how many requests are under way, nor close a kept-alive connection once it falls idle. */
function followRequests(server: Server) {
  const open = new Set<ServerResponse>();
  let draining = false;
  let onEmpty: (() => void) | undefined;
  const askToClose = (res: ServerResponse) => {
    if (!res.headersSent) res.setHeader("Connection", "close");
  };
  server.prependListener("request", (_req, res) => {
    open.add(res);
    if (draining) askToClose(res);
    res.once("close", () => {
      open.delete(res);
      if (open.size === 0) onEmpty?.();
    });
  });
  return {
    askToReconnect: () => {
      draining = true;
      open.forEach(askToClose);
    },
    /** Resolves with the number of requests still open: 0, or more when the signal came first. */
    finished: (signal: AbortSignal) =>
      new Promise<number>((resolve) => {
        if (open.size === 0) resolve(0);
        onEmpty = () => resolve(0);
        signal.addEventListener("abort", () => resolve(open.size));
      }),
  };
}

async function runClosers(closers: readonly Closer[], log: Logger): Promise<boolean> {
  let allClosed = true;
  for (const { name, close } of closers) {
    try {
      await close();
    } catch (error) {
      log.error({ err: error, closer: name }, "could not close");
      allClosed = false;
    }
  }
  return allClosed;
}
