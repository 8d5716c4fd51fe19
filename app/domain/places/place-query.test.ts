import { describe, expect, it } from "vitest";
import { foldPlaceText, readPlaceParts, readPostalCode, withoutCodes } from "#app/domain/places/place-query.ts";

const areas = new Set(["uk", "or", "usa", "united kingdom", "canada"]);
const read = (text: string) => readPlaceParts(foldPlaceText(text), (words) => areas.has(words), 3);

describe("foldPlaceText", () => {
  it("drops control characters, empty parts and everything past 100 characters", () => {
    expect(foldPlaceText("Le\u0000eds\u202e,, UK\n")).toEqual(["le eds", "uk"]);
    expect(foldPlaceText("a".repeat(5_000))).toEqual(["a".repeat(100)]);
    expect(foldPlaceText(" ,;\u0007")).toEqual([]);
  });
});

describe("readPlaceParts", () => {
  it("reads a comma as the start of a qualifier", () => {
    expect(read("Leeds, un")).toContainEqual({ name: "leeds", qualifiers: ["un"], isSetOff: true });
  });

  it("reads trailing words as a qualifier only when they name an area", () => {
    expect(read("london canada")).toEqual([
      { name: "london canada", qualifiers: [], isSetOff: false },
      { name: "london", qualifiers: ["canada"], isSetOff: false },
    ]);
    expect(read("leeds united kingdom").map(({ name }) => name)).toEqual(["leeds united kingdom", "leeds"]);
    expect(read("newcastle upon tyne")).toHaveLength(1);
  });

  it("reads two qualifiers without a comma", () => {
    expect(read("portland or usa")).toContainEqual({ name: "portland", qualifiers: ["or", "usa"], isSetOff: false });
  });

  it("gives no reading twice and stays small whatever is typed", () => {
    const readings = read("uk, uk, uk, uk, uk uk uk uk uk, uk, uk");
    const keys = readings.map(({ name, qualifiers }) => [name, ...qualifiers].join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeLessThan(20);
  });
});

describe("readPostalCode", () => {
  it.each([
    ["90210", "90210", ""],
    ["Beverly Hills, CA 90210-1234", "90210", "beverly hills ca"],
    ["m5v 2t6", "m5v", ""],
    ["M5V2T6", "m5v", ""],
    ["m5v 2", "m5v", ""],
    ["Toronto M5V", "m5v", "toronto"],
    ["75001 Paris", "75001", "paris"],
    ["E1W 3SS", "e1w", "3ss"],
  ])("finds the code in %s", (text, code, others) => {
    const postal = readPostalCode(foldPlaceText(text));
    expect(postal?.code).toBe(code);
    expect(postal?.otherWords.join(" ")).toBe(others);
  });

  it.each(["leeds", "LS1 4AP", "9021", "123456"])("finds none in %s", (text) => {
    expect(readPostalCode(foldPlaceText(text))).toBeNull();
  });
});

it("leaves out words with digits", () => {
  expect(withoutCodes(["leeds ls1 4ap", "sw1a", "uk"])).toEqual(["leeds", "uk"]);
});
