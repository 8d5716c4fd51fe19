import type { RequestHandler } from "express";
import type { Logger } from "#app/platform/log.server.ts";
import { isStaticPath, readTarget } from "#app/server/request-path.ts";
import { requestIdOf } from "#app/server/security-headers.ts";

/** Addresses that end in a secret: whoever reads the log must not be able to use the link in somebody's mail. */
const SECRET_PATHS = [
  "/reset-password/",
  "/verify-email/",
  "/follow-ups/stop/",
  "/invitations/stop/",
  "/consents/",
  "/reports/",
];
/** The same, with the secret behind an id. */
const SECRET_END = /^(\/studio\/claims\/[^/]+\/confirm\/)./;
const QUIET_PATHS = ["/healthz", "/readyz"];
const LONGEST_LOGGED_PATH = 512;

/**
 * One line per request once it has ended: method, path, status, milliseconds, request id, and whether the reader left
 * before the end. No query string, no address of the reader, no header: what people search for is health data.
 */
export function logRequests({ log }: { log: Logger }): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    const { method, originalUrl } = req;
    res.once("close", () => {
      const path = loggablePath(originalUrl);
      const level = res.statusCode >= 500 ? "error" : isQuiet(originalUrl) ? "debug" : "info";
      log[level](
        {
          method,
          path,
          status: res.statusCode,
          ms: Math.round((performance.now() - startedAt) * 10) / 10,
          requestId: requestIdOf(res),
          ...(res.writableFinished ? {} : { aborted: true }),
        },
        "request",
      );
    });
    next();
  };
}

/** The path as it was sent, still percent-encoded, without query string and with secrets replaced. */
export function loggablePath(originalUrl: string): string {
  const target = readTarget(originalUrl);
  if (!target) return "(malformed)";
  const secret = SECRET_PATHS.find((prefix) => target.path.startsWith(prefix)) ?? SECRET_END.exec(target.path)?.[1];
  if (secret) return `${secret}:token`;
  const path = originalUrl.split("?", 1)[0] ?? "";
  return path.length > LONGEST_LOGGED_PATH ? `${path.slice(0, LONGEST_LOGGED_PATH)}...` : path;
}

function isQuiet(originalUrl: string): boolean {
  const path = readTarget(originalUrl)?.path;
  return path !== undefined && (isStaticPath(path) || QUIET_PATHS.includes(path));
}
