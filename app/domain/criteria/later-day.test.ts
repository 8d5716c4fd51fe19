import { expect, it } from "vitest";
import { laterDay, termInWords } from "#app/domain/criteria/later-day.ts";

it.each([
  ["2026-01-31", { months: 1 }, "2026-02-28"],
  ["2024-02-29", { months: 12 }, "2025-02-28"],
  ["2026-08-31", { months: 6 }, "2027-02-28"],
  ["2026-11-30", { months: 36 }, "2029-11-30"],
  ["2026-12-15", { days: 31 }, "2027-01-15"],
  // Through the nights in which clocks change.
  ["2026-03-28", { days: 2 }, "2026-03-30"],
])("%s and %j is %s", (day, term, expected) => {
  expect(laterDay(day, term)).toBe(expected);
});

it.each([
  [{ days: 31 }, "31 days"],
  [{ months: 1 }, "1 month"],
  [{ months: 12 }, "12 months"],
  [{ months: 36 }, "3 years"],
])("%j reads as %s", (term, words) => {
  expect(termInWords(term)).toBe(words);
});
