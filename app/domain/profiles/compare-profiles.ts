import { CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import type { CriterionState } from "#app/domain/criteria/criterion.ts";
import type { ShownPhoto } from "#app/domain/media/photo.ts";
import { criterionFacts } from "#app/domain/profiles/compare-criteria.ts";
import type { Block, CompareFact } from "#app/domain/profiles/compare-fact.ts";
import { GLANCE_FACTS } from "#app/domain/profiles/compare-glance.ts";
import { concernFacts, priceFacts, SKIN_FACTS, treatmentFacts } from "#app/domain/profiles/compare-offers.ts";
import { INSPECTION_FACTS, RESULT_FACTS, REVIEW_FACTS } from "#app/domain/profiles/compare-results.ts";
import type { Profile } from "#app/domain/profiles/profile.ts";

/*
 * Several profiles side by side: one row per fact, the same facts for everybody. What is not known says so, and a row
 * whose cells are not all the same is different. Nothing is added up, weighed or ranked.
 */

export type CompareCell = { state: CriterionState | null; isKnown: boolean; blocks: Block[] };
export type CompareRow = { label: string; isDifferent: boolean; cells: CompareCell[] };
export type CompareGroup = { title: string; rows: CompareRow[] };

function toRow(
  { label, read, unknown = "None provided", state }: CompareFact,
  profiles: readonly Profile[],
): CompareRow {
  const cells = profiles.map((profile): CompareCell => {
    const blocks = read(profile) ?? [];
    const isKnown = blocks.length > 0;
    return { state: state?.(profile) ?? null, isKnown, blocks: isKnown ? blocks : [[[unknown]]] };
  });
  return { label, isDifferent: new Set(cells.map((cell) => JSON.stringify(cell))).size > 1, cells };
}

/** The table, group by group. Cells stand in the order of the profiles. */
export function compareProfiles(profiles: readonly Profile[]): CompareGroup[] {
  const groups: [title: string, facts: readonly CompareFact[]][] = [
    ["At a glance", GLANCE_FACTS],
    ["The six criteria", CRITERION_KEYS.flatMap(criterionFacts)],
    ["Treatments", treatmentFacts(profiles)],
    ["Works with", [...concernFacts(profiles), ...SKIN_FACTS]],
    ["Prices", priceFacts(profiles)],
    ["Results shown, by age", RESULT_FACTS],
    ["Official inspections", INSPECTION_FACTS],
    ["Reviews", REVIEW_FACTS],
  ];
  return groups.map(([title, facts]) => ({ title, rows: facts.map((fact) => toRow(fact, profiles)) }));
}

/** Only the rows that differ, without groups that have none. */
export function onlyDifferences(groups: readonly CompareGroup[]): CompareGroup[] {
  return groups
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => row.isDifferent) }))
    .filter(({ rows }) => rows.length > 0);
}

export function countRows(groups: readonly CompareGroup[]): { all: number; different: number } {
  const rows = groups.flatMap((group) => group.rows);
  return { all: rows.length, different: rows.filter((row) => row.isDifferent).length };
}

/** The picture beside a name: the first healed or older result, or a fresh one where there is no other. */
export function compareFace({ cases }: Pick<Profile, "cases">): ShownPhoto | null {
  const results = cases.flatMap(({ photos }) => photos).filter(({ stage }) => stage !== "before");
  const photo = results.find(({ stage }) => stage !== "fresh") ?? results[0];
  if (!photo) return null;
  const { key, width, height, placeholderColour, stage, alt } = photo;
  return { key, width, height, placeholderColour, stage, alt };
}
