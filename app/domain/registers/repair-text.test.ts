import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairText } from "#app/domain/registers/repair-text.ts";

const misreadAsLatin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

describe("damaged text is repaired", () => {
  it.each([
    ["LA BARBER\u00c3\u008dA", "LA BARBERÍA"],
    ["Nacr\u00c3\u00a9 Studio", "Nacré Studio"],
    ["Caf\u00c3\u0083\u00c2\u00a9", "Café"],
    ["Setting \u00c3\u0082\u00c2\u00bf use", "Setting – use"],
    ["CAF\u00c3\u2030 NOIR", "CAFÉ NOIR"],
    ["\u00c3\u2030COLE", "ÉCOLE"],
    ["ESPA\u00c3\u2018A", "ESPAÑA"],
    ["Ren\u00c3\u00a9e\u00e2\u20ac\u2122s", "Renée’s"],
    ["Ink \u00e2\u20ac\u201c Skin", "Ink – Skin"],
    ["Nguy\u00e1\u00bb\u2026n", "Nguyễn"],
  ])("%j becomes %j", (damaged, good) => expect(repairText(damaged)).toBe(good));
});

describe("good text stays as it is", () => {
  it.each([
    "Café",
    "SÃO PAULO",
    "IRMÃ®",
    "IRMÃ™",
    "CAFÉ®",
    "CAFÉ™",
    "Ångström 50 °C",
    "£5 · €6",
    "NIÑO ¿QUÉ?",
    "“IRMÃ”",
    "Nguyễn",
    "刺青",
    "Тату",
    "naïve – façade",
    "A ¿ B",
    "Ü®",
    "Å’ ",
    "Å– Å’",
    "plain text",
    "",
  ])("%j", (good) => expect(repairText(good)).toBe(good));

  it("in any words of letters, digits and ordinary marks, ended by a typographic mark or not", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcXYZéèüÖñçÅæøßÉÀ-'.,&()0123456789łşğ") });
    const words = fc.array(fc.tuple(letters, fc.constantFrom("", "–", "’")).map((parts) => parts.join("")));
    fc.assert(
      fc.property(words, (list) => {
        expect(repairText(list.join(" "))).toBe(list.join(" "));
      }),
      { numRuns: 2_000 },
    );
  });
});

it("one misreading as Latin-1 is undone for any name with an accented small letter", () => {
  const words = fc.array(fc.constantFrom("Nacré", "Señora", "Müller", "Çelik", "Zoë", "Åse", "Ink"), { minLength: 1 });
  fc.assert(
    fc.property(words, (list) => {
      expect(repairText(misreadAsLatin1(list.join(" ")))).toBe(list.join(" "));
    }),
  );
});
