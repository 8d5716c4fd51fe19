import { expect, test } from "vitest";
import { approvalShare, describeWait, LEAST_DECISIONS, monthsUntil } from "#app/domain/moderation/public-figures.ts";

const outcomes = (published: number, rejected: number, changesRequested = 0) => ({
  published,
  rejected,
  changesRequested,
  medianHours: null,
  timed: 0,
});

test("a share is told of enough settled decisions only, and requests for changes settle nothing", () => {
  expect(approvalShare(outcomes(0, 0))).toBeNull();
  expect(approvalShare(outcomes(LEAST_DECISIONS - 2, 1, 100))).toBeNull();
  expect(approvalShare(outcomes(LEAST_DECISIONS - 1, 1))).toBe(0.8);
  expect(approvalShare(outcomes(0, LEAST_DECISIONS))).toBe(0);
});

test.each([
  ["2026-11-30T23:59:59Z", "2025-12", "2026-11"],
  ["2026-03-31T00:00:00Z", "2025-04", "2026-03"],
  ["2026-01-01T00:00:00Z", "2025-02", "2026-01"],
])("at %s the year goes from %s to %s", (now, first, last) => {
  const months = monthsUntil(new Date(now));
  expect([months.length, new Set(months).size, months[0], months.at(-1)]).toEqual([12, 12, first, last]);
});

test.each([
  [0, "1 minute"],
  [0.5, "30 minutes"],
  [1.2, "1 hour"],
  [26, "26 hours"],
  [50, "2.1 days"],
  [72, "3 days"],
  [24 * 12.4, "12 days"],
])("%s hours read as %s", (hours, words) => {
  expect(describeWait(hours)).toBe(words);
});
