import type { EvidenceKind } from "#app/domain/criteria/criterion.ts";
import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import { EvidenceForm } from "#app/domain/criteria/evidence-form.tsx";
import { EVIDENCE_TITLES } from "#app/domain/criteria/evidence-form-view.ts";
import type { EvidenceFormView } from "#app/domain/criteria/evidence-form-view.ts";
import { HYGIENE_RULES } from "#app/domain/criteria/hygiene-kinds.ts";
import type { HygieneKind } from "#app/domain/criteria/hygiene-kinds.ts";
import { CHOICE_WORDS, choicesUnder } from "#app/domain/criteria/regime.ts";
import type { AuthorizationChoice, Regime } from "#app/domain/criteria/regime.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { RegimeChooser } from "#app/routes/studio.criteria.add.$kind/regime-chooser.tsx";
import { formatDay } from "#app/ui/format.ts";

type Props = {
  kind: EvidenceKind;
  form: EvidenceFormView | null;
  regimes: { near: Regime[]; all: Regime[] } | null;
  reply: FormReply | undefined;
};

export function AddEvidenceScreen({ kind, form, regimes, reply }: Props) {
  const question = form?.question;
  return (
    <StudioFrame
      current="criteria"
      title={`Add ${EVIDENCE_TITLES[kind]}`}
      lead={
        <p>
          <a href="/studio/criteria">Criteria and evidence</a>
        </p>
      }
    >
      <section className="stack stack-wide">
        {regimes === null ? null : <RegimeChooser {...regimes} />}
        {kind === "hygiene" && form === null ? <PaperChooser /> : null}
        {question?.kind === "authorization" ? (
          <RegimeWords regime={question.regime} choice={question.choice} />
        ) : question?.kind === "hygiene" ? (
          <div className="stack stack-tight">
            <h2>{HYGIENE_KINDS[question.paper]}</h2>
            <p>{HYGIENE_RULES[question.paper].what}</p>
            <p>
              <a href="/studio/criteria/add/hygiene">Another kind</a>
            </p>
          </div>
        ) : null}
        {form === null ? null : <EvidenceForm view={form} reply={reply} />}
      </section>
    </StudioFrame>
  );
}

/** What the place asks for, with its source, and which of it this form is about. */
function RegimeWords({ regime, choice }: { regime: Regime; choice: AuthorizationChoice }) {
  const choices = choicesUnder(regime);
  return (
    <div className="stack">
      <h2>{regime.name}</h2>
      <p>{`${regime.renewalNote} ${regime.registerNote}`}</p>
      <p className="small muted">
        {"Source: "}
        {regime.sourceUrl === null ? (
          regime.sourceName
        ) : (
          <a href={regime.sourceUrl} rel="nofollow noopener">
            {regime.sourceName}
          </a>
        )}
        {`, read on ${formatDay(regime.checkedOn)}. A summary and no legal advice: what your authority says goes before it.`}
      </p>
      <nav className="row" aria-label="What it is about">
        {choices.map((one) => (
          <a
            key={one}
            className="chip choice-link"
            href={`/studio/criteria/add/authorization?regime=${regime.key}&choice=${one}`}
            aria-current={one === choice ? "true" : undefined}
          >
            {CHOICE_WORDS[one]}
          </a>
        ))}
      </nav>
      <p>
        <a href="/studio/criteria/add/authorization">Another place</a>
      </p>
    </div>
  );
}

function PaperChooser() {
  return (
    <ul className="plain-list stack">
      {(Object.keys(HYGIENE_RULES) as HygieneKind[]).map((paper) => (
        <li key={paper} className="card stack stack-tight">
          <h2 className="h3">
            <a href={`/studio/criteria/add/hygiene?paper=${paper}`}>{HYGIENE_KINDS[paper]}</a>
          </h2>
          <p className="small muted">{HYGIENE_RULES[paper].what}</p>
        </li>
      ))}
    </ul>
  );
}
