import { expect, test } from "vitest";
import type { BenchFigures } from "./figures.ts";
import { judge } from "./goals.ts";
import { median } from "./median.ts";
import type { PageFigures, TargetFigures } from "./measure-pages.ts";
import { renderReport } from "./report.ts";
import { renderTable } from "./table.ts";

const target = (p50: number): TargetFigures => ({ p50, busyP50: p50 * 16, busyPerSecond: 1_000 / p50, cpuMs: p50 });

const page = (key: string, p50: number): PageFigures => ({
  row: { key, part: "search", title: `search ${key}`, path: "/technicians", headers: {}, cards: 24 },
  kilobytes: 37,
  page: target(p50),
  cached: target(4),
  engine: { p50: 4, requests: 1 },
  database: { p50: 2, statements: 1 },
  queriesBusyP50: 96,
});

const nothing: BenchFigures = {
  technicians: 100,
  reviews: 100,
  rounds: 1,
  seconds: 1,
  node: "20",
  cores: 2,
  processor: "one",
  pages: null,
  notes: [],
  memory: null,
  profile: null,
  index: null,
  update: null,
  import: null,
};

const missed = (figures: Partial<BenchFigures>) =>
  judge({ ...nothing, ...figures })
    .filter(({ isMet }) => !isMet)
    .map(({ what }) => what);

test("what was not measured is not judged", () => expect(judge(nothing)).toEqual([]));

test("a page within a tenth of its parts meets the goal, a slower one misses it at 1 and at 16 at once", () => {
  const pages = (p50: number) => ({ pages: [page("plain", p50)], minimal: target(4), minimalKilobytes: 37 });
  expect(missed({ pages: pages(11) })).toEqual([]);
  expect(missed({ pages: pages(11.2) })).toEqual([
    "search plain, against cached page + queries, 1 at once",
    "search plain, against cached page + queries, 16 at once",
  ]);
});

test("the processor of the cached page is compared with the minimal page where the system tells it", () => {
  const minimal = target(3);
  const pages = { pages: [page("plain", 10)], minimal, minimalKilobytes: 37 };
  expect(missed({ pages })).toEqual(["search page cached, processor against minimal Remix page"]);
  expect(missed({ pages: { ...pages, minimal: { ...minimal, cpuMs: null } } })).toEqual([]);
});

test("the goals with a floor are missed from below", () => {
  const imported = { rows: 50_000, seconds: 11, perSecond: 4_999, listings: 1 };
  expect(missed({ import: imported })).toEqual(["import of a register, rows a second"]);
  expect(missed({ import: { ...imported, perSecond: 5_000 } })).toEqual([]);
});

test("the report names each goal with its verdict", () => {
  const report = renderReport({ ...nothing, profile: { roundTrips: 4, ours: 1, fourQueries: 1 } });
  expect(report).toMatch(/round trips to the database +4 +<= 3 +MISSED/);
  expect(report).toMatch(/against four prepared queries +1\.00 x +<= 2\.00 x +ok/);
});

test("a median is the middle, or the mean of the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
  expect(median([])).toBeNaN();
});

test("a table lines its columns up", () => {
  expect(
    renderTable(
      ["a", "n"],
      [
        ["long name", "1"],
        ["b", "200"],
      ],
    ),
  ).toBe(["a            n", "---------  ---", "long name    1", "b          200"].join("\n"));
});
