import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { describeRefusal } from "#app/domain/registers/refusal.ts";
import { readTechnicians } from "#app/domain/registers/read-technicians.server.ts";
import type { TechnicianRecord } from "#app/domain/registers/read-technicians.server.ts";

async function* pieces(lines: string[]) {
  for (const line of lines) yield [line];
}

async function read(text: string): Promise<TechnicianRecord[]> {
  const records: TechnicianRecord[] = [];
  for await (const some of readTechnicians(pieces(text.split("\n")), 2026)) records.push(...some);
  return records;
}

const rowsOf = (records: TechnicianRecord[]) => records.flatMap((record) => ("row" in record ? [record.row] : []));
const refusalsIn = (records: TechnicianRecord[]) =>
  records.flatMap((record) => ("refusals" in record ? record.refusals.map(describeRefusal) : []));

const HEADER = "record,name,studio,address,city,country";
const GOOD = { record: "a", name: "Ade", studio: "Studio", address: "1 Road", city: "Leeds", country: "GB" };
const inCsv = (given: Record<string, string>) => {
  const row = { ...GOOD, ...given };
  return `${Object.keys(row).join(",")}\n${Object.values(row)
    .map((cell) => `"${cell}"`)
    .join(",")}`;
};

describe("the same list", () => {
  it("reads the same from CSV, from a JSON array and from JSON Lines", async () => {
    const csv = rowsOf(await read(await readFile("tests/fixtures/registers/technicians.csv", "utf8")));
    const json = await readFile("tests/fixtures/registers/technicians.json", "utf8");
    const parsed: unknown = JSON.parse(json);
    const lines = Array.isArray(parsed) ? parsed.map((record) => JSON.stringify(record)).join("\n") : "";
    expect(csv).toHaveLength(2);
    expect(csv[0]).toMatchObject({
      record: "a-1",
      treatments: ["hairline", "density"],
      skin_types: [1, 2, 3],
      practising_since: 2016,
    });
    expect(csv[0]?.bio).toBe("Trained in Leeds.\nWorks alone.");
    expect(rowsOf(await read(json))).toEqual(csv);
    expect(rowsOf(await read(lines))).toEqual(csv);
    expect(rowsOf(await read(JSON.stringify(parsed)))).toEqual(csv);
  });
});

describe("a bad cell is refused with line, column and reason", () => {
  it.each([
    [{ record: "" }, "line 2, record: is missing"],
    [{ name: "x".repeat(121) }, `line 2, name: "${"x".repeat(60)}…" is longer than 120 characters`],
    [{ studio: " " }, "line 2, studio: is missing"],
    [{ address: "1\u0000" }, `line 2, address: "1\\u0000" holds a character that can't be shown`],
    [{ city: "" }, "line 2, city: is missing"],
    [{ country: "UK" }, 'line 2, country: "UK" is not a country code of two letters, such as GB or US'],
    [{ country: "" }, "line 2, country: is missing"],
    [{ region: "x".repeat(81) }, `line 2, region: "${"x".repeat(60)}…" is longer than 80 characters`],
    [{ postcode: "12345678901234567" }, 'line 2, postcode: "12345678901234567" is longer than 16 characters'],
    [{ lat: "91", lng: "0" }, 'line 2, lat: "91" is not between -90 and 90'],
    [{ lat: "5" }, "line 2, lng: is missing beside lat"],
    [{ lng: "abc", lat: "1" }, 'line 2, lng: "abc" is not a number'],
    [{ website: "javascript:alert(1)" }, 'line 2, website: "javascript:alert(1)" is not an http or https address'],
    [
      { website: "https://user:pw@example.org" },
      'line 2, website: "https://user:pw@example.org" is not an http or https address',
    ],
    [{ languages: "en;xx" }, 'line 2, languages: "en;xx" has an unknown word, "xx"'],
    [
      { treatments: "hairlin" },
      'line 2, treatments: "hairlin" has an unknown word, "hairlin"; did you mean "hairline"?',
    ],
    [{ concerns: "baldness!" }, 'line 2, concerns: "baldness!" has an unknown word, "baldness!"'],
    [{ skin_types: "1;7" }, 'line 2, skin_types: "1;7" has "7", which is not a skin type from 1 to 6'],
    [
      { features: "step free" },
      'line 2, features: "step free" has an unknown word, "step free"; did you mean "step_free"?',
    ],
    [{ practising_since: "2027" }, 'line 2, practising_since: "2027" is not between 1990 and 2026'],
    [{ practising_since: "2010.5" }, 'line 2, practising_since: "2010.5" is not a year'],
    [{ bio: "x".repeat(3001) }, `line 2, bio: "${"x".repeat(60)}…" is longer than 3000 characters`],
    [{ gender: "f" }, 'line 2, gender: "f" is not one of woman, man, nonbinary'],
  ])("%j", async (given, refusal) => {
    expect(refusalsIn(await read(inCsv(given)))).toEqual([refusal]);
  });
});

describe("a header that can't be used ends the reading", () => {
  it.each([
    [`${HEADER},websit`, 'line 1: "websit" is not a column; did you mean "website"?'],
    [`${HEADER},zzzzzz`, 'line 1: "zzzzzz" is not a column'],
    [`${HEADER},name`, "line 1, name: stands in the header twice"],
    ["record,name,studio,address,city", "line 1, country: is missing from the header"],
    [HEADER.replaceAll(",", ";"), "line 1: the columns are not separated by commas"],
    ["", "line 1: the file is empty"],
  ])("%j", async (header, refusal) => {
    const records = await read(`${header}\n`);
    expect(refusalsIn(records)).toEqual([refusal]);
    expect(records.every((record) => record.isHeader)).toBe(true);
  });
});

describe("in JSON", () => {
  const good = JSON.stringify(GOOD);

  it("a broken line of JSON Lines costs only itself", async () => {
    const records = await read(`${good}\n{"record": \n[1]\n"x"\n${good}`);
    expect(rowsOf(records)).toHaveLength(2);
    expect(refusalsIn(records).map((line) => line.slice(0, 6))).toEqual(["line 2", "line 3", "line 4"]);
  });
  it("a bad value is told on the line of its own field", async () => {
    const text = JSON.stringify([GOOD, { ...GOOD, gender: "x", languages: ["en", "qq"] }, GOOD], null, 1);
    const lines = text.split("\n");
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
    const records = await read(text);
    expect(rowsOf(records)).toHaveLength(2);
    expect(refusalsIn(records)).toEqual([
      expect.stringContaining(`line ${lineOf('"qq"') + 1}, languages`),
      expect.stringContaining(`line ${lineOf('"gender"')}, gender`),
    ]);
  });
  it("an unknown field, a nested value and what is no object are refused, and the others taken", async () => {
    const odd = [
      { ...GOOD, websit: "x" },
      { ...GOOD, bio: { a: [1] } },
      { ...GOOD, name: true },
      5,
      [GOOD],
      { ...GOOD, languages: [["en"]] },
      GOOD,
    ];
    const records = await read(JSON.stringify(odd));
    expect(rowsOf(records)).toHaveLength(1);
    expect(refusalsIn(records)).toEqual([
      'line 1: "websit" is not a field; did you mean "website"?',
      "line 1, bio: is not a text, a number or a list of these",
      "line 1, name: is not a text, a number or a list of these",
      "line 1: is not an object with a technician's fields",
      "line 1: is not an object with a technician's fields",
      "line 1, languages: is not a text, a number or a list of these",
    ]);
  });
  it("an array is read up to its first mistake, which is told with its line", async () => {
    const records = await read(`[\n${good},\n{"record" 5},\n${good}\n]`);
    expect(rowsOf(records)).toHaveLength(1);
    expect(refusalsIn(records)).toEqual([
      expect.stringMatching(/^line 3: is not JSON .*nothing from here on was read$/),
    ]);
  });
  it("an array that isn't closed says so", async () => {
    const records = await read(`[\n${good},\n`);
    expect(rowsOf(records)).toHaveLength(1);
    expect(refusalsIn(records)).toEqual([expect.stringContaining("ends in the middle")]);
  });
});
