import { CRITERIA, CRITERION_KEYS, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import type { Criterion, CriterionState, CriterionStates } from "#app/domain/criteria/criterion.ts";
import { dotName, dotPath } from "#app/domain/criteria/criterion-dot.tsx";
import { ARC_DOTS } from "#app/ui/logo-mark.tsx";

const STATES = Object.keys(CRITERION_STATES) as CriterionState[];

function forEachState<T>(make: (state: CriterionState) => T): Record<CriterionState, T> {
  return Object.fromEntries(STATES.map((state) => [state, make(state)])) as Record<CriterionState, T>;
}

/** Every dot a card can show, made once: 6 criteria in 6 states. */
const CARD_DOTS = CRITERION_KEYS.map((criterion, index) => {
  const { x, y } = ARC_DOTS[index] ?? ARC_DOTS[0];
  return {
    criterion,
    dots: forEachState((state) => (
      <path key={criterion} role="img" className={`dot dot-${state}`} d={dotPath(state, x, y, 7)}>
        <title>{dotName(criterion, state)}</title>
      </path>
    )),
  };
});

const SINGLE_DOTS = forEachState((state) => (
  <svg viewBox="0 0 22 22" aria-hidden="true">
    <path className={`dot dot-${state}`} d={dotPath(state, 11, 11, 8.5)} />
  </svg>
));

/** One dot by itself, decoration beside words that say the same. */
export function CriterionDot({ state }: { state: CriterionState }) {
  return SINGLE_DOTS[state];
}

/**
 * The six criteria at a glance. On a card: the arc, names as tooltips. On a profile: each dot with its name and state
 * as text, and a link to its section when `sectionHref` says where that is.
 */
export function CriteriaStrip({
  states,
  size,
  sectionHref,
}: {
  states: CriterionStates;
  size: "card" | "profile";
  sectionHref?: (criterion: Criterion) => string;
}) {
  if (size === "card") {
    return (
      <svg className="strip" viewBox="0 0 168 34" role="group" aria-label="Criteria">
        {CARD_DOTS.map(({ criterion, dots }) => dots[states[criterion]])}
      </svg>
    );
  }
  return (
    <div className="strip-wide">
      <ul className="strip-list" aria-label="Criteria">
        {CRITERION_KEYS.map((criterion) => (
          <li key={criterion}>
            {SINGLE_DOTS[states[criterion]]}
            <span>
              <b>
                {sectionHref ? (
                  <a href={sectionHref(criterion)}>{CRITERIA[criterion].title}</a>
                ) : (
                  CRITERIA[criterion].title
                )}
              </b>
              <span className="sr-only">{": "}</span>
              <span className="muted">{CRITERION_STATES[states[criterion]]}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const MEANINGS: Record<CriterionState, string> = {
  checked: "A moderator or an official register has confirmed it.",
  self_declared: "The technician says so; nobody has checked it.",
  being_checked: "Evidence is in, and a moderator is looking at it.",
  expired: "It was checked, and has run out or no longer holds.",
  none_provided: "Nothing has been shown. That is not a yes or a no.",
  not_required: "The law of the place does not ask for it.",
};

/** What each shape means. */
export function CriteriaLegend() {
  return (
    <ul className="legend-list" aria-label="What the dots mean">
      {STATES.map((state) => (
        <li key={state}>
          {SINGLE_DOTS[state]}
          <span>
            <b>{CRITERION_STATES[state]}</b>
            {`. ${MEANINGS[state]}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
