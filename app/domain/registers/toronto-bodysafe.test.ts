import { describe, expect, it } from "vitest";
import { refusalsOf } from "#app/domain/registers/cells.ts";
import { torontoBodysafe } from "#app/domain/registers/toronto-bodysafe.ts";

const schema = torontoBodysafe.rowSchema("2025-03-08");
const ROW = {
  estId: "20000001",
  estName: "CAF\u00c3\u0089 D'ENCRE INC.",
  addrFull: "12 EXAMPLE ST W, UNIT-3",
  srvType: "Tattooing",
  insStatus: "Conditional Pass",
  insDate: "2024-05-06",
  infCategory: "05 - Single-Use Equipment & Instruments",
  defDesc: "Personal Service Setting \u00c3\u0082\u00c2\u00bf use non-sterile sharps. Reg. Sec. 4",
  infType: "S - Significant",
  actionDesc: "Notice to Comply",
  geometry: '{"type": "MultiPoint", "coordinates": [[-79.38, 43.65]]}',
};
const NO_INFRACTION = { infCategory: "None", defDesc: "None", infType: "None", actionDesc: "None" };

it("a row states an establishment, an inspection and an infraction in readable, repaired text", () => {
  expect(schema.parse(ROW)).toEqual({
    record: "20000001",
    isRelevant: true,
    premises: {
      name: "Café D'Encre Inc.",
      address: "12 Example St W, Unit-3",
      city: "Toronto",
      region: "Ontario",
      countryCode: "CA",
      postcode: null,
      lat: 43.65,
      lng: -79.38,
      features: [],
    },
    inspection: {
      inspectedOn: "2024-05-06",
      outcome: "conditional_pass",
      service: "Tattooing",
      infraction: {
        severity: "significant",
        category: "05 - Single-Use Equipment & Instruments",
        text: "Personal Service Setting – use non-sterile sharps. Reg. Sec. 4",
        action: "Notice to Comply",
      },
    },
  });
});

it.each(["None", "", " "])("%j in the infraction's columns means that there is none", (nothing) => {
  const none = { infCategory: nothing, defDesc: nothing, infType: nothing, actionDesc: nothing };
  expect(schema.parse({ ...ROW, ...none }).inspection.infraction).toBeNull();
});

it.each([
  ["Micropigmentation/Microblading", true],
  ["Tattooing", true],
  ["Nails", false],
])("a row for %s puts its establishment in the directory: %s", (srvType, isRelevant) => {
  expect(schema.parse({ ...ROW, srvType }).isRelevant).toBe(isRelevant);
});

it.each([
  ["Pass", "pass"],
  ["Conditional Pass", "conditional_pass"],
  ["Closed", "closed"],
])("the outcome %s is %s", (insStatus, outcome) => {
  expect(schema.parse({ ...ROW, insStatus }).inspection.outcome).toBe(outcome);
});

it("a point may stand alone or in a list", () => {
  const geometry = '{"type":"Point","coordinates":[-79.38,43.65]}';
  expect(schema.parse({ ...ROW, geometry }).premises).toMatchObject({ lat: 43.65, lng: -79.38 });
});

describe("a bad cell is refused with its column, value and reason", () => {
  it.each([
    ["estId", "abc", '"abc" is not an establishment number'],
    ["estId", "", "is missing"],
    ["estName", "None", "is missing"],
    ["estName", "x".repeat(121), `"${"x".repeat(60)}…" is longer than 120 characters`],
    ["estName", "A\u0007B", `"A\\u0007B" holds a character that can't be shown`],
    ["addrFull", " ", "is missing"],
    ["srvType", "None", "is missing"],
    ["insStatus", "Passed", '"Passed" is not an outcome (Pass, Conditional Pass or Closed)'],
    ["insDate", "2025-13-01", '"2025-13-01" is not a date'],
    ["insDate", "2025-03-09", '"2025-03-09" is after 2025-03-08, the date of this snapshot'],
    ["infType", "X - Odd", '"X - Odd" is not a kind of infraction (C - Crucial, S - Significant or M - Minor)'],
    ["infType", "None", '"None" is missing beside an infraction'],
    ["infCategory", "x".repeat(201), `"${"x".repeat(60)}…" is longer than 200 characters`],
    ["defDesc", "None", '"None" is missing beside a kind of infraction'],
    ["actionDesc", "a\u202eb", `"a\\u202eb" holds a character that can't be shown`],
    ["geometry", "None", "is missing"],
    ["geometry", "{", '"{" is not a point in Toronto'],
    ["geometry", '{"type":"Point","coordinates":[43.65,-79.38]}', expect.stringContaining("is not a point in Toronto")],
    ["geometry", '{"type":"MultiPoint","coordinates":[]}', expect.stringContaining("is not a point in Toronto")],
  ])("%s: %j", (column, value, reason) => {
    const cells = { ...ROW, [column]: value };
    const parsed = schema.safeParse(cells);
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(refusalsOf(parsed.error, cells, 17)).toEqual([{ line: 17, column, reason }]);
  });

  it("and every bad cell of a row is told", () => {
    const cells = { ...ROW, ...NO_INFRACTION, insDate: "soon", estId: "?" };
    const parsed = schema.safeParse(cells);
    expect(parsed.error && refusalsOf(parsed.error, cells, 2).map((refusal) => refusal.column)).toEqual([
      "estId",
      "insDate",
    ]);
  });
});
