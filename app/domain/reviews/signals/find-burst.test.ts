import { describe, expect, it } from "vitest";
import { chanceOfAtLeast, findBurst } from "#app/domain/reviews/signals/find-burst.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `review-${index}`);

describe("a burst is measured against the technician's own rate", () => {
  it.each([
    ["four in the first week of a new profile", 4, 0, 0, true],
    ["three in the first week of a new profile", 3, 0, 0, false],
    ["five where one a month is usual", 5, 12, 365, true],
    ["five where four a week are usual", 5, 208, 364, false],
    ["twelve where four a week are usual", 12, 208, 364, true],
    ["one where none came for years", 1, 2, 1500, false],
  ])("%s", (_, count, earlierCount, earlierDays, isBurst) => {
    const signal = findBurst({ recentIds: ids(count), ownId: "review-0", earlierCount, earlierDays });
    expect(signal !== null).toBe(isBurst);
  });

  it("names the other reviews of the week, not the one it is about", () => {
    const signal = findBurst({ recentIds: ids(5), ownId: "review-2", earlierCount: 0, earlierDays: 0 });
    expect(signal?.relatedIds).toEqual(["review-0", "review-1", "review-3", "review-4"]);
    expect(signal?.detail).toContain("5 reviews");
  });
});

it("the chance of at least one is all but certain where many are usual, and of none is always one", () => {
  expect(chanceOfAtLeast(0, 3)).toBe(1);
  expect(chanceOfAtLeast(1, 3)).toBeCloseTo(1 - Math.exp(-3), 10);
  expect(chanceOfAtLeast(1, 30)).toBeGreaterThan(0.999_999);
});
