import { DifferenceList } from "#app/domain/profiles/edit/difference-list.tsx";
import type { ProfileHistory } from "#app/domain/profiles/edit/profile-history.ts";
import { formatDay } from "#app/ui/format.ts";
import { Pagination } from "#app/ui/pagination.tsx";

const SECTION_TITLES: Record<string, string> = {
  about: "About",
  practice: "Practice",
  treatments: "Treatments, concerns and skin types",
  prices: "Prices",
  places: "Places and opening hours",
  slug: "Address of the profile",
  statements: "Statements",
  answers: "Answers",
  status: "State",
  owner: "Who keeps the profile",
};

/** What changed in a profile and when, newest first, with both sides. Needs studio.css. */
export function ChangeList({ history, path }: { history: ProfileHistory; path: string }) {
  if (history.changes.length === 0) return <p>Nothing was changed since the profile was made.</p>;
  return (
    <>
      {history.changes.map(({ id, section, by, changedAt, differences }) => (
        <article key={id} className="card stack" aria-labelledby={`change-${id}`}>
          <header className="stack stack-tight">
            <h2 id={`change-${id}`}>{SECTION_TITLES[section] ?? section}</h2>
            <p className="small muted">
              <time dateTime={changedAt.toISOString()}>{momentWords(changedAt)}</time>
              {by === null ? "" : ` · ${by}`}
            </p>
          </header>
          {differences.length === 0 ? (
            <p className="muted">Nothing that is shown is different.</p>
          ) : (
            <DifferenceList differences={differences} beforeLabel="Before" afterLabel="After" />
          )}
        </article>
      ))}
      <Pagination current={history.page} count={history.pageCount} hrefOf={(to) => `${path}?page=${to}`} />
    </>
  );
}

/** "3 March 2026, 14:05 UTC". */
function momentWords(moment: Date): string {
  const iso = moment.toISOString();
  return `${formatDay(iso)}, ${iso.slice(11, 16)} UTC`;
}
