import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "#app/platform/csv.ts";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("https://evil.example")'])(
  "V-07 %j can't be taken for a formula",
  (text) => {
    expect(parse(csvLine([text]))).toEqual([[`'${text}`]]);
  },
);

test("V-07 numbers stay numbers, also below nought", () => {
  expect(csvLine([-1, 12n, null, "a"])).toBe("-1,12,,a\r\n");
});

test("any other text comes back as it was", () => {
  const texts = fc.array(
    fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r\n]/.test(text)),
    { minLength: 2 },
  );
  fc.assert(
    fc.property(texts, (cells) => {
      expect(parse(csvLine(cells))).toEqual([cells]);
    }),
  );
});
