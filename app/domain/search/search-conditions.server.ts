import { AGED_FROM_DAYS, HEALED_FROM_DAYS, SETTLED_FROM_DAYS } from "#app/domain/media/photo.ts";
import { ALTERNATIVE_KINDS } from "#app/domain/search/filter.ts";
import type { AlternativeKind } from "#app/domain/search/filter.ts";
import type { PlacedSearch } from "#app/domain/search/matches.ts";
import type { ResultAge } from "#app/domain/search/search-params.ts";
import type { Lens } from "#app/domain/search/searchable-technicians.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/*
 * Searches in SQL: the filters of filter.ts and the orders of match-in-engine.server.ts. `t` is a row of what
 * searchableTechniciansSql makes, `s` a row of what searchesSql makes, so that the statement is the same whatever is
 * asked for and PostgreSQL plans it once.
 */

/** Days after the last session from which a result has the age. */
export const RESULT_FROM_DAYS: Record<ResultAge, number> = {
  healed: HEALED_FROM_DAYS,
  settled: SETTLED_FROM_DAYS,
  aged: AGED_FROM_DAYS,
};

/** Whether a technician passes a kind whose options are alternatives. */
const PASSES: Record<AlternativeKind, Prisma.Sql> = {
  treatment: Prisma.sql`s.treatment = '{}' OR t.treatments && s.treatment`,
  concern: Prisma.sql`s.concern = '{}' OR t.concerns && s.concern`,
  skin: Prisma.sql`s.skin = '{}' OR t.skin && s.skin`,
  language: Prisma.sql`s.language = '{}' OR t.languages && s.language`,
  gender: Prisma.sql`s.gender IS NULL OR t.gender = s.gender`,
  ratingMin: Prisma.sql`s."ratingMin" IS NULL OR t."ratingMean" >= s."ratingMin"`,
  result: Prisma.sql`s."resultDays" IS NULL OR t."resultDays" >= s."resultDays"`,
};

/** One bit for each alternative kind that a technician does not pass; 0 is a match. */
export const missedSql = Prisma.join(
  ALTERNATIVE_KINDS.map((kind, at) => Prisma.sql`CASE WHEN ${PASSES[kind]} THEN 0 ELSE ${1 << at}::int END`),
  " | ",
);

/** What narrows a search and has no alternatives, so that nothing is counted without it. */
export const isWithinSql = Prisma.sql`t.found IS NOT NULL AND t.found[1] >= s.words AND (s.radius IS NULL OR t.km <= s.radius)
  AND s.verified <@ t.checked AND s.feature <@ t.features AND (s."priceMax" IS NULL OR t.price <= s."priceMax")
  AND t.claimed >= s.claimed`;

/** The searches as rows; `words` is how many of the words have to be found. */
export function searchesSql(searches: PlacedSearch[], { words, needsAllWords }: Lens): Prisma.Sql {
  const rows = searches.map(({ params, place }, at) => ({
    at,
    words: needsAllWords ? words.length : 1,
    radius: place && params.radius,
    treatment: params.treatment,
    concern: params.concern,
    skin: params.skin,
    language: params.language,
    gender: params.gender,
    ratingMin: params.ratingMin,
    resultDays: params.result && RESULT_FROM_DAYS[params.result],
    verified: params.verified,
    feature: params.feature,
    priceMax: params.currency === null || params.priceMax === null ? null : Math.round(params.priceMax * 100),
    claimed: params.isClaimedOnly ? 1 : 0,
  }));
  return Prisma.sql`search AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(at int, words int, radius float8,
      treatment text[], concern text[], skin text[], language text[], gender text, "ratingMin" float8, "resultDays" int,
      verified text[], feature text[], "priceMax" int, claimed int))`;
}

/** How a page is ordered within claimed and unclaimed; what is equal in it goes by the order of relevance. */
export function orderSql({ params: { sort }, place }: PlacedSearch): Prisma.Sql {
  const relevance = Prisma.sql`found[1] DESC, found[2], cardinality(checked) DESC, "ratingScore" DESC, "reviewCount" DESC,
    lower(name), id`;
  switch (sort) {
    case "rating":
      return Prisma.sql`"ratingScore" DESC, ${relevance}`;
    case "reviews":
      return Prisma.sql`"reviewCount" DESC, ${relevance}`;
    case "newest":
      return Prisma.sql`date_trunc('second', since) DESC, ${relevance}`;
    case "price":
      return Prisma.sql`price NULLS LAST, ${relevance}`;
    case "distance":
      return place ? Prisma.sql`km, id` : relevance;
    case "relevance":
      return relevance;
  }
}
