import { expect, test } from "vitest";
import {
  addMonths,
  daysSince,
  followUpToAskFor,
  nextFollowUpDay,
  openFollowUpMonth,
} from "#app/domain/reviews/follow-up-months.ts";

const at = (text: string) => new Date(text);
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

test.each([
  ["2026-03-15", 1, "2026-04-15"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-08-31", 6, "2027-02-28"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2028-02-29", 24, "2030-02-28"],
  ["2026-12-31", 6, "2027-06-30"],
  ["2026-11-30", 1, "2026-12-30"],
])("counts from %s on %i months to %s", (from, months, to) => {
  expect(day(addMonths(at(from), months))).toBe(to);
});

test.each([
  ["2026-02-27T23:59:59Z", null],
  ["2026-02-28T00:00:00Z", 1],
  ["2026-07-30T23:59:59Z", 1],
  ["2026-07-31T00:00:00Z", 6],
  ["2027-01-30T23:59:59Z", 6],
  ["2027-01-31T00:00:00Z", 12],
  ["2028-01-31T00:00:00Z", 24],
  ["2040-01-01T00:00:00Z", 24],
])("at %s the window of month %s is open for a session of 31 January 2026", (now, month) => {
  expect(openFollowUpMonth(at("2026-01-31"), at(now))).toBe(month);
});

test("says when the next window opens, and that none follows the last", () => {
  expect(day(nextFollowUpDay(at("2026-01-31"), at("2026-02-01")))).toBe("2026-02-28");
  expect(day(nextFollowUpDay(at("2026-01-31"), at("2026-02-28")))).toBe("2026-07-31");
  expect(nextFollowUpDay(at("2026-01-31"), at("2028-01-31"))).toBeNull();
});

test("asks an old review for the newest follow-up alone", () => {
  const review = { lastSessionOn: at("2024-01-10"), submittedAt: at("2024-02-01") };
  expect(followUpToAskFor(review, at("2026-11-22"))).toBe(24);
});

test("asks nobody within two weeks of the review itself", () => {
  const review = { lastSessionOn: at("2026-01-10"), submittedAt: at("2026-08-01T12:00:00Z") };
  expect(followUpToAskFor(review, at("2026-08-15T11:59:59Z"))).toBeNull();
  expect(followUpToAskFor(review, at("2026-08-15T12:00:00Z"))).toBe(6);
});

test("has no negative ages when the clock went back", () => {
  expect(daysSince(at("2026-01-10"), at("2026-01-09T23:00:00Z"))).toBe(0);
  expect(daysSince(at("2026-01-10"), at("2026-01-11T00:00:00Z"))).toBe(1);
});
