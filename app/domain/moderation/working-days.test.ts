import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addWorkingDays,
  hoursInWords,
  subtractWorkingDays,
  workingHoursBetween,
} from "#app/domain/moderation/working-days.ts";

// 16 November 2026 is a Monday.
test.each([
  ["Monday to Thursday", "2026-11-16T10:30:00Z", "2026-11-19T10:30:00Z"],
  ["Wednesday, over a weekend", "2026-11-18T10:30:00Z", "2026-11-23T10:30:00Z"],
  ["Friday, over a weekend", "2026-11-20T23:59:00Z", "2026-11-25T23:59:00Z"],
  ["Saturday counts from Monday", "2026-11-21T08:00:00Z", "2026-11-26T00:00:00Z"],
  ["Sunday counts from Monday", "2026-11-22T23:00:00Z", "2026-11-26T00:00:00Z"],
])("three working days: %s", (_name, from, due) => {
  expect(addWorkingDays(new Date(from), 3).toISOString()).toBe(new Date(due).toISOString());
});

test.each([
  ["nothing on a weekend", "2026-11-21T00:00:00Z", "2026-11-23T00:00:00Z", 0],
  ["Friday evening to Monday morning", "2026-11-20T22:00:00Z", "2026-11-23T03:00:00Z", 5],
  ["two whole weeks", "2026-11-18T12:00:00Z", "2026-12-02T12:00:00Z", 240],
  ["nothing backwards", "2026-11-18T12:00:00Z", "2026-11-17T12:00:00Z", 0],
])("working hours: %s", (_name, from, to, hours) => {
  expect(workingHoursBetween(new Date(from), new Date(to))).toBe(hours);
});

test("from any moment to so many working days later there are exactly so many working days", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 30 }), (from, days) => {
      expect(workingHoursBetween(from, addWorkingDays(from, days))).toBeCloseTo(days * 24, 9);
    }),
  );
});

test("time in words", () => {
  expect([0.2, 1, 47.9, 48, 100].map(hoursInWords)).toEqual([
    "less than an hour",
    "1 hour",
    "47 hours",
    "2 days",
    "4 days",
  ]);
});

test("what came before the moment so many working days ago is over its time, and nothing else is", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2026-03-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, moments, (since, now) => {
      expect(since < subtractWorkingDays(now, 3)).toBe(addWorkingDays(since, 3) < now);
    }),
    { numRuns: 5_000 },
  );
});
