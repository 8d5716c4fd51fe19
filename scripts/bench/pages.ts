import { PER_PAGE } from "#app/domain/search/result.ts";
import type { MadeUpData } from "./made-up/make-up-data.ts";
import { GZIP, PLAIN } from "./load.ts";
import type { Part } from "./options.ts";

/** An address whose answer is measured. */
export type PageRow = {
  key: string;
  part: Part;
  title: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Cards that the page must show for the figure to mean what it says; null where it shows none. */
  cards: number | null;
};

const LAST_OPENABLE_PAGE = 200;
/** The largest city of the made-up data. */
const CITY = "London";

const SIX_FACETS = new URLSearchParams([
  ["treatment", "hairline"],
  ["treatment", "density"],
  ["concern", "thinning"],
  ["concern", "receding_hairline"],
  ["skin", "3"],
  ["language", "en"],
  ["gender", "woman"],
  ["rating_min", "3.5"],
]);

/** What is measured, in the order of the report. */
export function pageRows(data: MadeUpData): PageRow[] {
  const last = Math.min(LAST_OPENABLE_PAGE, Math.ceil(data.visibleTechnicians / PER_PAGE));
  const leftOver = last < LAST_OPENABLE_PAGE ? data.visibleTechnicians % PER_PAGE || PER_PAGE : PER_PAGE;
  const compared = [data.exampleSlug, ...data.othersToCompare].map((slug) => ["t", slug]);
  const search = (key: string, title: string, query: string, cards = PER_PAGE): PageRow => ({
    key,
    part: "search",
    title,
    path: query === "" ? "/technicians" : `/technicians?${query}`,
    headers: PLAIN,
    cards,
  });
  const other = (part: Part, title: string, path: string): PageRow => ({
    key: part,
    part,
    title,
    path,
    headers: PLAIN,
    cards: null,
  });
  return [
    search("plain", "search, plain", ""),
    { ...search("plainGzip", "search, plain, gzip", ""), headers: GZIP },
    search("text", "search, text", "q=scar+camouflage+manchester"),
    search("typo", "search, two typos", "q=scar+camouflge+manchestr"),
    search("facets", "search, six facets", SIX_FACETS.toString()),
    search("city", `search, text ${CITY}`, `q=${CITY}`),
    search("radius", `search, 50 km of ${CITY}`, `near=${CITY}&radius=50`),
    search("last", `search, page ${last}`, `page=${last}`, leftOver),
    other("home", "home", "/"),
    other("profile", "profile, 20/8/6", `/technicians/${data.exampleSlug}`),
    other("compare", "compare, 4", `/compare?${new URLSearchParams(compared).toString()}`),
    other("api", "API, search", "/api/v1/technicians"),
  ];
}
