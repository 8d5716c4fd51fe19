import { CRITERIA, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import type { Criterion, CriterionState } from "#app/domain/criteria/criterion.ts";
import { circlePath } from "#app/ui/logo-mark.tsx";

/**
 * Filled = checked, ring = self-declared, half = being checked, dashed = expired (the dashes are CSS), with a bar =
 * none provided, slashed = not required. One path each: a page of results draws 144 of them.
 */
export function dotPath(state: CriterionState, x: number, y: number, radius: number): string {
  const circle = circlePath(x, y, radius);
  if (state === "being_checked") return `${circle}M${x} ${y - radius}a${radius} ${radius} 0 0 1 0 ${2 * radius}z`;
  if (state === "none_provided") return `${circle}M${x - radius / 2} ${y}h${radius}`;
  if (state === "not_required") {
    const reach = Math.round(radius * 7) / 10;
    return `${circle}M${x - reach} ${y + reach}L${x + reach} ${y - reach}`;
  }
  return circle;
}

/** "Authorised: checked". */
export function dotName(criterion: Criterion, state: CriterionState): string {
  return `${CRITERIA[criterion].title}: ${CRITERION_STATES[state].toLowerCase()}`;
}
