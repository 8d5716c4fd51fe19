import { PROOF_LEVELS } from "#app/domain/reviews/rating.ts";
import type { ProofLevel } from "#app/domain/reviews/rating.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** What stands behind each label, in a sentence or two. */
export const PROOF_MEANINGS: Record<ProofLevel, string> = {
  confirmed:
    "The visit is on record: the client wrote to this technician through Hairline, or used a code that technicians must offer to every client.",
  document_checked: "A moderator has seen a receipt, a booking or a similar document. It is never published.",
  contact_confirmed: "The author answered at the e-mail address they gave. That shows a person, not a visit.",
  unconfirmed: "Nothing supports the visit. That does not make the review untrue, but it does not count when sorting.",
};

const LEVELS: ProofLevel[] = ["confirmed", "document_checked", "contact_confirmed", "unconfirmed"];

/** How far a review's visit is supported, in two words. */
export function ProofLabel({ level }: { level: ProofLevel }) {
  const isStrong = level === "confirmed" || level === "document_checked";
  return <span className={isStrong ? "chip chip-checked" : "chip"}>{PROOF_LEVELS[level]}</span>;
}

/** How reviews come to be here and what each proof label means, told where the reviews are. */
export function ProofExplanation() {
  return (
    <Disclosure summary="Where reviews come from, and what the labels mean">
      <div className="prose small">
        <p>
          Every review is read by a moderator before it appears, whatever its stars; the stars are hidden from the
          moderator until the decision. All reviews that keep the rules are shown, newest first. Nobody can pay to have
          one removed.
        </p>
        <dl className="facts">
          {LEVELS.map((level) => (
            <div key={level}>
              <dt>{PROOF_LEVELS[level]}</dt>
              <dd>{PROOF_MEANINGS[level]}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href="/policies/reviews">How reviews work</a>
        </p>
      </div>
    </Disclosure>
  );
}
