import { expect, test } from "vitest";
import { readSpan, spanStarts, toFigures } from "#app/domain/insights/figures.ts";

test.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-27", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2027-01-01", "2026-12-28"],
])("the current week of %s begins on Monday %s", (today, monday) => {
  const starts = spanStarts("week", today);
  expect([starts.length, starts.at(-1)]).toEqual([12, monday]);
});

test("months begin on their first, over the turn of the year", () => {
  const starts = spanStarts("month", "2026-03-31");
  expect([starts[0], starts.at(-2), starts.at(-1)]).toEqual(["2025-04-01", "2026-02-01", "2026-03-01"]);
});

test("parts without a count are nought, and what is older is left out", () => {
  const starts = ["2026-10-01", "2026-11-01"];
  const rows = [
    { kind: "enquiry", start: "2026-11-01", count: 2 },
    { kind: "enquiry", start: "2026-09-01", count: 9 },
  ] as const;
  const figures = toFigures(rows, starts);
  expect(figures.map(({ kind }) => kind)).toEqual([
    "profile_view",
    "search_appearance",
    "shortlist",
    "enquiry",
    "review",
  ]);
  expect(figures[3]).toEqual({
    kind: "enquiry",
    total: 2,
    columns: [
      { start: "2026-10-01", count: 0 },
      { start: "2026-11-01", count: 2 },
    ],
  });
});

test.each([
  ["", "week"],
  ["span=month", "month"],
  ["span=day", "week"],
])("the address %j asks for each %s", (query, span) => expect(readSpan(new URLSearchParams(query))).toBe(span));
