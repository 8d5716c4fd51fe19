import { escapeLiteral } from "pg";

/** An array literal of an enum or of text, for use inside a statement. */
export function arraySql(values: readonly string[], type: string): string {
  return `ARRAY[${values.map((value) => escapeLiteral(value)).join(", ")}]::${type}[]`;
}

/** The list twice over, so that a slice may run past its end: cheap variety without a sort per row. */
export function windowSql(values: readonly string[], type: string, draw: { start: string; length: string }): string {
  const twice = arraySql([...values, ...values], type);
  return `(${twice})[1 + ${draw.start} : ${draw.start} + ${draw.length}]`;
}

/**
 * Joins a word of a kind to a row, as `alias`: which one is drawn by the row's number. The size of the kind comes from
 * a table of its own, so that the word is looked up by its place and not searched for among all of its kind.
 */
export function joinWordSql(alias: string, kind: string, n: string, salt: number): string {
  return `JOIN bench.pool ${alias}_pool ON ${alias}_pool.kind = ${kind}
  JOIN bench.word ${alias} ON ${alias}.kind = ${alias}_pool.kind AND ${alias}.at = bench.draw(${n}, ${salt}, ${alias}_pool.size)`;
}

/** Kinds of made-up ids: every row's id follows from its kind and number, so that no table has to look up another. */
export const ID = {
  author: 1,
  technician: 2,
  premises: 3,
  secondPremises: 4,
  evidence: 5,
  price: 6,
  case: 7,
  photo: 8,
  review: 9,
  followUp: 10,
  inspection: 11,
  answer: 12,
  checker: 13,
} as const;

/**
 * Tables and functions that the generation works with, in a schema of their own. `draw` and `share` are the dice: the
 * same number and salt always fall the same way, so that every run measures the same data.
 */
export const TABLES_SQL = `
CREATE SCHEMA bench;
CREATE FUNCTION bench.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
CREATE FUNCTION bench.draw(n bigint, salt int, sides int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT (hashint8extended(n, salt) & 1073741823)::int % sides $$;
CREATE FUNCTION bench.share(n bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT (hashint8extended(n, salt) & 1073741823) / 1073741824.0::float8 $$;
CREATE TABLE bench.word (kind text, at int, word text, plain text, PRIMARY KEY (kind, at));
CREATE TABLE bench.pool (kind text PRIMARY KEY, size int);
CREATE TABLE bench.city (slot int PRIMARY KEY, name text, region text, country text, lat float8, lng float8, regime text,
  postcode text, street text, currency text, factor float8);
CREATE TABLE bench.size (technicians int, reviews int, authors int);
CREATE UNLOGGED TABLE bench.review (r int PRIMARY KEY, n int, author int, status text, overall int, understanding int,
  sterile int, dedication int, portfolio int, recommends boolean, proof text, incentive boolean, last_session_ago int,
  submitted_ago int);
CREATE UNLOGGED TABLE bench.rating (n int PRIMARY KEY, reviews int, mean numeric(3, 2), counts int[],
  understanding numeric(3, 2), sterile numeric(3, 2), dedication numeric(3, 2), portfolio numeric(3, 2),
  recommends int, answers int, weights float8, weighted float8);
CREATE UNLOGGED TABLE bench.technician (n int PRIMARY KEY, slot int, status text)`;

/** The last technician is the example, and always published. */
export const PLAN_TECHNICIANS_SQL = `
INSERT INTO bench.technician
SELECT n, bench.draw(n, 1, (SELECT count(*)::int FROM bench.city)),
  CASE WHEN n = technicians OR bench.draw(n, 2, 100) < 76 THEN 'published'
    WHEN bench.draw(n, 2, 100) < 97 THEN 'unclaimed' WHEN bench.draw(n, 2, 100) < 99 THEN 'draft' ELSE 'suspended' END
FROM bench.size CROSS JOIN generate_series($1::int, $2::int) AS n`;
