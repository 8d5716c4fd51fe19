import type { ReactNode } from "react";
import { CRITERIA, CRITERION_KEYS, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import type { Criterion, CriterionState } from "#app/domain/criteria/criterion.ts";
import { CriterionDot } from "#app/domain/criteria/criteria-strip.tsx";

/** One criterion with its state, the question it answers and the facts behind it. Its id is the criterion's key. */
export function CriterionSection({
  criterion,
  state,
  children,
}: {
  criterion: Criterion;
  state: CriterionState;
  children: ReactNode;
}) {
  const { title, question } = CRITERIA[criterion];
  const number = CRITERION_KEYS.indexOf(criterion) + 1;
  return (
    <section id={criterion} className="profile-section" aria-labelledby={`${criterion}-title`}>
      <header className="stack stack-tight">
        <p className="small muted">{`Criterion ${number} of ${CRITERION_KEYS.length}`}</p>
        <h2 id={`${criterion}-title`}>{title}</h2>
        <p className="criterion-state">
          <CriterionDot state={state} />
          {CRITERION_STATES[state]}
        </p>
        <p className="muted">{question}</p>
      </header>
      <div className="stack">{children}</div>
    </section>
  );
}

/** What is not provided says so: unknown stays unknown. */
export function NoneProvided({ what }: { what?: string }) {
  return <p className="none-provided muted">{what === undefined ? "None provided." : `${what}: none provided.`}</p>;
}
