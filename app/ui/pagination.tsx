/** The pages around the current one, first and last included; null stands for a gap. */
export function pagesToShow(current: number, count: number): (number | null)[] {
  const near = [1, current - 1, current, current + 1, count];
  const pages = [...new Set(near)].filter((page) => page >= 1 && page <= count).sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const gap = page - (pages[index - 1] ?? 0) - 1;
    if (gap === 0) return [page];
    // A gap of one page is that page: dots would take as much room.
    return gap === 1 ? [page - 1, page] : [null, page];
  });
}

/** Plain links to the pages of a list; nothing at all for a single page. Pages count from 1. */
export function Pagination({
  current,
  count,
  hrefOf,
  label = "Pages",
}: {
  current: number;
  count: number;
  hrefOf: (page: number) => string;
  label?: string;
}) {
  if (count <= 1) return null;
  return (
    <nav className="pagination" aria-label={label}>
      {current > 1 ? (
        <a href={hrefOf(current - 1)} rel="prev">
          Previous
        </a>
      ) : null}
      {pagesToShow(current, count).map((page, index) =>
        page === null ? (
          <span key={`gap-${index}`} aria-hidden="true">
            …
          </span>
        ) : page === current ? (
          <span key={page} aria-current="page">
            <span className="sr-only">{"Page "}</span>
            {page}
          </span>
        ) : (
          <a key={page} href={hrefOf(page)} aria-label={`Page ${page}`}>
            {page}
          </a>
        ),
      )}
      {current < count ? (
        <a href={hrefOf(current + 1)} rel="next">
          Next
        </a>
      ) : null}
    </nav>
  );
}
