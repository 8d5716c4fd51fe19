import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "#app/domain/registers/read-csv.server.ts";
import type { CsvRecord } from "#app/domain/registers/read-csv.server.ts";

async function* inPieces(lines: string[], size: number) {
  for (let at = 0; at < lines.length; at += size) yield lines.slice(at, at + size);
}

async function read(lines: string[], size = lines.length): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of readCsv(inPieces(lines, size))) records.push(...some);
  return records;
}

describe("records carry the line they begin on", () => {
  it("with quotes, doubled quotes, line breaks and blank lines between", async () => {
    const lines = ["a,b", '"1, x","say ""hi"""', "", '"two', 'lines",2', "3,4"];
    expect(await read(lines)).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1, x", 'say "hi"'] },
      { line: 4, cells: ["two\nlines", "2"] },
      { line: 6, cells: ["3", "4"] },
    ]);
  });
});

describe("a record that can't be read costs its own line only", () => {
  const good = (record: CsvRecord) => "cells" in record;

  it("when it has too few or too many cells", async () => {
    const records = await read(["a,b", "1", "1,2,3", "4,5"]);
    expect(records.map(good)).toEqual([true, false, false, true]);
    expect(records[1]).toEqual({ line: 2, problem: "has 1 cells where the header has 2" });
  });
  it("when a quote is never closed", async () => {
    const records = await read(["a,b", '"open,2', "3,4", '5,"six"', "7,8"]);
    expect(records.map((record) => record.line)).toEqual([1, 2, 3, 4, 5]);
    expect(records.filter((record) => !good(record)).map((record) => record.line)).toEqual([2]);
  });
  it("when a quote stands inside a cell", async () => {
    const records = await read(["a,b", '1,"x"y"z"', '2,5" wide', "3,4"]);
    expect(records.map((record) => [record.line, good(record)])).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, true],
    ]);
  });
  it("when two damaged lines close each other's quotes", async () => {
    const records = await read(["a,b", '1,"x', "2,3", '"4,5', "6,7"]);
    expect(records.filter(good).map((record) => record.line)).toEqual([1, 3, 5]);
  });
});

it("the size of the pieces that a file is read in makes no difference", async () => {
  const line = fc.constantFrom("1,2", '"a","b"', '"open', 'close",2', "", "1", '"x,y","z"', '5" wide,2', '"""q""",1');
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (lines, size) => {
      const all = ["h1,h2", ...lines];
      expect(await read(all, size)).toEqual(await read(all));
    }),
  );
});
