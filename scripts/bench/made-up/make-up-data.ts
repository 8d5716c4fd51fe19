import type pg from "pg";
import { EVIDENCE_STEPS, INSPECTIONS_SQL, PORTFOLIO_STEPS } from "./evidence-sql.ts";
import { ANSWERS_SQL, AUTHORS_SQL, CHECKERS_SQL, PREMISES_SQL, PRICES_SQL, TECHNICIANS_SQL } from "./people-sql.ts";
import { fillPools } from "./pools.ts";
import { EXAMPLE, FOLLOW_UPS_SQL, PLAN_REVIEWS_SQL, RATINGS_SQL, REPLIES_SQL, REVIEWS_SQL } from "./review-sql.ts";
import { ID, PLAN_TECHNICIANS_SQL, TABLES_SQL } from "./tables-sql.ts";
import { withoutChecks } from "./without-checks.ts";

export type DataSize = { technicians: number; reviews: number };

/** What the measurements need to know of the data. */
export type MadeUpData = {
  /** Its profile has exactly 20 reviews, 8 cases and 6 papers. */
  exampleSlug: string;
  exampleId: string;
  /** Three more with everything in their profiles, to compare the example with. */
  othersToCompare: string[];
  visibleTechnicians: number;
};

/** Reviews of one author at most: they are what makes authors fewer than reviews. */
const VISITS_PER_AUTHOR = 3;
const TECHNICIAN_STEPS = [
  TECHNICIANS_SQL,
  ...PREMISES_SQL,
  PRICES_SQL,
  ANSWERS_SQL,
  ...EVIDENCE_STEPS,
  ...PORTFOLIO_STEPS,
  INSPECTIONS_SQL,
];
/** Few enough rows in one statement that a stop is obeyed soon, and that progress shows. */
const SLICE = 50_000;

/**
 * Fills an empty, migrated database with technicians and everything around them, all of it made inside the database.
 * Nobody is marked for the search index: that is built from all at once.
 */
export async function makeUpData(
  client: pg.Client,
  size: DataSize,
  onProgress: (text: string) => void,
): Promise<MadeUpData> {
  const authors = Math.ceil(size.reviews / VISITS_PER_AUTHOR) + 1;
  await client.query("SET synchronous_commit = off; SET work_mem = '256MB'");
  await client.query(TABLES_SQL);
  await client.query("INSERT INTO bench.size VALUES ($1, $2, $3)", [size.technicians, size.reviews, authors]);
  await fillPools(client);
  await client.query("ANALYZE bench.word; ANALYZE bench.pool; ANALYZE bench.city");

  const inSlices = async (name: string, last: number, statements: readonly string[], from = 1) => {
    for (let first = from; first <= last; first += SLICE) {
      onProgress(`${name} ${Math.round((first / Math.max(last, 1)) * 100)} %`);
      const until = Math.min(first + SLICE - 1, last);
      for (const statement of statements) await client.query(statement, [first, until]);
    }
  };
  await inSlices("planning technicians", size.technicians, [PLAN_TECHNICIANS_SQL]);
  await inSlices("planning reviews", size.reviews, [PLAN_REVIEWS_SQL]);
  await client.query("ANALYZE bench.technician; ANALYZE bench.review");
  await client.query(RATINGS_SQL);
  await client.query("ANALYZE bench.rating");
  await withoutChecks(client, onProgress, async () => {
    await client.query(CHECKERS_SQL);
    await inSlices("authors", authors, [AUTHORS_SQL], 0);
    await inSlices("technicians", size.technicians, TECHNICIAN_STEPS);
    await inSlices("reviews", size.reviews, [REVIEWS_SQL, REPLIES_SQL, FOLLOW_UPS_SQL]);
  });
  onProgress("statistics");
  await client.query("VACUUM (ANALYZE)");
  return describe(client, size);
}

async function describe(client: pg.Client, { technicians }: DataSize): Promise<MadeUpData> {
  const visible = await client.query<{ count: number }>(
    `SELECT count(*)::int FROM "Technician" WHERE status IN ('published', 'unclaimed')`,
  );
  const found = await client.query<{ id: string; slug: string }>(
    `SELECT id, slug FROM "Technician" t WHERE status = 'published' AND (id = bench.id(${ID.technician}, $1) OR "reviewCount" BETWEEN 10 AND 40)
     ORDER BY id = bench.id(${ID.technician}, $1) DESC, id LIMIT 4`,
    [technicians],
  );
  const [example, ...others] = found.rows;
  const counted = await client.query<{ reviews: number; cases: number; evidence: number }>(
    `SELECT (SELECT count(*)::int FROM "Review" WHERE "technicianId" = $1 AND status = 'published') AS reviews,
      (SELECT count(*)::int FROM "PortfolioCase" WHERE "technicianId" = $1 AND status = 'published') AS cases,
      (SELECT count(*)::int FROM "Evidence" WHERE "technicianId" = $1 AND status = 'verified') AS evidence`,
    [example?.id],
  );
  const has = counted.rows[0];
  if (
    !example ||
    !has ||
    has.reviews !== EXAMPLE.reviews ||
    has.cases !== EXAMPLE.cases ||
    has.evidence !== EXAMPLE.evidence
  ) {
    throw new Error(`the example technician is not as planned: ${JSON.stringify(has)}`);
  }
  return {
    exampleSlug: example.slug,
    exampleId: example.id,
    othersToCompare: others.map(({ slug }) => slug),
    visibleTechnicians: visible.rows[0]?.count ?? 0,
  };
}
