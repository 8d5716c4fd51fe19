import { CONCERNS, FEATURES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { arraySql, ID, joinWordSql, windowSql } from "./tables-sql.ts";

/*
 * Statements that take the numbers of one slice, $1 to $2. The last technician is the example whose profile is
 * measured: nothing about it is left to the dice.
 */

const isExample = "n = (SELECT technicians FROM bench.size)";
export const AUTHORS_SQL = `
INSERT INTO "User" (id, email, "passwordHash", "displayName", roles, "emailVerifiedAt", "isSample", "createdAt", "updatedAt")
SELECT bench.id(${ID.author}, a), 'author' || a || '@people.sample.hairline', 'none', author.word,
  '{client}', now(), true, now(), now()
FROM generate_series($1::int, $2::int) AS a ${joinWordSql("author", "'author'", "a", 20)}`;

export const CHECKERS_SQL = `
INSERT INTO "User" (id, email, "passwordHash", "displayName", roles, "emailVerifiedAt", "isSample", "createdAt", "updatedAt")
SELECT bench.id(${ID.checker}, a), 'moderator' || a || '@people.sample.hairline', 'none', 'Moderator ' || a,
  '{moderator}', now(), true, now(), now()
FROM generate_series(1, 5) AS a`;

export const TECHNICIANS_SQL = `
INSERT INTO "Technician" (id, slug, status, name, gender, bio, languages, treatments, concerns, "skinTypes",
  "practisingSince", "smpShare", "hasOwnHairLoss", "understandingStatement", "dedicationStatement", "topUpYearsMin",
  "topUpYearsMax", "lastConfirmedOn", "listingSource", "listingRecord", "listingSnapshotOn", "reviewCount", "ratingMean",
  "ratingCounts", "subRatingUnderstanding", "subRatingSterile", "subRatingDedication", "subRatingPortfolio",
  "recommendCount", "recommendAnswers", "ratingScore", "isSample", "publishedAt", "createdAt", "updatedAt")
SELECT bench.id(${ID.technician}, t.n), f.plain || '-' || l.plain || '-' || t.n, t.status::"TechnicianStatus",
  f.word || ' ' || l.word,
  CASE WHEN bench.draw(t.n, 5, 25) = 0 THEN 'nonbinary' WHEN bench.draw(t.n, 5, 12) = 1 THEN NULL ELSE f.kind END::"Gender",
  CASE WHEN t.status = 'unclaimed' THEN '' ELSE b.word END,
  CASE c.country WHEN 'DE' THEN '{de,en}'::text[] WHEN 'NL' THEN '{nl,en}' WHEN 'ES' THEN '{es,en}' ELSE '{en}' END
    || CASE WHEN bench.draw(t.n, 6, 3) = 0 THEN ARRAY[('{fr,it,pt,pl,tr,ar,ur,hi,pa,zh,ro}'::text[])[1 + bench.draw(t.n, 7, 11)]] ELSE '{}' END,
  ${windowSql(Object.keys(TREATMENTS), '"Treatment"', { start: "bench.draw(t.n, 8, 11)", length: "(3 + bench.draw(t.n, 9, 6))" })},
  ${windowSql(Object.keys(CONCERNS), '"Concern"', { start: "bench.draw(t.n, 10, 14)", length: "(3 + bench.draw(t.n, 11, 6))" })},
  ('{1,2,3,4,5,6}'::int[])[1 + bench.draw(t.n, 12, 3) : 4 + bench.draw(t.n, 13, 3)],
  2004 + bench.draw(t.n, 14, 22), 20 + bench.draw(t.n, 15, 81), bench.draw(t.n, 16, 3) = 0,
  CASE WHEN t.status = 'published' THEN left(b.word, 300) END, CASE WHEN t.status = 'published' THEN right(b.word, 300) END,
  4, 6, CURRENT_DATE - bench.draw(t.n, 17, 300),
  CASE WHEN t.status = 'unclaimed' THEN 'list:bench' END, CASE WHEN t.status = 'unclaimed' THEN t.n::text END,
  CASE WHEN t.status = 'unclaimed' THEN CURRENT_DATE END,
  coalesce(g.reviews, 0), g.mean, coalesce(g.counts, '{0,0,0,0,0}'), g.understanding, g.sterile, g.dedication, g.portfolio,
  coalesce(g.recommends, 0), coalesce(g.answers, 0), (5 * 4.0 + coalesce(g.weighted, 0)) / (5 + coalesce(g.weights, 0)),
  true, CASE WHEN t.status IN ('published', 'suspended') THEN now() - bench.draw(t.n, 18, 1500) * interval '1 day' END,
  now() - interval '5 years', now()
FROM bench.technician t
  JOIN bench.city c USING (slot)
  ${joinWordSql("f", "CASE WHEN bench.draw(t.n, 3, 100) < 46 THEN 'woman' ELSE 'man' END", "t.n", 4)}
  ${joinWordSql("l", "'last'", "t.n", 19)}
  ${joinWordSql("b", "'bio'", "t.n", 21)}
  LEFT JOIN bench.rating g ON g.n = t.n
WHERE t.n BETWEEN $1::int AND $2::int`;

const premises = (kind: number, salt: number, condition: string) => `
INSERT INTO "Premises" (id, name, address, city, region, "countryCode", postcode, lat, lng, features, "isSample", "createdAt", "updatedAt")
SELECT bench.id(${kind}, t.n), s.word, 1 + bench.draw(t.n, ${salt}, 180) || ' ' || c.street, c.name, c.region, c.country, c.postcode,
  c.lat + (bench.share(t.n, ${salt + 1}) + bench.share(t.n, ${salt + 2}) - 1) * 0.3,
  c.lng + (bench.share(t.n, ${salt + 3}) + bench.share(t.n, ${salt + 4}) - 1) * 0.3 / cos(radians(c.lat)),
  ${windowSql(Object.keys(FEATURES), '"Feature"', { start: `bench.draw(t.n, ${salt + 5}, 4)`, length: `bench.draw(t.n, ${salt + 6}, 4)` })},
  true, now(), now()
FROM bench.technician t JOIN bench.city c USING (slot)
  ${joinWordSql("s", "'studio'", "t.n", salt + 7)}
WHERE t.n BETWEEN $1::int AND $2::int AND ${condition}`;

const workplace = (kind: number, position: number, condition: string) => `
INSERT INTO "TechnicianPremises" ("technicianId", "premisesId", position)
SELECT bench.id(${ID.technician}, n), bench.id(${kind}, n), ${position}
FROM generate_series($1::int, $2::int) AS t(n) WHERE ${condition}`;

const hasSecond = `(bench.draw(t.n, 39, 10) < 3 AND NOT t.${isExample})`;

export const PREMISES_SQL = [
  premises(ID.premises, 30, "true"),
  premises(ID.secondPremises, 40, hasSecond),
  workplace(ID.premises, 0, "true"),
  workplace(ID.secondPremises, 1, hasSecond),
];

/** Two or three bands a technician, around 1,000 to 3,000 pounds in the money of the place. */
export const PRICES_SQL = `
INSERT INTO "PriceBand" (id, "technicianId", treatment, "amountFrom", "amountTo", currency, "sessionsIncluded", "topUpIncluded",
  "confirmedOn", position, "isSample")
SELECT bench.id(${ID.price}, t.n::bigint * 3 + k), bench.id(${ID.technician}, t.n),
  (${arraySql(Object.keys(TREATMENTS), '"Treatment"')})[1 + bench.draw(t.n, 50 + k, 11)],
  (a.amount * c.factor)::int * 100, (a.amount * c.factor * 1.3)::int * 100, c.currency, 2 + k, k = 0,
  CURRENT_DATE - bench.draw(t.n, 53, 300), k, true
FROM bench.technician t JOIN bench.city c USING (slot) CROSS JOIN generate_series(0, 2) AS k
  CROSS JOIN LATERAL (SELECT 400 + 50 * bench.draw(t.n, 54 + k, 40) AS amount) a
WHERE t.n BETWEEN $1::int AND $2::int AND t.status = 'published' AND (k < 2 OR bench.draw(t.n, 57, 2) = 0)`;

export const ANSWERS_SQL = `
INSERT INTO "TechnicianAnswer" (id, "technicianId", question, answer, "updatedAt")
SELECT bench.id(${ID.answer}, t.n::bigint), bench.id(${ID.technician}, t.n), q.word, a.word, now()
FROM bench.technician t
  ${joinWordSql("q", "'question'", "t.n", 60)}
  JOIN bench.word a ON a.kind = 'answer' AND a.at = q.at
WHERE t.n BETWEEN $1::int AND $2::int AND t.status = 'published' AND bench.draw(t.n, 61, 2) = 0`;
