import type { BenchFigures } from "./figures.ts";
import { AT_ONCE } from "./measure-pages.ts";
import type { PageFigures, PageMeasurements } from "./measure-pages.ts";
import { ratio, whole } from "./table.ts";

/** A figure to reach, and whether it was. */
export type Goal = { what: string; found: string; bound: string; isMet: boolean };

const atMost = (what: string, value: number, bound: number, show: (value: number) => string): Goal => ({
  what,
  found: show(value),
  bound: `<= ${show(bound)}`,
  isMet: value <= bound,
});

/** What a page would take if nothing lay between its cached self and its queries. */
export const partsAlone = ({ cached, engine, database }: PageFigures): number => cached.p50 + engine.p50 + database.p50;
export const busyPartsAlone = ({ cached, queriesBusyP50 }: PageFigures): number => cached.busyP50 + queriesBusyP50;

/** The goals that this run has figures for, in the order in which the goals are written down. */
export function judge(figures: BenchFigures): Goal[] {
  return [
    ...(figures.pages ? judgePages(figures.pages) : []),
    ...(figures.profile ? judgeProfile(figures.profile) : []),
    ...(figures.update ? judgeUpdates(figures.update) : []),
    ...(figures.index
      ? [atMost("index, time a document against bare Meilisearch", figures.index.ratio, 1.3, ratio)]
      : []),
    ...(figures.import
      ? [
          {
            what: "import of a register, rows a second",
            found: whole(figures.import.perSecond),
            bound: ">= 5,000",
            isMet: figures.import.perSecond >= 5_000,
          },
        ]
      : []),
    ...(figures.memory ? [atMost("memory of the web process under load, MB", figures.memory.peak, 250, whole)] : []),
  ];
}

function judgePages({ pages, minimal }: PageMeasurements): Goal[] {
  const find = (key: string) => pages.find(({ row }) => row.key === key);
  const facets = find("facets");
  const plain = find("plain");
  const gzip = find("plainGzip");
  const city = find("city");
  const radius = find("radius");
  const goals: Goal[] = [];
  for (const page of [plain, facets]) {
    if (!page) continue;
    const { title } = page.row;
    goals.push(
      atMost(`${title}, against cached page + queries, 1 at once`, page.page.p50 / partsAlone(page), 1.1, ratio),
      atMost(
        `${title}, against cached page + queries, ${AT_ONCE} at once`,
        page.page.busyP50 / busyPartsAlone(page),
        1.1,
        ratio,
      ),
      atMost(`${title}, against cached page, 1 at once`, page.page.p50 / page.cached.p50, 3, ratio),
      atMost(`${title}, against cached page, ${AT_ONCE} at once`, page.page.busyP50 / page.cached.busyP50, 3, ratio),
    );
  }
  const against = (what: string, page: PageFigures | undefined, bound: number) => {
    const cpuMs = page?.cached.cpuMs ?? null;
    if (cpuMs !== null && minimal.cpuMs !== null) goals.push(atMost(what, cpuMs / minimal.cpuMs, bound, ratio));
  };
  against("search page cached, processor against minimal Remix page", plain, 1);
  against("the same, ours with gzip, the minimal page without", gzip, 1.1);
  if (radius && city)
    goals.push(atMost("search by radius against the same by city", radius.page.p50 / city.page.p50, 1.5, ratio));
  return goals;
}

function judgeProfile({ roundTrips, ours, fourQueries }: NonNullable<BenchFigures["profile"]>): Goal[] {
  return [
    atMost("profile, round trips to the database", roundTrips, 3, whole),
    atMost("profile, database time against four prepared queries", ours / fourQueries, 2, ratio),
  ];
}

function judgeUpdates({
  small,
  large,
  largeDocuments,
  idle,
  whileRebuilding,
}: NonNullable<BenchFigures["update"]>): Goal[] {
  const seconds = (value: number) => `${(value / 1_000).toFixed(2)} s`;
  return [
    atMost("change to searchable, idle", idle, 2_000, seconds),
    ...(whileRebuilding === null
      ? []
      : [atMost("change to searchable, during a rebuild, longest", whileRebuilding, 5_000, seconds)]),
    atMost(`one document changed, at ${whole(largeDocuments)} against at 1,000`, large / small, 2, ratio),
  ];
}
