import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { EXAMPLE } from "./review-sql.ts";
import { arraySql, ID, joinWordSql } from "./tables-sql.ts";

const isExample = "t.n = (SELECT technicians FROM bench.size)";

/**
 * Six papers a technician at most: two authorisations, two of hygiene, a training, an association. A third of the
 * verified ones have an expiry date, and some of those dates are past.
 */
const PAPERS = `
FROM (
  SELECT t.n, t.slot, k, t.n::bigint * ${EXAMPLE.evidence} + k AS paper,
    (${arraySql(["authorization", "authorization", "hygiene", "hygiene", "training", "association"], "text")})[k + 1] AS kind
  FROM bench.technician t CROSS JOIN generate_series(0, ${EXAMPLE.evidence - 1}) AS k
  WHERE t.n BETWEEN $1::int AND $2::int AND t.status = 'published' AND (${isExample} OR bench.draw(t.n * 6::bigint + k, 110, 100) < 88)
) AS paper`;

const EVIDENCE_SQL = `
INSERT INTO "Evidence" (id, "technicianId", criterion, kind, status, "issuedOn", "expiresOn", "noExpiryReason", source,
  "checkedById", "checkedOn", "submittedAt", "isSample", "createdAt", "updatedAt")
SELECT bench.id(${ID.evidence}, paper), bench.id(${ID.technician}, n),
  (CASE kind WHEN 'authorization' THEN 'authorization' WHEN 'hygiene' THEN 'sterile' WHEN 'training' THEN 'training' ELSE 'dedication' END)::"Criterion",
  kind::"EvidenceKind", status::"EvidenceStatus", CURRENT_DATE - 900, CASE WHEN expires THEN CURRENT_DATE - 60 + bench.draw(paper, 111, 700) END,
  (CASE WHEN NOT expires THEN CASE WHEN bench.draw(paper, 112, 2) = 0 THEN 'unknown' ELSE 'none_under_regime' END END)::"NoExpiryReason",
  'Certificate seen', CASE WHEN status IN ('verified', 'expired') THEN bench.id(${ID.checker}, 1 + bench.draw(paper, 113, 5)) END,
  CASE WHEN status IN ('verified', 'expired') THEN CURRENT_DATE - 100 - bench.draw(paper, 114, 300) END,
  CASE WHEN status <> 'declared' THEN now() - interval '400 days' END, true, now(), now()
FROM (
  SELECT *, bench.draw(paper, 115, 3) = 0 AS expires,
    CASE WHEN n = (SELECT technicians FROM bench.size) OR bench.draw(paper, 116, 100) < 72 THEN 'verified'
      ELSE ('{declared,declared,submitted,in_check,expired,rejected,needs_better_copy}'::text[])[1 + bench.draw(paper, 117, 7)] END AS status
  ${PAPERS}
) AS checked`;

const AUTHORIZATION_SQL = `
INSERT INTO "Authorization" ("evidenceId", "regimeKey", holder, "premisesId", authority, number)
SELECT bench.id(${ID.evidence}, paper), c.regime, (CASE k WHEN 0 THEN 'person' ELSE 'premises' END)::"AuthorizationHolder",
  CASE k WHEN 1 THEN bench.id(${ID.premises}, n) END, c.name || ' Council', 'SP-' || paper
${PAPERS} JOIN bench.city c USING (slot) WHERE kind = 'authorization'`;

const HYGIENE_SQL = `
INSERT INTO "HygieneEvidence" ("evidenceId", "hygieneKind", detail)
SELECT bench.id(${ID.evidence}, paper),
  (CASE k WHEN 2 THEN 'bloodborne_pathogen_certificate' ELSE 'single_use_declaration' END)::"HygieneKind", 'Cartridges and caps are used once'
${PAPERS} WHERE kind = 'hygiene'`;

const TRAINING_SQL = `
INSERT INTO "Training" ("evidenceId", provider, "courseName", "smpHours", "liveModels", "completedOn")
SELECT bench.id(${ID.evidence}, paper), w.word, 'Foundation in scalp micropigmentation', 40 + bench.draw(n, 118, 80), 4, CURRENT_DATE - 900
${PAPERS} ${joinWordSql("w", "'school'", "n", 119)} WHERE paper.kind = 'training'`;

const ASSOCIATION_SQL = `
INSERT INTO "Association" ("evidenceId", name, "memberNumber", "memberSince")
SELECT bench.id(${ID.evidence}, paper), w.word, 'M' || n, 2015 + bench.draw(n, 120, 10)
${PAPERS} ${joinWordSql("w", "'association'", "n", 121)} WHERE paper.kind = 'association'`;

export const EVIDENCE_STEPS = [EVIDENCE_SQL, AUTHORIZATION_SQL, HYGIENE_SQL, TRAINING_SQL, ASSOCIATION_SQL];

/** Up to four cases a technician, eight for the example, each with a picture from before and one of the result. */
const CASES = `
FROM bench.technician t CROSS JOIN generate_series(0, ${EXAMPLE.cases - 1}) AS k
  CROSS JOIN LATERAL (SELECT t.n::bigint * ${EXAMPLE.cases} + k AS number) AS numbered
WHERE t.n BETWEEN $1::int AND $2::int AND t.status = 'published' AND (${isExample} OR k < bench.draw(t.n, 130, 5))`;

const days = "(20 + bench.draw(number, 131, 1000))";

const CASES_SQL = `
INSERT INTO "PortfolioCase" (id, "technicianId", status, title, treatment, concern, "skinType", sessions, "daysSinceLastSession",
  "isSameLight", "isSameAngle", "isUnedited", "checkedOn", position, "isSample", "updatedAt")
SELECT bench.id(${ID.case}, number), bench.id(${ID.technician}, t.n),
  (CASE WHEN NOT ${isExample} AND bench.draw(number, 132, 12) = 0 THEN 'submitted' ELSE 'published' END)::"PortfolioStatus",
  'Shaved look over three sessions', (${arraySql(Object.keys(TREATMENTS), '"Treatment"')})[1 + bench.draw(number, 133, 11)],
  (${arraySql(Object.keys(CONCERNS), '"Concern"')})[1 + bench.draw(number, 134, 14)], 1 + bench.draw(number, 135, 6), 3, ${days},
  true, bench.draw(number, 136, 2) = 0, true, CURRENT_DATE - 30, k, true, now()
${CASES}`;

const PHOTOS_SQL = `
INSERT INTO "Photo" (id, "portfolioCaseId", "storageKey", width, height, "placeholderColour", "perceptualHash", stage,
  "daysSinceLastSession", position, "isSample")
SELECT bench.id(${ID.photo}, number * 2 + side), bench.id(${ID.case}, number), md5((number * 2 + side)::text), 960, 720,
  '#8f7a6b', left(md5(number::text), 16),
  (CASE WHEN side = 0 THEN 'before' WHEN ${days} < 28 THEN 'fresh' WHEN ${days} < 183 THEN 'healed' WHEN ${days} < 730 THEN 'settled' ELSE 'aged' END)::"PhotoStage",
  CASE side WHEN 1 THEN ${days} END, side, true
${CASES.replace("WHERE", "CROSS JOIN generate_series(0, 1) AS side WHERE")}`;

export const PORTFOLIO_STEPS = [CASES_SQL, PHOTOS_SQL];

/** Half of the register's listings, and some claimed ones, were inspected. */
export const INSPECTIONS_SQL = `
INSERT INTO "Inspection" (id, "premisesId", "inspectedOn", outcome, services, source, "sourceRecord", "snapshotOn", "isSample")
SELECT bench.id(${ID.inspection}, t.n::bigint * 2 + k), bench.id(${ID.premises}, t.n), CURRENT_DATE - 40 - 300 * k - bench.draw(t.n, 140, 200),
  (CASE WHEN bench.draw(t.n, 141 + k, 20) = 0 THEN 'closed' WHEN bench.draw(t.n, 141 + k, 20) < 4 THEN 'conditional_pass' ELSE 'pass' END)::"InspectionOutcome",
  '{Tattooing}', 'list:bench', t.n::text, CURRENT_DATE, true
FROM bench.technician t CROSS JOIN generate_series(0, 1) AS k
WHERE t.n BETWEEN $1::int AND $2::int AND (t.status = 'unclaimed' OR bench.draw(t.n, 143, 8) = 0) AND bench.draw(t.n, 144, 2) = 0`;
