import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NEVER_A_REASON, REVIEW_RULES } from "#app/domain/reviews/review-rules.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import { howReviewsAreDecided } from "#app/routes/policies.reviews/decision-parts.tsx";
import { whatAReviewIs } from "#app/routes/policies.reviews/review-parts.tsx";
import { describeReviewPolicy } from "#app/routes/policies.reviews/review-policy.ts";

const policy = describeReviewPolicy();
const parts = [...whatAReviewIs(policy), ...howReviewsAreDecided(policy)];
const html = new Map(parts.map(({ id, content }) => [id, renderToStaticMarkup(content)]));

it("prints every reason with its rule, and what is never a reason", () => {
  const rows = [...(html.get("reasons") ?? "").matchAll(/<th scope="row">(.+?)<\/th><td>(.+?)<\/td>/g)];
  expect(rows.map(([, reason]) => reason)).toEqual(Object.values(REVIEW_REASONS));
  expect(rows.map(([, , rule]) => rule)).toEqual(Object.values(REVIEW_RULES));
  for (const words of NEVER_A_REASON) expect(html.get("reasons")).toContain(`<li>${words}</li>`);
});

it("says the ages of a result as photos carry them", () => {
  expect(html.get("follow-ups")).toMatch(/Fresh<.+Less than 28 days.+Healed<.+28.+Settled<.+183.+Aged<.+730/);
});

it("keeps the addresses that other pages link to", () => {
  expect(parts.map(({ id }) => id)).toContain("proof");
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
});
