import { expect, test } from "vitest";
import { nextStep } from "#app/domain/reviews/own-review.ts";

test.each(["rejected", "removed"] as const)(
  "an appeal against %s is offered only while there is time for it",
  (status) => {
    expect(nextStep({ status, appealUntil: "2026-06-01T00:00:00.000Z" })).toContain("and appeal");
    expect(nextStep({ status, appealUntil: null })).toContain("is over");
  },
);

test("where nothing can be appealed nothing is said about it", () => {
  expect(nextStep({ status: "pending", appealUntil: null })).not.toContain("appeal");
});
