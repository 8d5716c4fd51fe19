import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { arraySql, ID, joinWordSql } from "./tables-sql.ts";

/** What the example technician has, and the profile is measured with. */
export const EXAMPLE = { reviews: 20, cases: 8, evidence: 6 } as const;

const VISIBLE = "status IN ('published', 'under_investigation')";

/**
 * Who rates whom and how, before any row is written, so that the technicians can be written with ratings that agree
 * with their reviews. Few technicians have most reviews; one author's visits to one technician never share a day.
 */
export const PLAN_REVIEWS_SQL = `
INSERT INTO bench.review
SELECT r, n, author, status, stars, least(5, greatest(1, stars + bench.draw(r, 71, 3) - 1)), least(5, greatest(1, stars + bench.draw(r, 72, 3) - 1)),
  stars, CASE WHEN bench.draw(r, 73, 8) > 0 THEN stars END, CASE WHEN bench.draw(r, 74, 10) > 0 THEN stars >= 4 END,
  CASE WHEN bench.draw(r, 75, 10) < 5 THEN 'confirmed' WHEN bench.draw(r, 75, 10) < 7 THEN 'document_checked'
    WHEN bench.draw(r, 75, 10) < 9 THEN 'contact_confirmed' ELSE 'unconfirmed' END,
  bench.draw(r, 76, 40) = 0, last_session_ago, last_session_ago - 1 - bench.draw(r, 77, least(last_session_ago - 1, 800))
FROM (
  SELECT r, s.*, r % authors AS author,
    30 + 3 * bench.draw(r, 78, 480) + r / authors AS last_session_ago,
    CASE WHEN r > reviews - ${EXAMPLE.reviews} THEN technicians
      ELSE 1 + floor((technicians - 1) * power(bench.share(r, 79), 1.5))::int END AS n,
    CASE WHEN r > reviews - ${EXAMPLE.reviews} OR bench.draw(r, 80, 100) < 86 THEN 'published'
      ELSE ('{under_investigation,under_investigation,pending,pending,pending,pending,in_review,rejected,rejected,removed,removed,withdrawn,draft,draft}'::text[])[bench.draw(r, 80, 100) - 85] END AS status
  FROM bench.size s CROSS JOIN generate_series($1::int, $2::int) AS r
) AS visit CROSS JOIN LATERAL (
  SELECT least(5, greatest(1, round(3.1 + 1.8 * bench.share(n, 81) + 2.4 * (bench.share(r, 82) + bench.share(r, 83) - 1))))::int AS stars
) AS given`;

/** By the formula on /policies/ranking, with a platform mean of 4. */
export const RATINGS_SQL = `
INSERT INTO bench.rating
SELECT n, count(*), round(avg(overall), 2), ARRAY[count(*) FILTER (WHERE overall = 1), count(*) FILTER (WHERE overall = 2),
    count(*) FILTER (WHERE overall = 3), count(*) FILTER (WHERE overall = 4), count(*) FILTER (WHERE overall = 5)]::int[],
  round(avg(understanding), 2), round(avg(sterile), 2), round(avg(dedication), 2), round(avg(portfolio), 2),
  count(*) FILTER (WHERE recommends), count(recommends), sum(weight), sum(weight * overall)
FROM (SELECT *, CASE WHEN incentive THEN 0 ELSE power(0.5::float8, submitted_ago / 730.0::float8)
    * CASE proof WHEN 'contact_confirmed' THEN 0.5 WHEN 'unconfirmed' THEN 0 ELSE 1 END END AS weight
  FROM bench.review WHERE ${VISIBLE}) AS weighed
GROUP BY n`;

export const REVIEWS_SQL = `
INSERT INTO "Review" (id, "technicianId", "authorId", status, overall, understanding, sterile, dedication, portfolio,
  "wouldRecommend", "needleOpened", treatment, concern, sessions, "pricePaid", currency, "lastSessionOn", title, text,
  "attestationVersion", "attestedAt", relationship, "isIncentivised", "proofLevel", "removalReason", "submittedAt", "publishedAt",
  "closedAt", "isSample", "createdAt", "updatedAt")
SELECT bench.id(${ID.review}, p.r), bench.id(${ID.technician}, p.n), bench.id(${ID.author}, p.author), p.status::"ReviewStatus",
  p.overall, p.understanding, p.sterile, p.dedication, p.portfolio, p.recommends, bench.draw(p.r, 90, 6) > 0,
  (${arraySql(Object.keys(TREATMENTS), '"Treatment"')})[1 + bench.draw(p.r, 91, 11)],
  CASE WHEN bench.draw(p.r, 92, 2) = 0 THEN (${arraySql(Object.keys(CONCERNS), '"Concern"')})[1 + bench.draw(p.r, 93, 14)] END,
  1 + bench.draw(p.r, 94, 5), CASE WHEN bench.draw(p.r, 95, 3) = 0 THEN 80000 + 5000 * bench.draw(p.r, 96, 40) END,
  CASE WHEN bench.draw(p.r, 95, 3) = 0 THEN 'GBP' END, CURRENT_DATE - p.last_session_ago, title.word, words.word,
  CASE WHEN p.status <> 'draft' THEN '2026-01' END, CASE WHEN p.status <> 'draft' THEN sent.day END, 'none', p.incentive, p.proof::"ProofLevel",
  CASE WHEN p.status IN ('rejected', 'removed') THEN 'too_little_detail' END::"ReviewReason",
  CASE WHEN p.status <> 'draft' THEN sent.day END,
  CASE WHEN p.status IN ('published', 'under_investigation', 'removed', 'withdrawn') THEN sent.day END,
  CASE WHEN p.status IN ('rejected', 'removed', 'withdrawn') THEN sent.day END, true, sent.day, sent.day
FROM bench.review p
  CROSS JOIN LATERAL (SELECT now() - p.submitted_ago * interval '1 day' AS day) AS sent
  ${joinWordSql("title", "'title' || p.overall", "p.r", 97)}
  ${joinWordSql("words", "'review' || p.overall", "p.r", 98)}
WHERE p.r BETWEEN $1::int AND $2::int`;

export const REPLIES_SQL = `
INSERT INTO "Reply" ("reviewId", status, text, "submittedAt", "publishedAt", "isSample")
SELECT bench.id(${ID.review}, p.r), 'published', w.word, now(), now(), true
FROM bench.review p ${joinWordSql("w", "'reply'", "p.r", 99)}
WHERE p.r BETWEEN $1::int AND $2::int AND p.status = 'published' AND bench.draw(p.r, 100, 5) = 0`;

/** Follow-ups that leave the stars as they were, so that the ratings above stay right. */
export const FOLLOW_UPS_SQL = `
INSERT INTO "ReviewFollowUp" (id, "reviewId", status, month, "daysSinceLastSession", "isStillAsWanted", "wouldDoAgain",
  "hadTopUp", text, "submittedAt", "publishedAt", "isSample")
SELECT bench.id(${ID.followUp}, p.r), bench.id(${ID.review}, p.r), 'published', 6, least(p.last_session_ago, 190), p.overall >= 4,
  p.overall >= 4, false, left(w.word, 200), now(), now(), true
FROM bench.review p ${joinWordSql("w", "'review' || p.overall", "p.r", 101)}
WHERE p.r BETWEEN $1::int AND $2::int AND p.status = 'published' AND bench.draw(p.r, 102, 8) = 0`;
