import { describe, expect, it } from "vitest";
import {
  addBusinessHours,
  endOfDayAfter,
  isBusinessDay,
  londonDay,
} from "#app/domain/moderation/business-hours.server.ts";

describe("48 hours count on business days of England and Wales only", () => {
  it.each([
    ["from Monday morning to Wednesday morning", "2026-03-02T09:30:00Z", "2026-03-04T09:30:00Z"],
    ["from Friday noon to Tuesday noon", "2026-03-06T12:00:00Z", "2026-03-10T12:00:00Z"],
    ["from Saturday: two whole days from Monday", "2026-03-07T15:00:00Z", "2026-03-11T00:00:00Z"],
    ["over Easter: Good Friday and Easter Monday stand still", "2026-04-02T10:00:00Z", "2026-04-08T10:00:00Z"],
    ["over Christmas and the substitute day of Boxing Day", "2026-12-24T10:00:00Z", "2026-12-30T10:00:00Z"],
    ["over the May bank holiday", "2026-05-01T09:00:00Z", "2026-05-06T09:00:00Z"],
    ["over the weekend on which the clocks go forward", "2026-03-27T12:00:00Z", "2026-03-31T11:00:00Z"],
    ["over the weekend on which they go back", "2026-10-23T11:00:00Z", "2026-10-27T12:00:00Z"],
    ["into the next year", "2026-12-31T18:00:00Z", "2027-01-05T18:00:00Z"],
  ])("%s", (_, from, until) => {
    expect(addBusinessHours(new Date(from), 48).toISOString()).toBe(new Date(until).toISOString());
  });

  it("a day of Scotland alone is a business day here", () => {
    expect(isBusinessDay("2026-01-02")).toBe(true);
    expect(isBusinessDay("2026-11-30")).toBe(true);
    expect(isBusinessDay("2026-01-01")).toBe(false);
  });
});

describe("the author's five days end at midnight in London", () => {
  it("counts every day, weekends too, from the day after the notice was sent", () => {
    expect(endOfDayAfter(new Date("2026-01-08T15:00:00Z"), 5).toISOString()).toBe("2026-01-14T00:00:00.000Z");
  });

  it("an hour earlier in UTC in summer", () => {
    expect(endOfDayAfter(new Date("2026-07-01T15:00:00Z"), 5).toISOString()).toBe("2026-07-06T23:00:00.000Z");
  });

  it("a notice that is sent after midnight in London belongs to the new day there", () => {
    expect(londonDay(new Date("2026-07-01T23:30:00Z"))).toBe("2026-07-02");
  });
});
