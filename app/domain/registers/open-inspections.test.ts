import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { refusalsOf } from "#app/domain/registers/cells.ts";
import { openInspections } from "#app/domain/registers/open-inspections.ts";

const schema = openInspections.rowSchema("2026-01-10");
const rows: Record<string, string>[] = parse(
  readFileSync("tests/fixtures/registers/open-inspections-2026-01-10.csv", "utf8"),
  { columns: true },
);
const [FIRST = {}, SECOND = {}] = rows;

it("a file has the columns that the documentation names, and no row of it is refused", () => {
  expect(Object.keys(FIRST)).toEqual(openInspections.columns);
  const documented = readFileSync("docs/import-register.md", "utf8");
  for (const column of openInspections.columns) expect(documented).toContain(`| \`${column}\``);
  expect(rows.map((row) => schema.parse(row).record)).toEqual([
    "LDS/0001",
    "LDS/0002",
    "LDS/0002",
    "LDS/0002",
    "LDS/0003",
  ]);
});

it("a row states an establishment, an inspection and an infraction", () => {
  expect(schema.parse(SECOND)).toEqual({
    record: "LDS/0002",
    isRelevant: true,
    premises: {
      name: "Harbour Tattoo",
      address: "4 Dock Lane, Unit 2",
      city: "Leeds",
      region: null,
      countryCode: "GB",
      postcode: null,
      lat: 53.791,
      lng: -1.533,
      features: [],
    },
    inspection: {
      inspectedOn: "2025-06-12",
      outcome: "conditional_pass",
      service: "Tattooing",
      infraction: {
        severity: "significant",
        category: "",
        text: "No record of the last spore test",
        action: "Told to show it within 14 days",
      },
    },
  });
  expect(schema.parse(FIRST).inspection.infraction).toBeNull();
});

it.each([
  ["Semi-permanent make-up and micropigmentation", true],
  ["Permanent make up", true],
  ["Tattooing", true],
  ["MICROBLADING", true],
  ["Cosmetic piercing", false],
  ["Nail bar", false],
])("a row for %s puts its establishment in the directory: %s", (service, isRelevant) => {
  expect(schema.parse({ ...FIRST, service }).isRelevant).toBe(isRelevant);
});

describe("a bad cell is refused with its column, value and reason", () => {
  it.each([
    ["establishment_id", "", "is missing"],
    ["name", "x".repeat(121), `"${"x".repeat(60)}…" is longer than 120 characters`],
    ["address", "a\u202eb", `"a\\u202eb" holds a character that can't be shown`],
    ["town", " ", "is missing"],
    ["country", "UK", '"UK" is not a country code of two letters, such as GB or US'],
    ["lat", "53,7", '"53,7" is not a number'],
    ["lng", "181", '"181" is not between -180 and 180'],
    ["inspected_on", "12/06/2025", '"12/06/2025" is not a date'],
    ["inspected_on", "2026-01-11", '"2026-01-11" is after 2026-01-10, the date of this snapshot'],
    ["outcome", "5 stars", '"5 stars" is not an outcome (pass, conditional_pass or closed)'],
    ["severity", "bad", '"bad" is not a severity (crucial, significant or minor)'],
    ["severity", "", "is missing beside infraction"],
    ["infraction", "", "is missing beside severity"],
    ["action", "x".repeat(201), `"${"x".repeat(60)}…" is longer than 200 characters`],
  ])("%s: %j", (column, value, reason) => {
    const cells = { ...SECOND, [column]: value };
    const parsed = schema.safeParse(cells);
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(refusalsOf(parsed.error, cells, 17)).toEqual([{ line: 17, column, reason }]);
  });
});
