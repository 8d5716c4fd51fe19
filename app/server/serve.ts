import { readdirSync } from "node:fs";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import compressedStatic from "express-static-gzip";
import type { Express, RequestHandler } from "express";
import { createServer } from "node:http";
import { followCounts } from "#app/domain/insights/follow-counts.server.ts";
import { startIndexWorker } from "#app/domain/search/index-worker.server.ts";
import { loadGazetteer } from "#app/domain/places/gazetteer/load-gazetteer.server.ts";
import { db, disconnectDatabase } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { Env } from "#app/platform/env.server.ts";
import { reportLimitFailures } from "#app/platform/durable-limits.server.ts";
import { createLimits } from "#app/platform/limits.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import type { Logger } from "#app/platform/log.server.ts";
import { startClock } from "#app/server/clock.ts";
import { errorHandler, installProcessHandlers } from "#app/server/errors.ts";
import { guard } from "#app/server/guard.ts";
import { SERVER_OPTIONS, hardenServer } from "#app/server/harden-server.ts";
import { health } from "#app/server/health.ts";
import { JOBS } from "#app/server/jobs.ts";
import { limitRequests } from "#app/server/limit-requests.ts";
import { logRequests } from "#app/server/log-requests.ts";
import { privatePages } from "#app/server/private-pages.ts";
import { cspNonceOf, requestIdOf, securityHeaders } from "#app/server/security-headers.ts";
import { installShutdown } from "#app/server/shutdown.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    cspNonce: string;
    requestId: string;
    reportError: (error: unknown) => void;
  }
}

export type ServeOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Development only: the bundler's own middleware. */
  developmentMiddleware?: RequestHandler;
  /** Folder of the built client, absent in development. */
  clientDir?: string;
};

type AppSettings = ServeOptions & { settings: Env; log: Logger; isDraining: () => boolean };

/** The whole chain: what protects comes before what serves files, and that before Remix. */
export function createApp({
  build,
  developmentMiddleware,
  clientDir,
  settings,
  log,
  isDraining,
}: AppSettings): Express {
  const dev = developmentMiddleware !== undefined;
  const limits = createLimits({
    multiplier: settings.LIMIT_MULTIPLIER,
    onError: (err, name) => log.error({ err, name }, "limiter failed"),
  });
  reportLimitFailures((err, name) => log.error({ err, name }, "limiter failed"));
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.TRUST_PROXY);
  app.set("query parser", false);
  app.use(securityHeaders({ origin: settings.ORIGIN, dev }));
  app.use(logRequests({ log }));
  app.use(health({ isReady, isDraining }));
  app.use(guard({ origin: settings.ORIGIN, allowedHosts: settings.ALLOWED_HOSTS, trustProxy: settings.TRUST_PROXY }));
  // The page that says "too many requests" is dressed by it.
  if (clientDir) app.use("/refusal.css", express.static(path.join(clientDir, "refusal.css"), { maxAge: "1h" }));
  app.use(privatePages());
  app.use(limitRequests({ limits }));
  app.use(compression());
  if (developmentMiddleware) app.use(developmentMiddleware);
  if (clientDir) {
    // Built files carry a hash in their names; the others may change with a release.
    app.use(
      "/assets",
      // Compressed when they were built; of those a browser takes, Brotli is the smaller.
      compressedStatic(path.join(clientDir, "assets"), {
        enableBrotli: true,
        orderPreference: ["br", "gz"],
        index: false,
        serveStatic: { immutable: true, maxAge: "1y", redirect: false },
      }),
    );
    const serveFile = express.static(clientDir, { maxAge: "1h", redirect: false, index: false });
    // Known by name, so that no page costs a look at the disk.
    const names = new Set(readdirSync(clientDir).map((name) => `/${name}`));
    app.use((req, res, next) => {
      if (names.has(req.path)) serveFile(req, res, next);
      else next();
    });
  }
  const answer = createRequestHandler({
    build,
    mode: dev ? "development" : "production",
    getLoadContext: (_req, res) => ({
      cspNonce: cspNonceOf(res),
      requestId: requestIdOf(res),
      reportError: (error: unknown) => log.error({ err: error, requestId: requestIdOf(res) }, "request failed"),
    }),
  });
  app.all("*", (req, res, next) => void answer(req, res, next));
  app.use(errorHandler({ log }));
  return app;
}

async function isReady(): Promise<boolean> {
  await db().$queryRaw`SELECT 1`;
  return true;
}

/** Serves until a signal comes. Rejects when the port can't be had. */
export async function serve(options: ServeOptions): Promise<void> {
  const settings = env();
  const log = createLog({ level: settings.LOG_LEVEL });
  let isDraining = false;
  const app = createApp({ ...options, settings, log, isDraining: () => isDraining });
  const server = createServer(SERVER_OPTIONS, app);
  hardenServer(server);
  const closers = [{ name: "database", close: disconnectDatabase }];
  const shutdown = installShutdown(server, {
    log,
    onDrain: () => (isDraining = true),
    closers,
  });
  installProcessHandlers({ log, shutdown });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.PORT, settings.HOST, resolve);
  });
  log.info({ port: settings.PORT }, "serving");
  const worker = startIndexWorker({ log });
  closers.unshift({ name: "index worker", close: worker.stop });
  const clock = startClock({ log, jobs: JOBS });
  closers.unshift({ name: "clock", close: clock.stop });
  const counts = followCounts({ log });
  closers.unshift({ name: "counts", close: counts.stop });
  // Before the first reader needs it: reading the list of places takes a tenth of a second.
  await loadGazetteer();
}
