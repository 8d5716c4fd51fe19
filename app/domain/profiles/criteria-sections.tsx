import { CriterionSection, NoneProvided } from "#app/domain/criteria/criterion-section.tsx";
import type { Criterion } from "#app/domain/criteria/criterion.ts";
import { EvidenceList } from "#app/domain/criteria/evidence-list.tsx";
import { InspectionTimeline } from "#app/domain/criteria/inspection-timeline.tsx";
import { CaseGroups } from "#app/domain/portfolio/case-groups.tsx";
import type { ProfileView } from "#app/domain/profiles/register-words.ts";
import type { SubRating } from "#app/domain/reviews/rating.ts";
import { SubRatingLine } from "#app/domain/reviews/sub-ratings.tsx";

/** One section per criterion: what is shown for it, who checked it, and what clients say where that is asked. */
export function CriteriaSections({ profile }: { profile: ProfileView }) {
  const { states } = profile;
  const evidenceOf = (criterion: Criterion) => profile.evidence.filter((fact) => fact.criterion === criterion);
  return (
    <>
      <CriterionSection criterion="understanding" state={states.understanding}>
        <Statement words={profile.understandingStatement} />
        <Facts facts={[["Own hair loss", ownHairLossWords(profile.hasOwnHairLoss)]]} />
        <OtherEvidence evidence={evidenceOf("understanding")} />
        <ClientsSay criterion="understanding" profile={profile} />
      </CriterionSection>
      <CriterionSection criterion="authorization" state={states.authorization}>
        <EvidenceList evidence={evidenceOf("authorization")} />
      </CriterionSection>
      <CriterionSection criterion="sterile" state={states.sterile}>
        <EvidenceList evidence={evidenceOf("sterile")} what="Certificates and declarations" />
        <Inspections profile={profile} />
        <ClientsSay criterion="sterile" profile={profile} />
      </CriterionSection>
      <CriterionSection criterion="dedication" state={states.dedication}>
        <Statement words={profile.dedicationStatement} />
        <Facts
          facts={[
            [
              "Practising SMP since",
              profile.practisingSince === null ? null : `${profile.practisingSince} (self-declared)`,
            ],
            ["Share of work that is SMP", profile.smpShare === null ? null : `${profile.smpShare} % (self-declared)`],
          ]}
        />
        <EvidenceList evidence={evidenceOf("dedication")} what="Associations" />
        <Answers answers={profile.answers} />
        <ClientsSay criterion="dedication" profile={profile} />
      </CriterionSection>
      <CriterionSection criterion="portfolio" state={states.portfolio}>
        {profile.cases.length === 0 ? <NoneProvided what="Cases" /> : <CaseGroups cases={profile.cases} />}
        <OtherEvidence evidence={evidenceOf("portfolio")} />
        <ClientsSay criterion="portfolio" profile={profile} />
      </CriterionSection>
      <CriterionSection criterion="training" state={states.training}>
        <EvidenceList evidence={evidenceOf("training")} />
      </CriterionSection>
    </>
  );
}

/** Official inspections under their own heading, or a line that there are none on record. */
export function Inspections({ profile }: { profile: Pick<ProfileView, "inspections" | "registers"> }) {
  return (
    <div className="stack">
      <h3>Official inspections</h3>
      {profile.inspections.length === 0 ? (
        <p className="muted">None on record here. Many places publish no inspections.</p>
      ) : (
        <InspectionTimeline inspections={profile.inspections} credits={profile.registers} />
      )}
    </div>
  );
}

/** For criteria that nobody expects papers for: shown where there are some, not missed where there are none. */
function OtherEvidence({ evidence }: { evidence: ProfileView["evidence"] }) {
  return evidence.length === 0 ? null : <EvidenceList evidence={evidence} />;
}

function Statement({ words }: { words: string | null }) {
  if (words === null || words === "") return <NoneProvided what="In their own words" />;
  return (
    <figure className="statement">
      <blockquote className="words prose">{words}</blockquote>
      <figcaption className="small muted">In the technician&apos;s own words</figcaption>
    </figure>
  );
}

function Facts({ facts }: { facts: [label: string, value: string | null][] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? "None provided"}</dd>
        </div>
      ))}
    </dl>
  );
}

function Answers({ answers }: { answers: ProfileView["answers"] }) {
  if (answers.length === 0) return <NoneProvided what="Answers to questions of the trade" />;
  return (
    <div className="stack">
      <h3>Answers to questions of the trade</h3>
      <dl className="answers">
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd className="words">{answer}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function ClientsSay({ criterion, profile }: { criterion: SubRating; profile: ProfileView }) {
  const { subRatings, subRatingAnswers } = profile.rating;
  return <SubRatingLine criterion={criterion} value={subRatings[criterion]} answers={subRatingAnswers[criterion]} />;
}

function ownHairLossWords(hasOwnHairLoss: boolean | null): string | null {
  if (hasOwnHairLoss === null) return null;
  return hasOwnHairLoss ? "Yes (self-declared)" : "No (self-declared)";
}
