import type { SearchResult } from "#app/domain/search/result.ts";

/** Nothing found: names each filter that stands in the way, and what the search gives without it. */
export function NoResults({ toLoosen }: Pick<SearchResult, "toLoosen">) {
  if (toLoosen.length === 0) {
    return (
      <div className="search-empty">
        <p>Nothing matches this combination, even with one of the filters taken away.</p>
        <p>
          <a href="/technicians">Start again with all technicians</a>
        </p>
      </div>
    );
  }
  return (
    <div className="search-empty">
      <p>Nothing matches all of this. Taking one of these away would find:</p>
      <ul>
        {toLoosen.map(({ label, href, count }) => (
          <li key={label}>
            <a href={href}>{`Without ${label}`}</a>
            {`: ${count === 1 ? "1 technician" : `${count} technicians`}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
