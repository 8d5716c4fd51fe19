import { CRITERIA, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import { CriterionDot } from "#app/domain/criteria/criteria-strip.tsx";
import { GUIDES } from "#app/domain/criteria/criterion-guide.ts";
import type { StudioCriteria, StudioCriterion } from "#app/domain/criteria/find-studio-criteria.server.ts";
import { OwnEvidenceCard } from "#app/domain/criteria/own-evidence-parts.tsx";
import type { Statements } from "#app/domain/criteria/statements.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { AnswersForm, StatementForm } from "#app/routes/studio.criteria._index/statement-form.tsx";
import type { RefusedStatement } from "#app/routes/studio.criteria._index/statement-form.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = StudioCriteria & { done: string | null; refused: RefusedStatement | null };

/** The six criteria from the technician's side: what counts, what is there, what is missing, what runs out when. */
export function CriteriaScreen({ slug, criteria, runsOut, statements, done, refused }: Props) {
  return (
    <StudioFrame
      current="criteria"
      title="Criteria and evidence"
      lead={
        <p>
          {
            "What clients choose a technician by. Each fact stands for itself, with who checked it and until when: there is no overall score. "
          }
          <a href={technicianPath(slug)}>See your profile as clients do</a>
        </p>
      }
    >
      {done === null ? null : <Notice isNews>{done}</Notice>}
      <RunsOut runsOut={runsOut} />
      {criteria.map((criterion) => (
        <CriterionPart key={criterion.key} criterion={criterion} statements={statements} refused={refused} />
      ))}
    </StudioFrame>
  );
}

function RunsOut({ runsOut }: Pick<StudioCriteria, "runsOut">) {
  if (runsOut.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="runs-out">
      <h2 id="runs-out">What runs out when</h2>
      <ol className="plain-list stack stack-tight">
        {runsOut.map(({ id, title, expiresOn, isExpiring, isRenewed }) => (
          <li key={id} className="runs-out">
            <span className={isExpiring ? "chip chip-amber" : "chip"}>{formatDay(expiresOn)}</span>
            <span>
              <a href={`/studio/criteria/${id}`}>{title}</a>
              {isRenewed ? <span className="small muted"> The new one waits for a moderator.</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="small muted">
        We write to you 30 and 7 days before. On the day itself your profile says “Expired on …” by itself.
      </p>
    </section>
  );
}

function CriterionPart({
  criterion: { key, state, missing, evidence, past },
  statements,
  refused,
}: {
  criterion: StudioCriterion;
  statements: Statements;
  refused: RefusedStatement | null;
}) {
  const { title, question } = CRITERIA[key];
  const { why, counts, add } = GUIDES[key];
  return (
    <section id={key} className="stack stack-wide" aria-labelledby={`${key}-title`}>
      <header className="stack stack-tight">
        <h2 id={`${key}-title`}>{title}</h2>
        <p className="criterion-state">
          <CriterionDot state={state} />
          {CRITERION_STATES[state]}
        </p>
        <p className="muted">{question}</p>
      </header>
      <Disclosure summary="What counts, and why">
        <p>{why}</p>
        <ul>
          {counts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Disclosure>
      {missing.length === 0 ? null : (
        <div className="stack stack-tight">
          <h3>What would make it stronger</h3>
          <ul>
            {missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {evidence.length === 0 ? null : (
        <ul className="evidence-list">
          {evidence.map((row) => (
            <OwnEvidenceCard key={row.id} evidence={row} />
          ))}
        </ul>
      )}
      {add.length === 0 ? null : (
        <p className="row">
          {add.map(({ label, href }) => (
            <a key={href} className="button-quiet" href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
      {key === "understanding" || key === "dedication" ? (
        <StatementForm section={key} statement={statements[key]} refused={refused} />
      ) : null}
      {key === "dedication" ? <AnswersForm statements={statements} refused={refused} /> : null}
      {past.length === 0 ? null : (
        <Disclosure summary={`History (${past.length})`}>
          <ul className="evidence-list">
            {past.map((row) => (
              <OwnEvidenceCard key={row.id} evidence={row} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
