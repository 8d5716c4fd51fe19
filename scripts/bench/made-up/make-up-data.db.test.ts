import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { loadFacts } from "#app/domain/search/load-facts.server.ts";
import { makeDocuments } from "#app/domain/search/send-technicians.server.ts";
import { db } from "#app/platform/db.server.ts";
import { makeUpData } from "./make-up-data.ts";
import type { MadeUpData } from "./make-up-data.ts";

const SIZE = { technicians: 300, reviews: 2_000 };
let client: pg.Client;
let data: MadeUpData;

beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  data = await makeUpData(client, SIZE, () => undefined);
});
afterAll(() => client.end());

async function count(sql: string): Promise<number> {
  const { rows } = await client.query(`SELECT count(*)::int AS count ${sql}`);
  return z.array(z.object({ count: z.number() })).parse(rows)[0]?.count ?? -1;
}

test("as many technicians and reviews as were asked for are made", async () => {
  expect(await count('FROM "Technician"')).toBe(SIZE.technicians);
  expect(await count('FROM "Review"')).toBe(SIZE.reviews);
});

test("the ratings that technicians show are those of their visible reviews", async () => {
  const wrong = await count(`FROM "Technician" t LEFT JOIN (
      SELECT "technicianId", count(*) AS reviews, round(avg(overall), 2) AS mean FROM "Review"
      WHERE status IN ('published', 'under_investigation') GROUP BY 1) r ON r."technicianId" = t.id
    WHERE t."reviewCount" <> coalesce(r.reviews, 0) OR t."ratingMean" IS DISTINCT FROM r.mean`);
  expect(wrong).toBe(0);
});

test("the application reads all of it as its own: a profile, and a search document of every visible technician", async () => {
  const profile = await findProfile(data.exampleSlug, dayOf(new Date()));
  expect(profile).toMatchObject({ slug: data.exampleSlug, cases: { length: 8 } });
  const { rows } = await client.query<{ id: string }>('SELECT id::text FROM "Technician"');
  const facts = await loadFacts(
    rows.map(({ id }) => id),
    db(),
  );
  const { documents, refused } = makeDocuments(facts, new Date());
  expect(refused).toEqual([]);
  expect(documents).toHaveLength(data.visibleTechnicians);
});

test("indexes, foreign keys and triggers are back, and nobody is marked for the search index", async () => {
  expect(
    await count(`FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`),
  ).toBeGreaterThan(40);
  expect(await count(`FROM pg_indexes WHERE indexname = 'Review_technicianId_status_publishedAt_idx'`)).toBe(1);
  expect(await count(`FROM pg_trigger WHERE tgenabled = 'D'`)).toBe(0);
  expect(await count('FROM "SearchOutbox"')).toBe(0);
});
