import { describe, expect, it } from "vitest";
import { isZone, toInstant, UTC_OFFSETS, utcWords } from "#app/domain/enquiries/wall-time.ts";

describe("times on the spot", () => {
  it.each([
    ["2026-06-10T14:30", "+00:00", "2026-06-10T14:30:00.000Z"],
    ["2026-06-10T14:30", "+05:30", "2026-06-10T09:00:00.000Z"],
    ["2026-06-10T14:30", "-03:30", "2026-06-10T18:00:00.000Z"],
    ["2026-01-10T14:30", "Europe/London", "2026-01-10T14:30:00.000Z"],
    ["2026-06-10T14:30", "Europe/London", "2026-06-10T13:30:00.000Z"],
    ["2026-06-10T00:10", "Australia/Sydney", "2026-06-09T14:10:00.000Z"],
    ["2026-03-08T14:00", "America/Toronto", "2026-03-08T18:00:00.000Z"],
    // Twice in that night: the first.
    ["2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00.000Z"],
    // The clocks go from one to two.
    ["2026-03-29T01:30", "Europe/London", null],
    ["2026-02-30T10:00", "Europe/London", null],
    ["2026-06-10", "Europe/London", null],
    ["2026-06-10T25:00", "Europe/London", null],
    ["2026-06-10T14:30", "Europe/Nowhere", null],
    ["2026-06-10T14:30", "+99:00", null],
    ["2026-06-10T14:30", "", null],
  ])("%s in %s is %s", (wall, zone, instant) => {
    expect(toInstant(wall, zone)?.toISOString() ?? null).toBe(instant);
  });

  it("takes every offset of the list as a zone", () => {
    expect(UTC_OFFSETS.filter((offset) => !isZone(offset))).toEqual([]);
  });

  it("says an instant in words", () => {
    expect(utcWords("2026-06-10T09:05:00.000Z")).toBe("10 June 2026, 09:05 UTC");
  });
});
