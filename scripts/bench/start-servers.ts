import { fileURLToPath } from "node:url";
import type { Crew } from "../lib/crew.mjs";
import { startWebProcess } from "./web-process.ts";
import type { WebProcess } from "./web-process.ts";

/** The application, the application with its data cached, and the yardstick for rendering. */
export type BenchServers = { page: WebProcess; cached: WebProcess; minimal: WebProcess };

/** Limits that no load from one address reaches, and patience: what is measured is the engine, not the stand-in. */
const SERVER_SETTINGS = { LIMIT_MULTIPLIER: "10000", DATABASE_POOL: "10", SEARCH_TIMEOUT_MS: "10000" };

export async function startServers(crew: Crew, dataDir: string): Promise<BenchServers> {
  const start = (name: string, script: URL) =>
    startWebProcess({ crew, dataDir, name, script: fileURLToPath(script), env: SERVER_SETTINGS });
  // The first one becomes the writer of the search index: that must be the real one.
  const page = await start("page", new URL("../serve.mjs", import.meta.url));
  const cached = await start("cached", new URL("serve/serve-cached.ts", import.meta.url));
  const minimal = await start("minimal", new URL("serve/serve-minimal.ts", import.meta.url));
  return { page, cached, minimal };
}
