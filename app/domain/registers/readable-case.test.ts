import fc from "fast-check";
import { expect, it } from "vitest";
import { readableCase } from "#app/domain/registers/readable-case.ts";

it.each([
  ["SALON DE LA RUE", "Salon de la Rue"],
  ["LA BARBERÍA", "La Barbería"],
  ["D'S TATTOO INC.", "D's Tattoo Inc."],
  ["ICON TATTOO'S INC", "Icon Tattoo's Inc"],
  ["O'HARA INK", "O'Hara Ink"],
  ["SMP MIKEY", "SMP Mikey"],
  ["PMU OLENA", "PMU Olena"],
  ["B.A.R. NAILS & SPA", "B.A.R. Nails & Spa"],
  ["YK BEAUTY", "YK Beauty"],
  ["BROWS BY MY SKY", "Brows by My Sky"],
  ["ALT F4 STUDIO", "Alt F4 Studio"],
  ["MR-FADE-SHERVIN", "Mr-Fade-Shervin"],
  ["ARTISTRY (INSIDE THE SHOP)", "Artistry (Inside the Shop)"],
  ["BELLA BAR (5025811 Ontario Inc.)", "Bella Bar (5025811 Ontario Inc.)"],
  ["660 THE QUEENSWAY", "660 The Queensway"],
  ["1179 ST CLAIR AVE W, FLR-2", "1179 St Clair Ave W, Flr-2"],
  ["5 ELM ST, 2ND FLR", "5 Elm St, 2nd Flr"],
  ["421 DANFORTH AVE, Unit-2", "421 Danforth Ave, Unit-2"],
  ["12 KING ST, UNIT-18C", "12 King St, Unit-18C"],
  ["iBrow Studio", "iBrow Studio"],
  ["Toronto Dream Chasers", "Toronto Dream Chasers"],
])("%j reads as %j", (shouted, readable) => expect(readableCase(shouted)).toBe(readable));

it("only the case of a text changes, and a second pass changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ABCDÉ12 '.-&(),") }), (text) => {
      const once = readableCase(text);
      expect(once.toUpperCase()).toBe(text.toUpperCase());
      expect(readableCase(once)).toBe(once);
    }),
  );
});
