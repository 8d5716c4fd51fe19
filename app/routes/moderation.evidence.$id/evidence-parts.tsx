import type { EvidenceItem, EvidenceRegime } from "#app/domain/moderation/evidence-item.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { History } from "#app/domain/moderation/item-evidence.tsx";
import { STATE_WORDS } from "#app/domain/moderation/item.ts";
import { formatDay } from "#app/ui/format.ts";

/** What was typed in, in the order of the document. */
export function TypedFields({ item }: { item: EvidenceItem }) {
  const { technician } = item;
  return (
    <section className="stack stack-tight" aria-labelledby="typed">
      <h2 id="typed">What was typed in</h2>
      <dl className="facts">
        {item.fields.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {technician.isPublic ? (
          <a href={`/technicians/${technician.slug}`}>{`The profile of ${technician.name}`}</a>
        ) : (
          `The profile of ${technician.name} is not public.`
        )}
        {item.isSample ? <span className="muted"> Sample data.</span> : null}
      </p>
    </section>
  );
}

/** What a moderator goes by beside the document. */
export function EvidenceBeside({ item }: { item: EvidenceItem }) {
  return (
    <>
      <Warnings warnings={item.warnings} />
      {item.regime === null ? null : <Regime regime={item.regime} />}
      <section className="stack stack-tight">
        <h2>What to look for</h2>
        <ul className="stack stack-tight">
          {item.guide.proves.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <h3>Often wrong</h3>
        <ul className="stack stack-tight">
          {item.guide.oftenWrong.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
      <Earlier earlier={item.earlier} />
      <History history={item.history} />
    </>
  );
}

function Warnings({ warnings }: Pick<EvidenceItem, "warnings">) {
  return (
    <section className="stack stack-tight">
      <h2>Look twice</h2>
      {warnings.length === 0 ? <p>Nothing stands out.</p> : null}
      <ul className="stack stack-tight plain-list">
        {warnings.map(({ words, related }) => (
          <li key={words} className="signal">
            <p>{words}</p>
            {related.map(({ id, name }) => (
              <p key={id} className="small">
                <a href={handedInPath("evidence", id)}>{`The evidence of ${name}`}</a>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Regime({ regime }: { regime: EvidenceRegime }) {
  return (
    <section className="stack stack-tight">
      <h2>{regime.name}</h2>
      {regime.registerUrl === null ? null : (
        <p>
          <a href={regime.registerUrl} target="_blank" rel="noreferrer">
            Open the public register
          </a>
        </p>
      )}
      <p>{regime.registerNote}</p>
      {regime.lookFor === "" ? null : <p className="words">{regime.lookFor}</p>}
      <p className="small">{regime.renewalNote}</p>
      <p className="small muted">
        {"Source: "}
        {regime.sourceUrl === null ? (
          regime.sourceName
        ) : (
          <a href={regime.sourceUrl} target="_blank" rel="noreferrer">
            {regime.sourceName}
          </a>
        )}
        {`, read on ${formatDay(regime.checkedOn)}.`}
      </p>
    </section>
  );
}

function Earlier({ earlier }: Pick<EvidenceItem, "earlier">) {
  if (earlier.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h2>Of the same kind</h2>
      <ul className="stack stack-tight plain-list">
        {earlier.map((row) => (
          <li key={row.id}>
            {row.status === "declared" ? row.heading : <a href={handedInPath("evidence", row.id)}>{row.heading}</a>}
            <p className="small muted">
              {[
                STATE_WORDS[row.status] ?? row.status,
                row.issuedOn === null ? "" : `issued on ${formatDay(row.issuedOn)}`,
                row.expiresOn === null ? "" : `until ${formatDay(row.expiresOn)}`,
                row.isSameFact ? "the same fact" : "",
              ]
                .filter((words) => words !== "")
                .join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
