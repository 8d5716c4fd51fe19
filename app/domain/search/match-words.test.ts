import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginningPatterns, readWords, wordsOf } from "#app/domain/search/match-words.ts";

/** What the pattern of a text's first word finds, by the regular expressions of JavaScript, which read it alike. */
const finds = (word: string, text: string) => new RegExp(beginningPatterns(word)[0] ?? "$^", "u").test(text);

describe("words", () => {
  test("are what stands between blanks and punctuation, without capitals and accents", () => {
    expect(wordsOf("  Zoë’s “Café” (ÉTÉ-2026)… ")).toEqual(["zoe", "s", "cafe", "ete", "2026"]);
    expect(wordsOf("김치 МЙ")).toEqual(["김치", "ми"]);
    expect(wordsOf("%_\\('\u0000\ud800")).toEqual([]);
  });

  test("a pattern finds words that begin so, in any spelling", () => {
    expect(finds("cafe", "Le CAFÉ Noir")).toBe(true);
    expect(finds("Café", "the cafeteria")).toBe(true);
    expect(finds("łuk", "Łukasz")).toBe(true);
    expect(finds("ми", "МЙ")).toBe(true);
    expect(finds("cafe", "decafé")).toBe(false);
    expect(finds("ann", "St-Anne")).toBe(true);
  });

  test("whatever is typed, the pattern is a valid one that finds the word itself", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 });
    fc.assert(
      fc.property(text, (typed) => {
        const words = wordsOf(typed);
        expect(beginningPatterns(typed)).toHaveLength(Math.min(words.length, 10));
        for (const word of words.slice(0, 10)) expect(finds(word, `- ${word}`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a search by words", () => {
  const only = (q: string) => {
    const [word] = readWords(q);
    if (!word) throw new Error("no word");
    return word;
  };

  test("leaves out stop words, unless there is nothing else", () => {
    expect(readWords("the crown of the head")).toHaveLength(2);
    expect(readWords("the")).toHaveLength(1);
    expect(readWords("…")).toEqual([]);
  });

  test("reads each word once and no more than ten", () => {
    expect(readWords("crown Crown CROWN")).toHaveLength(1);
    expect(readWords("b c d e f g h i j k l m")).toHaveLength(10);
  });

  test("knows treatments and concerns by the beginnings of their words", () => {
    expect(only("vit")).toMatchObject({ treatments: [], concerns: ["vitiligo"], isEverybody: false });
    expect(only("camou").treatments).toEqual(["scar_camouflage"]);
  });

  test("knows what clients call the same thing", () => {
    expect(only("fue").treatments).toContain("scar_camouflage");
    expect(only("chemo").concerns).toEqual(["after_cancer_treatment"]);
    expect(readWords("hair tattoo").map((word) => word.isEverybody)).toEqual([true, true]);
    expect(only("tattoo").isEverybody).toBe(false);
    expect(readWords("bald spot").every((word) => word.treatments.includes("crown"))).toBe(true);
    expect(new RegExp(only("chemo").pattern, "u").test("Patients with Cancer, welcome")).toBe(true);
    expect(new RegExp(only("chemo").pattern, "u").test("cancerous")).toBe(false);
  });

  test("“hair line” is a hairline", () => {
    expect(readWords("hair line").every((word) => word.treatments.includes("hairline"))).toBe(true);
  });

  test("knows countries by their names", () => {
    expect(only("zealand").countries).toEqual(["NZ"]);
    expect(only("united").countries).toEqual(expect.arrayContaining(["AE", "GB", "US"]));
  });
});
