import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { liveIndex } from "#app/domain/search/technicians-index.server.ts";
import type { BareMeilisearch } from "./bare-meilisearch.ts";
import { buildIndex, feed } from "./index-speed.ts";
import type { HeldDocuments } from "./index-speed.ts";
import { median } from "./median.ts";

const SMALL = 1_000;
const CHANGES = 15;
const LOOK_EVERY_MS = 4;
const LONGEST_WAIT_MS = 60_000;

export type UpdateFigures = {
  /** One document changed in an index of 1,000 and in the large one, milliseconds of the bare engine. */
  small: number;
  large: number;
  largeDocuments: number;
  /** From the commit of a change to its appearance in search, through the running server's own indexer. */
  idle: number;
  /** The longest of several while a rebuild ran; null when the rebuild was over before any could be made. */
  whileRebuilding: number | null;
};

type UpdateOptions = {
  client: pg.Client;
  meilisearch: BareMeilisearch;
  held: HeldDocuments;
  /** Prefix of the names of the indexes that this makes; one that `compareIndexing` left is made again. */
  prefix: string;
  technicianId: string;
  onProgress: (text: string) => void;
};

export async function measureUpdates(options: UpdateOptions): Promise<UpdateFigures> {
  const { meilisearch, held, prefix, onProgress } = options;
  const [small, large] = [`${prefix}bare_small`, `${prefix}bare_large`];
  onProgress("indexes for single changes");
  await feed(meilisearch, { held: held.slice(0, SMALL), uid: small, batch: SMALL });
  await feed(meilisearch, { held, uid: large, batch: 10_000 });
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let change = 0; change < CHANGES; change += 1) {
    onProgress(`single changes ${change + 1} of ${CHANGES}`);
    const document = held[change % Math.min(held.length, SMALL)] ?? "{}";
    times.small.push(await changeOne(meilisearch, small, document, change));
    times.large.push(await changeOne(meilisearch, large, document, change));
  }
  await meilisearch.removeIndexes(large);
  const idle: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    onProgress(`changes until searchable ${change + 1} of ${CHANGES}`);
    idle.push(await untilSearchable(options));
  }
  return {
    small: median(times.small),
    large: median(times.large),
    largeDocuments: held.length,
    idle: median(idle),
    whileRebuilding: await whileRebuilding(options),
  };
}

async function changeOne(meilisearch: BareMeilisearch, uid: string, document: string, change: number): Promise<number> {
  const changed = document.replace(/"reviewCount":\d+/u, `"reviewCount":${1_000 + change}`);
  const began = performance.now();
  await meilisearch.perform("POST", `/indexes/${uid}/documents`, `[${changed}]`);
  return performance.now() - began;
}

const hits = z.object({ hits: z.array(z.unknown()) });

/** Gives a technician a name that nobody has, and waits until a search finds it. */
async function untilSearchable({ client, meilisearch, technicianId }: UpdateOptions): Promise<number> {
  // Letters only, and long enough that no typo leads from one such name to another.
  const name = randomBytes(10)
    .toString("hex")
    .replace(/\d/gu, (digit) => "ghijklmnop".charAt(Number(digit)));
  await client.query('UPDATE "Technician" SET name = $1 WHERE id = $2', [name, technicianId]);
  const began = performance.now();
  const question = JSON.stringify({ q: name, limit: 1, attributesToRetrieve: ["id"] });
  for (;;) {
    const answer = await meilisearch.send("POST", `/indexes/${liveIndex()}/search`, question);
    const took = performance.now() - began;
    if (hits.parse(JSON.parse(answer.toString())).hits.length > 0) return took;
    if (took > LONGEST_WAIT_MS) throw new Error("a change has not become searchable within a minute");
    await pause(LOOK_EVERY_MS);
  }
}

async function whileRebuilding(options: UpdateOptions): Promise<number | null> {
  let isOver = false;
  const rebuild = buildIndex(options.onProgress).finally(() => (isOver = true));
  const times: number[] = [];
  const change = async () => {
    while (!isOver) {
      await pause(200);
      times.push(await untilSearchable(options));
    }
  };
  await Promise.all([rebuild, change()]);
  return times.length === 0 ? null : Math.max(...times);
}
