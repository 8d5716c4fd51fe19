import type { RequestHandler } from "express";
import { sessionCookieName } from "#app/platform/sessions.server.ts";
import { isStaticPath, readTarget } from "#app/server/request-path.ts";

/** What stands here is somebody's own, or leads to it: nothing of it is kept anywhere, the browser included (14.3.2). */
const PRIVATE_PATHS = [
  "/account",
  "/confirm",
  "/consents",
  "/documents",
  "/forgot-password",
  "/moderation",
  "/reports",
  "/reset-password",
  "/sign-in",
  "/sign-out",
  "/sign-up",
  "/studio",
  "/verify-email",
];
/** Forms that hold what somebody has written so far. */
const OWN_FORM = /^\/technicians\/[^/]+\/(reviews\/new|enquire|claim)$/;

/**
 * Settles when an answer leaves what may keep it (S-05). Private pages: nobody. Other pages: the reader's browser, which
 * asks before it shows them again, since the frame of each greets whoever is signed in. What says itself that anybody may
 * keep it may be kept by the browser only, when it was asked for with a session.
 */
export function privatePages(): RequestHandler {
  return (req, res, next) => {
    const path = readTarget(req.originalUrl)?.path.replace(/\.data$/, "") ?? "/";
    if (isStaticPath(path) && !path.startsWith("/media/")) {
      next();
      return;
    }
    const isPrivate = isPrivatePath(path);
    const hasSession = req.headers.cookie?.includes(`${sessionCookieName()}=`) ?? false;
    const settle = () => {
      const said = res.getHeader("Cache-Control");
      if (isPrivate) res.setHeader("Cache-Control", "no-store");
      else if (said === undefined) res.setHeader("Cache-Control", "private, no-cache");
      else if (hasSession) res.setHeader("Cache-Control", String(said).replace(/\bpublic\b/, "private"));
    };
    // Every way of answering comes by here at the end.
    res.writeHead = new Proxy(res.writeHead.bind(res), {
      apply(writeHead, self, args): unknown {
        settle();
        return Reflect.apply(writeHead, self, args);
      },
    });
    next();
  };
}

function isPrivatePath(path: string): boolean {
  return PRIVATE_PATHS.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)) || OWN_FORM.test(path);
}
