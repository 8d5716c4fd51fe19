import { describe, expect, it } from "vitest";
import { formatDay, formatMoney, formatNumber, joinWords, plural } from "#app/ui/format.ts";

describe("formatDay", () => {
  it("writes a day in full, and the same day in every time zone", () => {
    const before = process.env.TZ;
    for (const zone of ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"]) {
      process.env.TZ = zone;
      expect(formatDay("2026-03-03")).toBe("3 March 2026");
    }
    process.env.TZ = before;
  });
  it("follows the locale it is given", () => {
    expect(formatDay("2026-03-03", "de")).toBe("3. März 2026");
  });
});

describe("formatMoney", () => {
  it.each([
    [120000, "GBP", "£1,200"],
    [120050, "GBP", "£1,200.50"],
    [120000, "JPY", "JP¥120,000"],
    [1234567, "KWD", "KWD 1,234.567"],
    [2000000, "KWD", "KWD 2,000"],
    [0, "EUR", "€0"],
  ])("writes %i minor units of %s as %s", (amount, currency, words) => {
    // Currency codes are set off by a no-break space.
    expect(formatMoney(amount, currency).replace("\u00a0", " ")).toBe(words);
  });
  it("follows the locale it is given", () => {
    expect(formatMoney(120050, "EUR", "de").replace("\u00a0", " ")).toBe("1.200,50 €");
  });
});

describe("words and numbers", () => {
  it("groups digits and rounds to the digits asked for", () => {
    expect(formatNumber(1234.56)).toBe("1,235");
    expect(formatNumber(1234.56, 1)).toBe("1,234.6");
  });
  it("says one of one and many of everything else, none included", () => {
    expect(plural(1, "review")).toBe("1 review");
    expect(plural(0, "review")).toBe("0 reviews");
    expect(plural(1204, "person", "people")).toBe("1,204 people");
  });
  it("joins words as a sentence does", () => {
    expect(joinWords([])).toBe("");
    expect(joinWords(["a"])).toBe("a");
    expect(joinWords(["a", "b"])).toBe("a and b");
    expect(joinWords(["a", "b", "c"], "or")).toBe("a, b or c");
  });
});
