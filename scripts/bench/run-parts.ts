import { cpus } from "node:os";
import pg from "pg";
import type { Crew } from "../lib/crew.mjs";
import { checkPages } from "./check-pages.ts";
import { describeComplaints } from "./describe-complaints.ts";
import type { BenchFigures } from "./figures.ts";
import { measureImport } from "./import-speed.ts";
import { buildIndex, compareIndexing, holdDocuments } from "./index-speed.ts";
import { makeUpData } from "./made-up/make-up-data.ts";
import type { MadeUpData } from "./made-up/make-up-data.ts";
import { measurePages } from "./measure-pages.ts";
import type { BenchOptions, Part } from "./options.ts";
import { pageRows } from "./pages.ts";
import { measureProfileQueries } from "./profile-queries.ts";
import { createReplay } from "./queries.ts";
import type { ScratchPlace } from "./scratch-place.ts";
import { loadBuild } from "./server-build.ts";
import { startServers } from "./start-servers.ts";
import type { BenchServers } from "./start-servers.ts";

export type RunContext = {
  options: BenchOptions;
  place: ScratchPlace;
  crew: Crew;
  dataDir: string;
  meiliUrl: string;
  /** Runs a step with its name and time on the screen; `progress` says what it is doing right now. */
  step: <T>(name: string, work: (progress: (text: string) => void) => Promise<T>) => Promise<T>;
};

/** As many as the application's own pool, so that the queries alone have no advantage. */
const REPLAY_CONNECTIONS = 10;
const PAGE_PARTS: readonly Part[] = ["search", "home", "profile", "compare", "api"];

/** All parts that were asked for, in an order in which none disturbs the next. */
export async function runParts(context: RunContext): Promise<BenchFigures> {
  const { options, place, crew, dataDir, step } = context;
  const { technicians, reviews, rounds, seconds, only } = options;
  const [processor] = cpus();
  const figures: BenchFigures = {
    ...{ technicians, reviews, rounds, seconds },
    ...{ node: process.versions.node, cores: cpus().length, processor: processor?.model ?? "unknown" },
    ...{ pages: null, notes: [], memory: null, profile: null, index: null, update: null, import: null },
  };
  const client = await connect(place);
  const data = await step("Data", (progress) => makeUpData(client, options, progress));

  const needsDocuments = only.has("index") || only.has("update");
  const held = needsDocuments ? await step("Documents", () => holdDocuments(client)) : [];
  const { meilisearch, meiliPrefix: prefix } = place;
  if (only.has("index")) {
    const bareUid = `${prefix}bare`;
    figures.index = await step("Index", (onProgress) => compareIndexing(meilisearch, { held, bareUid, onProgress }));
    await meilisearch.removeIndexes(bareUid);
  }
  const hasPages = PAGE_PARTS.some((part) => only.has(part));
  if (!only.has("index") && (hasPages || only.has("update"))) await step("Index", buildIndex);

  if (hasPages || only.has("update")) {
    const servers = await step("Servers", () => startServers(crew, dataDir));
    if (hasPages) await runPages(context, { figures, servers, data });
    if (only.has("update")) {
      const technicianId = data.exampleId;
      figures.update = await step("Changes", async (onProgress) => {
        const { measureUpdates } = await import("./update-delay.ts");
        return measureUpdates({ client, meilisearch, held, prefix, technicianId, onProgress });
      });
    }
    for (const [name, server] of Object.entries(servers)) {
      figures.notes.push(...describeComplaints(name, server.complaints()));
    }
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
  if (only.has("import")) figures.import = await step("Import", measureImport);
  await client.end();
  return figures;
}

/** Stopping the run takes the database away from under its connections, and that must not be what is reported. */
async function connect({ databaseUrl }: ScratchPlace): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function runPages(
  { options, place, meiliUrl, step }: RunContext,
  { figures, servers, data }: { figures: BenchFigures; servers: BenchServers; data: MadeUpData },
): Promise<void> {
  const { rounds, seconds, only } = options;
  const rows = pageRows(data).filter(({ part }) => only.has(part));
  const { usable, unusable } = await step("Addresses", async () =>
    checkPages(rows, { port: servers.page.port, build: await loadBuild(), meiliUrl }),
  );
  figures.notes.push(...unusable);
  const pool = new pg.Pool({ connectionString: place.databaseUrl, max: REPLAY_CONNECTIONS });
  pool.on("error", () => undefined);
  const replay = createReplay(place.meilisearch, pool);
  try {
    figures.pages = await step("Pages", (onProgress) =>
      measurePages({ servers, replay, recorded: usable, rounds, seconds, onProgress }),
    );
    figures.memory = servers.page.memory();
    const queries = usable.find(({ row }) => row.part === "profile")?.queries;
    if (queries) {
      const technicianId = data.exampleId;
      const part = { pool, replay, queries, technicianId, rounds, seconds: seconds / 2 };
      figures.profile = await step("Profile queries", () => measureProfileQueries(part));
    }
  } finally {
    await pool.end();
  }
}
