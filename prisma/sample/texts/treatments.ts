import type { Treatment } from "#app/domain/technicians/vocabulary.ts";

/** What technicians say of a treatment: how it goes, and what they don't do. */
export const TREATMENT_WORDS: Partial<Record<Treatment, readonly string[]>> = {
  full_shaved_look: [
    "Three sessions, the second after about ten days. I start lighter than you expect: dots can be added, not taken away.",
    "We draw the edge together and look at it from the side before anything is done. You shave the same way afterwards.",
  ],
  hairline: [
    "I draw it by hand and keep it broken and soft. If you ask for a straight edge, I show you what it looks like in ten years.",
  ],
  density: [
    "Dots between your own hair, in its colour when it is dry. It takes the shine off the scalp; it adds no volume.",
  ],
  crown: ["The swirl is followed dot by dot. Two sessions are usual, and a look at it after six weeks."],
  womens_part_line: [
    "Your part is worked on as you wear it, and a little to each side, so that it can move. You keep your hair long.",
  ],
  scar_camouflage: [
    "I try two or three dots first and wait four weeks: scars take pigment in their own way, and some take none.",
  ],
  alopecia_coverage: ["I ask for a year of calm before we begin, and how it looks if hair comes back."],
};
