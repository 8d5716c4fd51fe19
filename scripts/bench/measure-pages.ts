import { gunzipSync } from "node:zlib";
import type { BenchServers } from "./start-servers.ts";
import { get, loadServer, oneAtATime, PLAIN, severalAtOnce } from "./load.ts";
import type { Address, Slice } from "./load.ts";
import { median } from "./median.ts";
import type { PageRow } from "./pages.ts";
import type { PageQueries, Replay } from "./queries.ts";
import type { WebProcess } from "./web-process.ts";

/** How many requests at once make the busy figures. */
export const AT_ONCE = 16;

/** Medians over rounds; milliseconds, and requests a second. */
export type TargetFigures = {
  p50: number;
  busyP50: number;
  busyPerSecond: number;
  /** Processor milliseconds of the serving process a request, at 16 at once; null where nobody says. */
  cpuMs: number | null;
};

export type PageFigures = {
  row: PageRow;
  kilobytes: number;
  page: TargetFigures;
  cached: TargetFigures;
  engine: { p50: number; requests: number };
  database: { p50: number; statements: number };
  /** Both engines' share at 16 at once. */
  queriesBusyP50: number;
};

export type PageMeasurements = { pages: PageFigures[]; minimal: TargetFigures; minimalKilobytes: number };

type MeasureOptions = {
  servers: BenchServers;
  replay: Replay;
  recorded: { row: PageRow; queries: PageQueries }[];
  rounds: number;
  seconds: number;
  onProgress: (text: string) => void;
};

const MINIMAL_PATH = "/technicians";

/**
 * Every target has its turn in every round, at one request at a time and at sixteen, so that whatever else the machine
 * does falls on all of them alike.
 */
export async function measurePages(options: MeasureOptions): Promise<PageMeasurements> {
  const { servers, replay, recorded, rounds, seconds, onProgress } = options;
  const minimal = new Target(servers.minimal, { port: servers.minimal.port, path: MINIMAL_PATH, headers: PLAIN });
  const rows = await Promise.all(
    recorded.map(async ({ row, queries }) => ({
      row,
      queries,
      kilobytes: await sizeOf({ port: servers.page.port, path: row.path, headers: row.headers }),
      page: new Target(servers.page, { port: servers.page.port, path: row.path, headers: row.headers }),
      cached: new Target(servers.cached, { port: servers.cached.port, path: row.path, headers: row.headers }),
      engine: [] as Slice[],
      database: [] as Slice[],
      queriesBusy: [] as Slice[],
    })),
  );
  const targets = [minimal, ...rows.flatMap(({ page, cached }) => [page, cached])];
  for (const [at, target] of targets.entries()) {
    onProgress(`warming up ${at + 1} of ${targets.length}`);
    await target.warmUp(seconds * 2);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const row of rows) {
      onProgress(`round ${round} of ${rounds}: ${row.row.title}`);
      await row.page.oneTurn(seconds);
      await row.cached.oneTurn(seconds);
      row.engine.push(await oneAtATime(seconds / 2, () => replay.engine(row.queries)));
      row.database.push(await oneAtATime(seconds / 2, () => replay.database(row.queries)));
      await row.page.busyTurn(seconds);
      await row.cached.busyTurn(seconds);
      const both = async () => {
        await replay.engine(row.queries);
        await replay.database(row.queries);
      };
      row.queriesBusy.push(await severalAtOnce(AT_ONCE, seconds, both));
    }
    await minimal.oneTurn(seconds);
    await minimal.busyTurn(seconds);
  }
  return {
    pages: rows.map(({ row, queries, kilobytes, page, cached, engine, database, queriesBusy }) => ({
      row,
      kilobytes,
      page: page.figures(),
      cached: cached.figures(),
      engine: { p50: queries.engine.length === 0 ? 0 : middle(engine), requests: queries.engine.length },
      database: { p50: queries.database.length === 0 ? 0 : middle(database), statements: queries.database.length },
      queriesBusyP50: middle(queriesBusy),
    })),
    minimal: minimal.figures(),
    minimalKilobytes: await sizeOf(minimal.address),
  };
}

const middle = (slices: readonly Slice[]) => median(slices.map(({ p50 }) => p50));

async function sizeOf(address: Address): Promise<number> {
  return (await get(address)).body.byteLength / 1_000;
}

/** The body of an answer as text, whether or not it came compressed. */
export async function textOf(address: Address): Promise<{ status: number; text: string }> {
  const { status, body } = await get(address);
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  return { status, text: (isGzip ? gunzipSync(body) : body).toString("utf8") };
}

/** One address of one server, with what its turns gave. */
class Target {
  readonly #quiet: Slice[] = [];
  readonly #busy: Slice[] = [];
  #cpuMs: number | null = 0;

  constructor(
    readonly process: WebProcess,
    readonly address: Address,
  ) {}

  async warmUp(seconds: number): Promise<void> {
    await loadServer(this.address, AT_ONCE, seconds);
  }

  async oneTurn(seconds: number): Promise<void> {
    this.#quiet.push(await oneAtATime(seconds, () => get(this.address)));
  }

  async busyTurn(seconds: number): Promise<void> {
    const before = this.process.cpuMs();
    this.#busy.push(await loadServer(this.address, AT_ONCE, seconds));
    const after = this.process.cpuMs();
    this.#cpuMs = before === null || after === null || this.#cpuMs === null ? null : this.#cpuMs + after - before;
  }

  figures(): TargetFigures {
    const requests = this.#busy.reduce((sum, { count }) => sum + count, 0);
    return {
      p50: middle(this.#quiet),
      busyP50: middle(this.#busy),
      busyPerSecond: median(this.#busy.map(({ perSecond }) => perSecond)),
      // The clock ticks in steps of 10 ms: only the sum over all turns is exact enough.
      cpuMs: this.#cpuMs === null ? null : this.#cpuMs / requests,
    };
  }
}
