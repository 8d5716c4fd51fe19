import { describe, expect, it } from "vitest";
import { confirmedSince, isConfirmationOld } from "#app/domain/technicians/confirmation.ts";

describe("when a profile was last confirmed", () => {
  it.each([
    ["2026-06-10", "2025-12-10"],
    ["2026-08-31", "2026-02-28"],
    ["2024-08-31", "2024-02-29"],
    ["2026-01-01", "2025-07-01"],
  ])("six months before %s is %s", (today, since) => expect(confirmedSince(today)).toBe(since));

  it("is old from the day after six months, and never where nobody confirmed", () => {
    expect(isConfirmationOld("2025-12-10", "2026-06-10")).toBe(false);
    expect(isConfirmationOld("2025-12-09", "2026-06-10")).toBe(true);
    expect(isConfirmationOld(null, "2026-06-10")).toBe(false);
  });
});
