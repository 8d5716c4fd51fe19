import { CaseCard } from "#app/domain/portfolio/case-card.tsx";
import { groupCases } from "#app/domain/portfolio/portfolio-case.ts";
import type { PublicCase } from "#app/domain/portfolio/portfolio-case.ts";
import { plural } from "#app/ui/format.ts";

/** Cases by the age of their oldest result, oldest first, with a way to jump to each age. */
export function CaseGroups({ cases }: { cases: readonly PublicCase[] }) {
  const groups = groupCases(cases);
  return (
    <div className="stack">
      {groups.length > 1 ? (
        <ul className="chips" aria-label="Jump to cases">
          {groups.map((group) => (
            <li key={group.stage}>
              <a className="chip" href={`#cases-${group.stage}`}>
                {`${group.title} (${group.cases.length})`}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {groups.map((group) => (
        <section
          key={group.stage}
          id={`cases-${group.stage}`}
          className="stack"
          aria-labelledby={`title-${group.stage}`}
        >
          <header>
            <h3 id={`title-${group.stage}`}>{`${group.title}: ${plural(group.cases.length, "case")}`}</h3>
            <p className="small muted">{`The oldest picture is ${group.meaning}.`}</p>
          </header>
          <div className="case-grid">
            {group.cases.map((portfolioCase) => (
              <CaseCard key={portfolioCase.id} portfolioCase={portfolioCase} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
