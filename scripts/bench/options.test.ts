import { describe, expect, test } from "vitest";
import { PARTS, readOptions, WrongUse } from "./options.ts";

describe("flags of the bench", () => {
  test("measures everything at 10,000 technicians unless told", () => {
    expect(readOptions([])).toEqual({
      technicians: 10_000,
      reviews: 100_000,
      rounds: 7,
      seconds: 0.4,
      only: new Set(PARTS),
      keep: false,
      json: null,
    });
  });

  test("takes numbers as people write them", () => {
    const args = ["--technicians", "1,000,000", "--reviews=5_000_000", "--seconds", "1.5", "--only", "search, import"];
    expect(readOptions(args)).toMatchObject({
      technicians: 1_000_000,
      reviews: 5_000_000,
      seconds: 1.5,
      only: new Set(["search", "import"]),
    });
  });

  test("gives no options when help is asked for", () => expect(readOptions(["-h"])).toBeNull());

  test.each([
    ["--technicians", "99"],
    ["--technicians", "1000001"],
    ["--technicians", "many"],
    ["--technicians", "1e4"],
    ["--reviews", "150.5"],
    ["--rounds", "0"],
    ["--rounds", ""],
    ["--seconds", "0.01"],
    ["--only", "serch"],
    ["--only", ""],
    ["--colour", "red"],
    ["--json"],
    ["stray"],
  ])("refuses %s %s in one line", (...args) => {
    let caught: unknown;
    try {
      readOptions(args);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(WrongUse);
    expect(String(caught)).not.toContain("\n");
  });
});
