import { criteriaFactsSql } from "#app/domain/criteria/criteria-facts.server.ts";
import { CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import type { Criterion, CriterionState } from "#app/domain/criteria/criterion.ts";
import { missingFor } from "#app/domain/criteria/criterion-guide.ts";
import { criterionStates, dayOf } from "#app/domain/criteria/evidence.ts";
import type { CriteriaFacts } from "#app/domain/criteria/evidence.ts";
import { toOwnEvidence } from "#app/domain/criteria/to-own-evidence.server.ts";
import { isPast, whatRunsOut } from "#app/domain/criteria/own-evidence.ts";
import type { Expiring, OwnEvidence } from "#app/domain/criteria/own-evidence.ts";
import { listOwnEvidenceRows } from "#app/domain/criteria/own-evidence-row.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import type { Statements } from "#app/domain/criteria/statements.ts";
import { findStatements } from "#app/domain/criteria/statements.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

export type StudioCriterion = {
  key: Criterion;
  state: CriterionState;
  missing: string[];
  evidence: OwnEvidence[];
  /** Replaced, taken back, or run out and renewed. */
  past: OwnEvidence[];
};

export type StudioCriteria = {
  slug: string;
  criteria: StudioCriterion[];
  runsOut: Expiring[];
  statements: Statements;
};

/** The six criteria of the owner's own profile as of today, what runs out when, and their own words; null for nobody's. */
export async function findStudioCriteria(
  viewer: EvidenceOwner,
  now: Date,
  tx: Db = db(),
): Promise<StudioCriteria | null> {
  const today = dayOf(now);
  const [found, statements, rows] = await Promise.all([
    tx.$queryRaw<{ slug: string; facts: CriteriaFacts }[]>`
      SELECT t.slug, ${criteriaFactsSql} AS facts FROM "Technician" t
      WHERE t.id = ${viewer.technicianId}::uuid AND t."ownerId" = ${viewer.userId}::uuid`,
    findStatements(viewer, tx),
    listOwnEvidenceRows(viewer, tx),
  ]);
  const [technician] = found;
  if (!technician || statements === null) return null;
  const states = criterionStates(technician.facts, today);
  const evidence = await toOwnEvidence(viewer, rows, today, tx);
  const currentHygiene = rows.flatMap(({ id, hygiene }) => {
    const status = evidence.find((one) => one.id === id)?.status;
    const counts = status === "verified" || status === "submitted" || status === "in_check" || status === "declared";
    return hygiene && counts ? [hygiene.kind] : [];
  });
  const hasText = (texts: Record<string, string>) => Object.values(texts).some((words) => words !== "");
  const hasWords = {
    understanding: hasText(statements.understanding.texts),
    dedication: hasText(statements.dedication.texts) || hasText(statements.answers.texts),
  };
  return {
    slug: technician.slug,
    criteria: CRITERION_KEYS.map((key) => {
      const own = evidence.filter(({ criterion }) => criterion === key);
      const said = key === "understanding" || key === "dedication" ? hasWords[key] : false;
      return {
        key,
        state: states[key],
        missing: missingFor(key, { state: states[key], evidence, hasWords: said, currentHygiene }),
        evidence: own.filter((row) => !isPast(row)),
        past: own.filter(isPast),
      };
    }),
    runsOut: whatRunsOut(evidence, today),
    statements,
  };
}
