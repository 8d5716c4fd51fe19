import type { ErrorRequestHandler } from "express";
import type { Logger } from "#app/platform/log.server.ts";
import { refuse } from "#app/server/refuse.ts";
import { requestIdOf } from "#app/server/security-headers.ts";

/** Headers that described the response which failed and would be wrong, or private, on the error page. */
const STALE_HEADERS = [
  "Content-Disposition",
  "Content-Encoding",
  "Content-Length",
  "Content-Range",
  "ETag",
  "Expires",
  "Last-Modified",
  "Location",
  "Set-Cookie",
];

/**
 * Last in the chain. The reader gets a plain page with the request id; what went wrong goes to the log only. When part
 * of the response is already out, the connection is cut, so that half a page is never taken for a whole one.
 */
export function errorHandler({ log }: { log: Logger }): ErrorRequestHandler {
  // Express tells error handlers apart by their four parameters.
  return (error: unknown, req, res, _next) => {
    const status = statusOf(error);
    const fields = { err: error, requestId: requestIdOf(res), method: req.method };
    if (status >= 500) log.error(fields, "request failed");
    else log.info(fields, "request refused");
    if (res.headersSent) {
      res.destroy();
      return;
    }
    for (const name of STALE_HEADERS) res.removeHeader(name);
    refuse(res, { status, ...wordsFor(status) });
  };
}

/** A 4xx from Express or its static files is kept; anything else an error claims for itself is ours to answer for. */
function statusOf(error: unknown): number {
  if (typeof error !== "object" || error === null || !("status" in error)) return 500;
  const { status } = error;
  return typeof status === "number" && Number.isInteger(status) && status >= 400 && status < 500 ? status : 500;
}

function wordsFor(status: number): { title: string; text: string } {
  return status < 500
    ? {
        title: "This request can't be answered",
        text: "Something about the request was not right. Please go back and try again.",
      }
    : {
        title: "Something went wrong",
        text: "It is our fault, not yours. Please try again in a moment; if it happens again, tell us the reference below.",
      };
}

interface ProcessHandlerSettings {
  log: Logger;
  /** Ends the process in order, with this exit code; `installShutdown` returns one. */
  shutdown: (exitCode: number) => Promise<void>;
  /** Where the events come from; the real process unless a test says otherwise. */
  source?: NodeJS.EventEmitter;
}

/**
 * After an error that nobody caught the state of the process is unknown: it is logged, requests under way are
 * finished and the process ends with exit code 1, for its supervisor to start afresh. Returns an uninstall function.
 */
export function installProcessHandlers({ log, shutdown, source = process }: ProcessHandlerSettings): () => void {
  const onFatal = (message: string) => (error: unknown) => {
    log.fatal({ err: error }, message);
    void shutdown(1);
  };
  const onException = onFatal("uncaught exception");
  const onRejection = onFatal("unhandled rejection");
  source.on("uncaughtException", onException);
  source.on("unhandledRejection", onRejection);
  return () => {
    source.off("uncaughtException", onException);
    source.off("unhandledRejection", onRejection);
  };
}
