import { expect, it } from "vitest";
import { askedPage, shownPage } from "#app/platform/paging.ts";

it.each([
  ["", 1],
  ["page=3", 3],
  ["page=2.9", 2],
  ["page=0", 1],
  ["page=-4", 1],
  ["page=last", 1],
  ["page=99999999", 10_000],
])("an address with %j asks for page %i", (query, page) => {
  expect(askedPage(new URLSearchParams(query))).toBe(page);
});

it("shows the last page for one beyond it, and one page of nothing", () => {
  expect(shownPage(2, 51, 25)).toEqual({ page: 2, pageCount: 3, offset: 25 });
  expect(shownPage(9, 51, 25)).toEqual({ page: 3, pageCount: 3, offset: 50 });
  expect(shownPage(1, 0, 25)).toEqual({ page: 1, pageCount: 1, offset: 0 });
});
