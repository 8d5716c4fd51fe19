import { compareHref, COMPARE_LEAST, COMPARISON } from "#app/domain/profiles/kept-technicians.ts";
import { CompareTable } from "#app/routes/compare/compare-table.tsx";
import type { CompareHead } from "#app/routes/compare/compare-table.tsx";
import type { WrittenGroup } from "#app/routes/compare/write-groups.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { joinWords } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

export type CompareView = {
  heads: CompareHead[];
  groups: WrittenGroup[];
  rowCount: { all: number; different: number };
  isOnlyDifferences: boolean;
  /** Names of those who were asked for beyond the fourth. */
  leftOut: string[];
  /** What was asked for and is nobody. */
  unknown: string[];
};

/** Two to four technicians side by side; says so when there are fewer, and who was left out when there are more. */
export function CompareScreen({ heads, groups, rowCount, isOnlyDifferences, leftOut, unknown }: CompareView) {
  const href = compareHref(heads.map(({ slug }) => slug));
  return (
    <div className="page compare stack stack-wide">
      <header className="stack stack-tight">
        <h1>Compare technicians</h1>
        <p className="muted">One row per fact, as on the profiles. Nothing is added up to a score.</p>
      </header>
      {unknown.length > 0 ? (
        <Notice tone="amber">{`Not found, so left out: ${joinWords(unknown.map((name) => `“${name}”`))}.`}</Notice>
      ) : null}
      {leftOut.length > 0 ? (
        <Notice tone="amber">
          {`${COMPARISON.most} is the most that fit side by side. Left out: ${joinWords(leftOut)}. Remove somebody to make room.`}
        </Notice>
      ) : null}
      {heads.length < COMPARE_LEAST ? (
        <TooFew heads={heads} />
      ) : (
        <>
          <div className="row">
            <p>{`${rowCount.different} of ${rowCount.all} facts differ.`}</p>
            <a className="no-print" href={isOnlyDifferences ? href : `${href}&only=differences`}>
              {isOnlyDifferences ? "All facts" : "Only differences"}
            </a>
          </div>
          {groups.length === 0 ? (
            <Notice>{`These technicians do not differ in any of the ${rowCount.all} facts.`}</Notice>
          ) : (
            <CompareTable heads={heads} groups={groups} />
          )}
        </>
      )}
    </div>
  );
}

function TooFew({ heads }: { heads: CompareHead[] }) {
  return (
    <div className="stack prose">
      <p>
        {heads.length === 0
          ? `A comparison needs ${COMPARE_LEAST} to ${COMPARISON.most} technicians, and none is chosen yet.`
          : `A comparison needs ${COMPARE_LEAST} to ${COMPARISON.most} technicians. So far there is only `}
        {heads.map(({ slug, name }) => (
          <span key={slug}>
            <a href={`/technicians/${slug}`}>{name}</a>.
          </span>
        ))}
      </p>
      <p>Press “Compare” on search results or profiles, or choose from your shortlist.</p>
      <div className="row">
        <ButtonLink href="/technicians">Find a technician</ButtonLink>
        <ButtonLink look="quiet" href="/shortlist">
          Your shortlist
        </ButtonLink>
      </div>
    </div>
  );
}
