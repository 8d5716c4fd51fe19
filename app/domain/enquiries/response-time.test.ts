import { describe, expect, it } from "vitest";
import { responseTimeOf, responseTimeWords } from "#app/domain/enquiries/response-time.ts";

describe("the response time in words", () => {
  it.each([
    [0, "Usually answers within an hour"],
    [60, "Usually answers within an hour"],
    [61, "Usually answers within 2 hours"],
    [300, "Usually answers within 5 hours"],
    [301, "Usually answers within 6 hours"],
    [22 * 60 + 59, "Usually answers within 23 hours"],
    [23 * 60 + 1, "Usually answers within a day"],
    [1_440, "Usually answers within a day"],
    [1_441, "Usually answers within 2 days"],
    [7 * 1_440 - 1, "Usually answers within 7 days"],
    [7 * 1_440, "Usually takes a week or longer to answer"],
  ])("%i minutes: %s", (medianMinutes, words) => {
    expect(responseTimeWords({ medianMinutes, enquiries: 12 })).toBe(`${words} (12 enquiries)`);
  });

  it.each([
    [null, 0],
    [300, 2],
    [null, 12],
  ])("a median of %s over %i enquiries is too little to say", (minutes, count) => {
    expect(responseTimeWords(responseTimeOf(minutes, count))).toBe("Too few enquiries to say");
  });

  it("three enquiries are enough", () => {
    expect(responseTimeOf(90, 3)).toEqual({ medianMinutes: 90, enquiries: 3 });
  });
});
