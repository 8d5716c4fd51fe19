import { describe, expect, it } from "vitest";
import { NEVER_A_REASON, REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";

describe("rules for reviews", () => {
  it("have one wording for each reason, and none for anything else", () => {
    expect(Object.keys(REVIEW_RULES)).toEqual(Object.keys(REVIEW_REASONS));
    expect(new Set(Object.values(REVIEW_RULES)).size).toBe(14);
  });
  it.each(Object.entries(REVIEW_RULES))("%s is a whole sentence", (_reason, rule) => {
    expect(rule).toMatch(/^[A-Z].+\.$/);
  });
  it("name no rating, price or outcome as a reason, and promise so", () => {
    expect(Object.values({ ...REVIEW_REASONS, ...REVIEW_RULES }).join(" ")).not.toMatch(/\b(star|rating|price|cost)/i);
    expect(NEVER_A_REASON.join(" ")).toMatch(/low rating.+disagrees.+price.+outcome/);
  });
});
