import { NoneProvided } from "#app/domain/criteria/criterion-section.tsx";
import { noExpiryWords } from "#app/domain/criteria/evidence-fact.ts";
import type { PublicEvidence } from "#app/domain/criteria/evidence-fact.ts";
import { Chip } from "#app/ui/chip.tsx";
import { formatDay } from "#app/ui/format.ts";

/** The facts behind one criterion, each with what supports it and until when; says so where there are none. */
export function EvidenceList({ evidence, what }: { evidence: readonly PublicEvidence[]; what?: string }) {
  if (evidence.length === 0) return <NoneProvided what={what} />;
  return (
    <ul className="evidence-list">
      {evidence.map((fact) => (
        <EvidenceRow key={fact.id} fact={fact} />
      ))}
    </ul>
  );
}

function EvidenceRow({ fact }: { fact: PublicEvidence }) {
  const { words, tone } = evidenceStateWords(fact);
  const rows: [label: string, value: string | null][] = [
    ["Source", fact.source],
    ["Checked", checkedWords(fact)],
    [fact.kind === "training" ? "Completed" : "Issued", fact.issuedOn === null ? null : formatDay(fact.issuedOn)],
    [fact.status === "expired" ? "Expired" : "Expires", validityWords(fact)],
    ...fact.details.map(({ label, value }): [string, string] => [label, value]),
  ];
  return (
    <li className="evidence card">
      <div className="row row-apart">
        <h3>{fact.title}</h3>
        <Chip tone={tone}>{words}</Chip>
      </div>
      <dl className="facts">
        {rows.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {fact.sourceUrl === null ? null : (
        <p>
          <a href={fact.sourceUrl} rel="nofollow ugc noopener">
            {fact.kind === "authorization" ? "Look it up in the register" : "Open the source"}
            <span className="sr-only">{`: ${fact.title}`}</span>
          </a>
        </p>
      )}
    </li>
  );
}

/** The state of one fact in the words of the page. */
export function evidenceStateWords(
  fact: Pick<PublicEvidence, "status" | "isExpiring" | "expiresOn" | "isNotRequired">,
): { words: string; tone: "plain" | "checked" | "amber" } {
  const until = fact.expiresOn === null ? "" : ` on ${formatDay(fact.expiresOn)}`;
  switch (fact.status) {
    case "verified":
      if (fact.isNotRequired) return { words: "Not required here", tone: "plain" };
      return fact.isExpiring
        ? { words: `Checked, expires${until}`, tone: "amber" }
        : { words: "Checked", tone: "checked" };
    case "expired":
      return { words: `Expired${until}`, tone: "amber" };
    case "in_check":
      return { words: "Being checked", tone: "plain" };
    case "declared":
      return { words: "Self-declared", tone: "plain" };
  }
}

function checkedWords(fact: PublicEvidence): string {
  if (fact.status === "in_check") return "Not yet: it waits for a moderator";
  if (fact.status === "declared" || fact.checkedOn === null) return "No: this is the technician's own statement";
  const by = fact.checkedBy === null ? "at the source" : `by ${moderatorName(fact.checkedBy)}`;
  return `${formatDay(fact.checkedOn)}, ${by}`;
}

/** Says what the name is, unless it says so itself. */
function moderatorName(name: string): string {
  return /moderator/i.test(name) ? name : `${name}, moderator`;
}

function validityWords(fact: PublicEvidence): string | null {
  return fact.expiresOn === null ? noExpiryWords(fact) : formatDay(fact.expiresOn);
}
