import { describe, expect, it } from "vitest";
import { countryName } from "#app/domain/places/countries.ts";
import { regimeRows } from "./regime-rows.ts";

const rows = regimeRows();

describe("the regimes", () => {
  it("have a key each", () => {
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it.each(rows.map((row) => [row.key, row] as const))(
    "%s says where it comes from and what to compare",
    (_key, row) => {
      expect(row.sourceName).not.toBe("");
      expect(row.lookFor?.length ?? 0).toBeGreaterThan(40);
      expect(row.publicRegisterNote).not.toBe("");
      expect(row.sourceUrl ?? "https://").toMatch(/^https:\/\//);
      expect(row.publicRegisterUrl ?? "https://").toMatch(/^https:\/\//);
      if (row.key !== "elsewhere") expect(countryName(row.countryCode)).not.toBe(row.countryCode);
    },
  );

  it.each(rows.map((row) => [row.key, row] as const))("%s names a term only where papers are dated", (_key, row) => {
    if (row.validity !== "dated") expect(row.renewalMonths).toBeNull();
    if (/not (yet researched|confirmed by a source)/i.test(row.sourceName)) expect(row.validity).toBe("unknown");
  });

  it.each([
    ["england-council", true, true, "none", null],
    ["wales-national", true, true, "dated", 36],
    ["us-ca", true, true, "dated", 12],
    ["us-tx", false, true, "dated", null],
    ["ie-none", false, false, "none", null],
  ])("%s: person %s, premises %s, %s, %s months", (key, person, premises, validity, months) => {
    expect(rows.find((row) => row.key === key)).toMatchObject({
      personAuthorized: person,
      premisesAuthorized: premises,
      validity,
      renewalMonths: months,
    });
  });
});
