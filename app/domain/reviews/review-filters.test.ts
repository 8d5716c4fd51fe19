import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  NO_REVIEW_FILTERS,
  hasReviewFilter,
  readReviewFilters,
  reviewQuery,
} from "#app/domain/reviews/review-filters.ts";
import { tombstoneWords } from "#app/domain/reviews/review-list.tsx";

const read = (query: string) => readReviewFilters(new URLSearchParams(query));

describe("filters of reviews in an address", () => {
  it("are read one by one", () => {
    expect(read("stars=4&stage=settled&treatment=crown&page=3")).toEqual({
      stars: 4,
      stage: "settled",
      treatment: "crown",
      page: 3,
    });
  });

  it.each([
    "stars=0",
    "stars=6",
    "stars=4.5",
    "stars=five",
    "stars=-1",
    "stage=before",
    "stage=__proto__",
    "treatment=wig",
    "treatment=toString",
    "page=0",
    "page=-2",
    "page=1e9",
    "page=99999999999999999999",
    "page=%00",
  ])("%s is ignored", (query) => {
    expect(read(query)).toEqual(NO_REVIEW_FILTERS);
  });

  it("a bad value does not take the good ones with it", () => {
    expect(read("stars=9&stage=healed")).toEqual({ ...NO_REVIEW_FILTERS, stage: "healed" });
  });

  it("whatever is read writes back to the same filters", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(12_000), (stars, stage, page) => {
        const filters = readReviewFilters(new URLSearchParams({ stars, stage, page: String(page) }));
        expect(read(reviewQuery(filters))).toEqual(filters);
      }),
    );
  });

  it("no filter is no query, and the first page is not named", () => {
    expect(reviewQuery(NO_REVIEW_FILTERS)).toBe("");
    expect(reviewQuery({ ...NO_REVIEW_FILTERS, stars: 5 })).toBe("?stars=5");
    expect(hasReviewFilter({ ...NO_REVIEW_FILTERS, page: 2 })).toBe(false);
  });
});

describe("a review that is gone", () => {
  it("leaves its date and its reason, or that its author withdrew it", () => {
    expect(tombstoneWords({ closedOn: "2026-03-03", reason: "promotional" })).toBe(
      "Removed on 3 March 2026: advertising",
    );
    expect(tombstoneWords({ closedOn: "2026-03-03", reason: null })).toBe("Withdrawn by its author on 3 March 2026");
  });
});
