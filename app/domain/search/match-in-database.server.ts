import { VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { ALTERNATIVE_KINDS } from "#app/domain/search/filter.ts";
import type { AlternativeKind } from "#app/domain/search/filter.ts";
import { readWords } from "#app/domain/search/match-words.ts";
import type { Matches, PlacedSearch } from "#app/domain/search/matches.ts";
import { PER_PAGE } from "#app/domain/search/result.ts";
import type { Hit, OptionCounts } from "#app/domain/search/result.ts";
import { RATING_STEPS } from "#app/domain/search/search-params.ts";
import {
  isWithinSql,
  missedSql,
  orderSql,
  RESULT_FROM_DAYS,
  searchesSql,
} from "#app/domain/search/search-conditions.server.ts";
import { searchableTechniciansSql, workplacesSql } from "#app/domain/search/searchable-technicians.server.ts";
import type { Lens } from "#app/domain/search/searchable-technicians.server.ts";
import { withinASecond } from "#app/domain/search/within-a-second.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/*
 * The second source of matches: what match-in-engine.server.ts finds, found by PostgreSQL. `t` is a row of what
 * searchableTechniciansSql makes, `s` a row of what is asked for.
 */

/** The options that would find a technician, by kind. */
const OPTIONS: Record<AlternativeKind | "verified" | "feature" | "claimed", Prisma.Sql> = {
  treatment: Prisma.sql`t.treatments`,
  concern: Prisma.sql`t.concerns`,
  skin: Prisma.sql`t.skin`,
  language: Prisma.sql`t.languages`,
  gender: Prisma.sql`ARRAY[t.gender]`,
  ratingMin: Prisma.sql`ARRAY[${Prisma.join(
    RATING_STEPS.map((step) => Prisma.sql`CASE WHEN t."ratingMean" >= ${step}::float8 THEN ${String(step)} END`),
  )}]`,
  result: Prisma.sql`ARRAY[${Prisma.join(
    Object.entries(RESULT_FROM_DAYS).map(
      ([age, days]) => Prisma.sql`CASE WHEN t."resultDays" >= ${days}::int THEN ${age} END`,
    ),
  )}]`,
  verified: Prisma.sql`t.checked`,
  feature: Prisma.sql`t.features`,
  claimed: Prisma.sql`ARRAY[t.claimed::text]`,
};

type Found = {
  total: number;
  counts: Partial<Record<keyof OptionCounts, Record<string, number>>>;
  hits: Hit[];
};

/** Matches, their page and all counts in one statement. */
async function find(search: PlacedSearch, lens: Lens, tx: Db): Promise<Found> {
  const { page } = search.params;
  const counted = Object.entries(OPTIONS).map(([kind, options]) => {
    const own = ALTERNATIVE_KINDS.findIndex((alternative) => alternative === kind);
    const allowed = own === -1 ? 0 : 1 << own;
    // An option that stands twice in a list counts once.
    return Prisma.sql`SELECT ${kind}::text AS kind, o.key, count(*)::int AS n
      FROM near_match t CROSS JOIN LATERAL (SELECT ${options} AS keys) l CROSS JOIN LATERAL unnest(l.keys) WITH ORDINALITY AS o(key, at)
      WHERE t.missed IN (0, ${allowed}::int) AND o.key IS NOT NULL AND array_position(l.keys, o.key) = o.at GROUP BY o.key`;
  });
  const rows = await tx.$queryRaw<Found[]>`
    WITH ${searchesSql([search], lens)}, ${searchableTechniciansSql(lens)},
    near_match AS MATERIALIZED (
      SELECT * FROM (SELECT t.*, ${missedSql} AS missed FROM search s JOIN technician t ON ${isWithinSql}) each
      WHERE missed IN (0, ${Prisma.join(ALTERNATIVE_KINDS.map((_, at) => 1 << at))})),
    best AS (
      SELECT (
        SELECT json_strip_nulls(json_build_object('id', t.id, 'claimed', t.claimed,
          'lat', max(w.lat) FILTER (WHERE w.slot = 1), 'lng', max(w.lng) FILTER (WHERE w.slot = 1),
          'lat2', max(w.lat) FILTER (WHERE w.slot = 2), 'lng2', max(w.lng) FILTER (WHERE w.slot = 2),
          'lat3', max(w.lat) FILTER (WHERE w.slot = 3), 'lng3', max(w.lng) FILTER (WHERE w.slot = 3)))
        FROM (${workplacesSql} WHERE tp."technicianId" = t.id) w) AS hit
      FROM near_match t WHERE missed = 0
      ORDER BY claimed DESC, ${orderSql(search)} LIMIT ${PER_PAGE}::int OFFSET ${(page - 1) * PER_PAGE}::int),
    counted AS (${Prisma.join(counted, " UNION ALL ")})
    SELECT (SELECT count(*)::int FROM near_match WHERE missed = 0) AS total,
      (SELECT coalesce(json_object_agg(kind, options), '{}') FROM (
        SELECT kind, json_object_agg(key, n ORDER BY n DESC, key) AS options FROM counted GROUP BY kind) each) AS counts,
      (SELECT coalesce(json_agg(hit), '[]') FROM best) AS hits`;
  return rows[0] ?? { total: 0, counts: {}, hits: [] };
}

function lensOf({ params, place }: PlacedSearch, today: Day): Lens {
  return {
    today,
    place: place && { lat: place.lat, lng: place.lng },
    currency: params.currency,
    words: readWords(params.q),
    needsAllWords: true,
  };
}

/**
 * Finds in the database what `matchInEngine` finds in the search engine, but for typing errors. Always true to the
 * moment: what was hidden, withdrawn or ran out a second ago is not found.
 */
export async function matchInDatabase(search: PlacedSearch, today: Day, tx?: Db): Promise<Matches> {
  const lens = lensOf(search, today);
  return withinASecond(tx, async (own) => {
    const found = await find(search, lens, own);
    const isPartial = found.total === 0 && lens.words.length > 1;
    const { total, counts, hits } = isPartial ? await find(search, { ...lens, needsAllWords: false }, own) : found;
    return { hits, total, counts: completed(counts), isPartial: isPartial && total > 0 };
  });
}

function completed(counts: Found["counts"]): OptionCounts {
  const verified = VERIFIABLE_CRITERIA.map((criterion) => [criterion, counts.verified?.[criterion] ?? 0]);
  return {
    treatment: counts.treatment ?? {},
    concern: counts.concern ?? {},
    skin: counts.skin ?? {},
    language: counts.language ?? {},
    gender: counts.gender ?? {},
    ratingMin: counts.ratingMin ?? {},
    result: counts.result ?? {},
    verified: Object.fromEntries(verified) as Record<string, number>,
    feature: counts.feature ?? {},
    claimed: counts.claimed ?? {},
  };
}

/** How many match each of these searches, all words of them, in their order. */
export async function countInDatabase(searches: PlacedSearch[], today: Day, tx?: Db): Promise<number[]> {
  // One search with this or that left out differs in place and words at most twice: few statements for many searches.
  const groups = new Map<string, { lens: Lens; members: number[] }>();
  searches.forEach((search, at) => {
    const lens = lensOf(search, today);
    const key = JSON.stringify(lens);
    groups.set(key, { lens, members: [...(groups.get(key)?.members ?? []), at] });
  });
  const totals = searches.map(() => 0);
  await withinASecond(tx, async (own) => {
    for (const { lens, members } of groups.values()) {
      const asked = members.flatMap((at) => searches[at] ?? []);
      const rows = await own.$queryRaw<{ at: number; total: number }[]>`
        WITH ${searchesSql(asked, lens)}, ${searchableTechniciansSql(lens)}
        SELECT s.at, count(*)::int AS total FROM search s JOIN technician t ON ${isWithinSql} AND (${missedSql}) = 0
        GROUP BY s.at`;
      for (const { at, total } of rows) totals[members[at] ?? 0] = total;
    }
  });
  return totals;
}
