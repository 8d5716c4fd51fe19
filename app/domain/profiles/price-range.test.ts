import { expect, test } from "vitest";
import { priceRangeWords } from "#app/domain/profiles/price-range.ts";

const band = (amountFrom: number, amountTo: number, currency = "GBP") => ({ amountFrom, amountTo, currency });

test.each([
  ["nothing declared", [], null],
  ["one price", [band(120_000, 120_000)], "GBP 1200"],
  ["several bands", [band(120_000, 150_000), band(90_050, 100_000)], "GBP 900.5-1500"],
  ["a currency without minor units", [band(120_000, 150_000, "JPY")], "JPY 120000-150000"],
  [
    "several currencies: the one with the most prices",
    [band(1, 2, "EUR"), band(10_000, 20_000), band(15_000, 30_000)],
    "GBP 100-300",
  ],
])("%s", (_name, bands, words) => {
  expect(priceRangeWords(bands)).toBe(words);
});
