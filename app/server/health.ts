import type { RequestHandler, Response } from "express";

const LONGEST_PROBE_MS = 500;

interface HealthSettings {
  /** Can this process serve now: database answers, migrations match. The search engine is no part of it. */
  isReady: () => Promise<boolean>;
  isDraining: () => boolean;
}

/**
 * `/healthz` says that the process is alive and asks nobody. `/readyz` says whether it should get traffic: 503 while
 * draining, when `isReady` says no, fails, or takes longer than 500 ms. Stands before the guard, because probes
 * come with an address for a host name. Probes that arrive together share one question to the database.
 */
export function health({ isReady, isDraining }: HealthSettings): RequestHandler {
  let running: Promise<boolean> | undefined;
  const probe = () => (running ??= withinTime(isReady).finally(() => (running = undefined)));
  return (req, res, next) => {
    if (req.path !== "/healthz" && req.path !== "/readyz") {
      next();
      return;
    }
    if (req.method !== "GET" && req.method !== "HEAD") {
      res.setHeader("Allow", "GET, HEAD");
      answer(res, 405, "method not allowed");
    } else if (req.path === "/healthz") {
      answer(res, 200, "ok");
    } else if (isDraining()) {
      answer(res, 503, "draining");
    } else {
      probe()
        .then((ready) => answer(res, ready ? 200 : 503, ready ? "ready" : "not ready"))
        .catch(next);
    }
  };
}

function answer(res: Response, status: number, text: string): void {
  res.status(status).set("Cache-Control", "no-store").type("text/plain").send(`${text}\n`);
}

async function withinTime(isReady: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_PROBE_MS);
  });
  try {
    return await Promise.race([isReady(), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
