import { useNavigate, useNavigation } from "@remix-run/react";
import type { MouseEvent } from "react";
import { TechnicianCard } from "#app/domain/profiles/technician-card.tsx";
import type { DistanceUnit } from "#app/domain/places/distance.ts";
import type { FilterChip } from "#app/domain/search/active-filters.ts";
import { PER_PAGE } from "#app/domain/search/result.ts";
import type { SearchResult } from "#app/domain/search/result.ts";
import { SORTS, searchHref } from "#app/domain/search/search-params.ts";
import type { Ignored, SearchParams } from "#app/domain/search/search-params.ts";
import { NoResults } from "#app/routes/technicians._index/no-results.tsx";
import { SearchForm } from "#app/routes/technicians._index/search-form.tsx";
import { RemovableChip } from "#app/ui/chip.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export type SearchView = {
  params: SearchParams;
  unit: DistanceUnit;
  placeName: string | null;
  ignored: Ignored[];
  chips: FilterChip[];
  /** Null while neither search engine nor database can find. */
  result: SearchResult | null;
};

/** Links within the search change it in place; a press with a modifier key, or without JavaScript, is an ordinary link. */
function useInPlaceLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLElement>) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.origin !== location.origin || link.pathname !== "/technicians") return;
    event.preventDefault();
    navigate(`${link.pathname}${link.search}`, { preventScrollReset: link.closest(".pagination") === null });
  };
}

export function SearchScreen({ params, unit, placeName, ignored, chips, result }: SearchView) {
  const navigation = useNavigation();
  const onClick = useInPlaceLinks();
  const isSearching = navigation.state === "loading" && navigation.location.pathname === "/technicians";
  return (
    // Not a control: it only notices presses on the links inside.
    <div className="page search" onClick={onClick}>
      <h1>Find a technician</h1>
      <SearchForm params={params} counts={result?.counts ?? null} chips={chips} unit={unit}>
        <section className="search-results" aria-busy={isSearching} aria-labelledby="search-count">
          {ignored.length > 0 ? <IgnoredNotice ignored={ignored} /> : null}
          {result === null ? (
            <Notice tone="amber">
              <strong id="search-count">Search is not available right now.</strong>
              <p>Your filters are kept. It comes back by itself; try again in a minute.</p>
            </Notice>
          ) : (
            <Results {...{ params, unit, placeName, chips, result }} />
          )}
        </section>
      </SearchForm>
    </div>
  );
}

function IgnoredNotice({ ignored }: { ignored: Ignored[] }) {
  return (
    <Notice tone="amber">
      <p>Some of what was asked for could not be used, so it was left out:</p>
      <ul>
        {ignored.map(({ param, value, why }, at) => (
          <li key={at}>
            <code>{value === "" ? param : `${param}=${value}`}</code>
            {`: ${why}.`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function countSentence({ total, isPartial }: SearchResult, placeName: string | null): string {
  const people = total === 1 ? "1 technician" : `${formatNumber(total)} technicians`;
  const where = placeName ? ` near ${placeName}` : "";
  return isPartial ? `${people}${where} for some of the words` : `${people}${where}`;
}

function Results({
  params,
  unit,
  placeName,
  chips,
  result,
}: Pick<SearchView, "params" | "unit" | "placeName" | "chips"> & { result: SearchResult }) {
  const first = (params.page - 1) * PER_PAGE + 1;
  return (
    <>
      {result.source === "database" ? (
        <Notice>
          Search runs in a simpler way for the moment: every filter works, but misspelt words may find nothing.
        </Notice>
      ) : null}
      <div className="search-summary">
        <h2 id="search-count" aria-live="polite">
          {countSentence(result, placeName)}
        </h2>
        {result.total > 0 ? (
          <p className="muted small">
            {`Sorted by ${SORTS[params.sort].toLowerCase()}${params.sort === "price" ? ` in ${params.currency ?? ""}` : ""}; claimed profiles first. `}
            <a href="/policies/ranking">How ranking works</a>
          </p>
        ) : null}
        {result.isPartial ? (
          <Notice>No technician matches every word you typed, so these match some of them.</Notice>
        ) : null}
      </div>
      {chips.length > 0 ? (
        <ul className="search-chips" aria-label="What you filter by">
          {chips.map((chip) => (
            <li key={chip.label}>
              <RemovableChip label={chip.label} href={chip.href} />
            </li>
          ))}
          <li>
            <a href="/technicians">Clear all</a>
          </li>
        </ul>
      ) : null}
      {result.total === 0 ? (
        <NoResults toLoosen={result.toLoosen} />
      ) : result.cards.length === 0 ? (
        <Notice>
          There is no page {params.page} of this search. <a href={searchHref(params, {})}>Go to the first page</a>
        </Notice>
      ) : (
        <ol className="search-cards" start={first}>
          {result.cards.map((card, at) => (
            <li key={card.slug}>
              <TechnicianCard card={card} unit={unit} eager={at < 2} headingLevel={3} />
            </li>
          ))}
        </ol>
      )}
      <Pagination
        current={params.page}
        count={result.pageCount}
        hrefOf={(page) => searchHref(params, { page })}
        label="Pages of results"
      />
    </>
  );
}
