const LAST_PAGE = 10_000;

/** The page that an address asks for with `page`: 1 where it names none, or nonsense. */
export function askedPage(params: URLSearchParams): number {
  return Math.max(1, Math.min(LAST_PAGE, Math.floor(Number(params.get("page")) || 1)));
}

/** What is shown of `total` rows. A page beyond the last one gives the last; of no rows there is one page. */
export function shownPage(asked: number, total: number, perPage: number) {
  const pageCount = Math.max(1, Math.ceil(total / perPage));
  const page = Math.max(1, Math.min(asked, pageCount));
  return { page, pageCount, offset: (page - 1) * perPage };
}
