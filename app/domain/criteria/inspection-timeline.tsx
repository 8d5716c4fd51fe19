import { INFRACTION_SEVERITIES, INSPECTION_OUTCOMES } from "#app/domain/criteria/evidence-fact.ts";
import type { PublicInspection, RegisterCredit } from "#app/domain/criteria/evidence-fact.ts";
import { formatDay, joinWords, plural } from "#app/ui/format.ts";

const CHIP: Record<PublicInspection["outcome"], string> = {
  pass: "chip chip-checked",
  conditional_pass: "chip chip-amber",
  closed: "chip chip-red",
};

/** Official inspections, newest first, with what was found in plain words and the credit of each register. */
export function InspectionTimeline({
  inspections,
  credits,
}: {
  inspections: readonly PublicInspection[];
  credits: readonly RegisterCredit[];
}) {
  const hasSeveralPlaces = new Set(inspections.map((inspection) => inspection.premisesName)).size > 1;
  return (
    <div className="stack">
      <ol className="timeline">
        {inspections.map((inspection) => (
          <Inspection
            key={`${inspection.source} ${inspection.sourceRecord} ${inspection.inspectedOn} ${inspection.outcome}`}
            inspection={inspection}
            hasPlace={hasSeveralPlaces}
          />
        ))}
      </ol>
      <RegisterCredits inspections={inspections} credits={credits} />
    </div>
  );
}

function Inspection({ inspection, hasPlace }: { inspection: PublicInspection; hasPlace: boolean }) {
  const { infractions } = inspection;
  const covered = [
    hasPlace ? inspection.premisesName : "",
    inspection.services.length > 0 ? `Covered: ${joinWords(inspection.services)}` : "",
    inspection.isSample ? "Sample" : "",
  ].filter(Boolean);
  return (
    <li>
      <div className="row">
        <h4>
          <time dateTime={inspection.inspectedOn}>{formatDay(inspection.inspectedOn)}</time>
        </h4>
        <span className={CHIP[inspection.outcome]}>{INSPECTION_OUTCOMES[inspection.outcome]}</span>
      </div>
      {covered.length > 0 ? <p className="small muted">{covered.join(" · ")}</p> : null}
      {infractions.length === 0 ? (
        <p className="small">No infraction was written down.</p>
      ) : (
        <details className="disclosure" open={inspection.outcome !== "pass" || undefined}>
          <summary>{plural(infractions.length, "infraction")}</summary>
          <ul className="infractions">
            {infractions.map((infraction) => (
              <li key={`${infraction.category} ${infraction.text}`}>
                <p>{infraction.text}</p>
                <p className="small muted">
                  {[
                    INFRACTION_SEVERITIES[infraction.severity],
                    infraction.action && `Action: ${infraction.action}`,
                    infraction.citation,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function RegisterCredits({
  inspections,
  credits,
}: {
  inspections: readonly PublicInspection[];
  credits: readonly RegisterCredit[];
}) {
  return (
    <>
      {[...new Set(inspections.map((inspection) => inspection.source))].map((source) => {
        const credit = credits.find((candidate) => candidate.source === source);
        const newest = inspections
          .filter((inspection) => inspection.source === source)
          .reduce((day, inspection) => (inspection.snapshotOn > day ? inspection.snapshotOn : day), "");
        return (
          <p key={source} className="small muted">
            {"Source: "}
            {credit?.url ? (
              <a href={credit.url} rel="nofollow noopener">
                {credit.title}
              </a>
            ) : (
              (credit?.title ?? source)
            )}
            {`, as published on ${formatDay(newest)}. ${credit?.credit ?? ""}`}
          </p>
        );
      })}
    </>
  );
}
