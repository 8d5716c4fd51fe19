import type { Request, RequestHandler } from "express";
import { ADDRESS_HEADER } from "#app/platform/client-address.ts";
import { clientKey } from "#app/platform/limits.server.ts";
import type { LimitName, Limits } from "#app/platform/limits.server.ts";
import { refuse } from "#app/server/refuse.ts";
import { isStaticPath, readTarget } from "#app/server/request-path.ts";

const SEARCH_PATHS = ["/technicians", "/api/v1/technicians"];
/** Pages whose forms only change a list in the sender's own cookie. */
const KEEP_PATHS = ["/shortlist", "/compare"];
/** The form that keeps a review while it is written. */
const DRAFT_PATH = /^\/technicians\/[^/]+\/reviews\/new$/;
/** Where pages send pictures piece by piece. */
const PIECES_PATH = "/studio/portfolio/uploads";
const SUGGEST_PATH = /^\/suggest\/(what|where)$/;

/**
 * Counts each request against one limit of its sender's address and answers 429 once it is used up. Runs after the
 * guard, which has settled whose address `req.ip` is. Nobody is exempt, the local machine included.
 */
export function limitRequests({ limits }: { limits: Limits }): RequestHandler {
  return (req, res, next) => {
    const key = clientKey(req.ip ?? req.socket.remoteAddress ?? "");
    // For the limits that actions count; whatever the sender put there is gone.
    req.headers[ADDRESS_HEADER] = key;
    limits
      .consume(limitFor(req), key)
      .then((verdict) => {
        if (verdict.allowed) {
          next();
          return;
        }
        const seconds = verdict.retryAfterSeconds;
        refuse(res, {
          status: 429,
          title: "Too many requests",
          text: `More requests came from your connection than one person usually makes, so this one was not carried out. Please try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
          headers: { "Retry-After": String(seconds) },
        });
      })
      .catch(next);
  };
}

/** Which limit a request counts against. Client-side navigation (`.data`) counts like the page that it loads. */
export function limitFor({ method, originalUrl }: Pick<Request, "method" | "originalUrl">): LimitName {
  const path = readTarget(originalUrl)?.path.replace(/\.data$/, "") ?? "/";
  if (method !== "GET" && method !== "HEAD") {
    if (DRAFT_PATH.test(path)) return "draft";
    if (path === PIECES_PATH) return "piece";
    return KEEP_PATHS.includes(path) ? "keep" : "write";
  }
  if (isStaticPath(path)) return "media";
  if (SUGGEST_PATH.test(path)) return "suggest";
  return SEARCH_PATHS.includes(path) ? "search" : "page";
}
