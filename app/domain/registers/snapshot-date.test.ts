import { describe, expect, it } from "vitest";
import { chooseSnapshot, dayInFileName, isDay } from "#app/domain/registers/snapshot-date.ts";

it.each([
  ["2025-03-08", true],
  ["2024-02-29", true],
  ["2025-02-29", false],
  ["2025-13-01", false],
  ["2025-3-8", false],
  ["", false],
])("%j is a day: %s", (text, is) => expect(isDay(text)).toBe(is));

it.each([
  ["toronto-bodysafe-2025-03-08.csv", "2025-03-08"],
  ["bodysafe_20250308.csv", "2025-03-08"],
  ["2024-01-01 to 2025.03.08.csv", "2025-03-08"],
  ["bodysafe-2025-13-08.csv", null],
  ["export-1234567890.csv", null],
  ["bodysafe.csv", null],
])("the date in %j is %s", (name, day) => expect(dayInFileName(name)).toBe(day));

describe("the snapshot's day", () => {
  const sources = { given: null, fileName: "list.csv", modifiedOn: null, today: "2025-06-01" };
  it("is the given one before that of the name, and that before the day of change", () => {
    const all = { ...sources, given: "2025-01-01", fileName: "list-2025-02-02.csv", modifiedOn: "2025-03-03" };
    expect(chooseSnapshot(all)).toEqual({ day: "2025-01-01" });
    expect(chooseSnapshot({ ...all, given: null })).toEqual({ day: "2025-02-02" });
    expect(chooseSnapshot({ ...all, given: null, fileName: "list.csv" })).toEqual({ day: "2025-03-03" });
  });
  it("must be known, real and not to come", () => {
    expect(chooseSnapshot(sources)).toEqual({ problem: expect.stringContaining("--snapshot") });
    expect(chooseSnapshot({ ...sources, given: "yesterday" })).toEqual({
      problem: expect.stringContaining("yesterday"),
    });
    expect(chooseSnapshot({ ...sources, given: "2025-06-02" })).toEqual({ problem: expect.stringContaining("future") });
  });
});
