import type { Treatment } from "#app/domain/technicians/vocabulary.ts";

/** Titles of portfolio cases: what it was and how it was gone about. */
export const CASE_TITLES: Record<Treatment, readonly string[]> = {
  full_shaved_look: [
    "Shaved look, [scale], [sessions]",
    "Full head with a {broken|soft} hairline",
    "[scale]: {shaved|grade-zero} look at [age]",
    "{Light|Soft} pigment for a {greying|fair} beard",
    "{Full|Whole} scalp over [sessions]",
    "Shaved look on {dry|oily|sun-worn} skin",
  ],
  hairline: [
    "{Temples|Corners} filled, [scale]",
    "{Broken|Uneven} hairline, no {sharp|hard} edge",
    "Hairline {raised|kept high} to suit [age]",
    "Receding temples, [sessions]",
    "{Mature|Age-appropriate} hairline in [sessions]",
  ],
  density: [
    "Density under {two|three} centimetres of hair",
    "{Diffuse|Even} thinning, shaded {front to crown|throughout}",
    "{Long|Longer} hair, scalp {toned down|shaded}",
    "Density for {fine|fair|dark} hair, [sessions]",
    "Thinning top, {wet-hair|strong-light} test",
  ],
  crown: [
    "Crown following the {whorl|natural swirl}",
    "{Crown|Vertex} in [sessions]",
    "{Bright|Open} crown, {soft|graded} edge",
    "Crown shaded {for|under} a {grade three|short cut}",
  ],
  womens_part_line: [
    "Part line, {long|shoulder-length} hair",
    "{Parting and|Parting,} temples, [sessions]",
    "{Widened|Wide} parting at [age]",
    "Temples {softened|shaded} for an {updo|open forehead}",
    "{Ludwig 1|Ludwig 2} part line, {fine|light} dots",
  ],
  scar_camouflage: [
    "{Strip|FUT} scar under a {grade two|short fade}",
    "{White|Pale} dot scars at the back",
    "Scar above the ear, [sessions]",
    "{Surgical|Old} scar, {test patch|patch test} first",
    "Scar {blended|toned} in, {slow|careful} build-up",
  ],
  alopecia_coverage: [
    "{Two|Three} {quiet|stable} patches, matched",
    "{Whole|Full} scalp without {own|any} hair",
    "Areata patch behind the ear",
    "{Stable|Quiet} alopecia, {light|cautious} start",
  ],
  post_transplant: [
    "{Between|Among} the grafts, [sessions]",
    "{Donor|Donor area} evened out",
    "Transplanted front {with|plus} shaded crown",
    "Density {added|built} after {surgery|a transplant}",
  ],
  corrective: [
    "{Hard|Straight} hairline {broken up|softened}",
    "{Blue|Cold} tint after laser, {recoloured|reworked}",
    "Earlier SMP {toned down|repaired}",
    "{Large|Oversized} dots {corrected|reworked} over [sessions]",
  ],
  temporary_smp: [
    "{Temporary|Trial} hairline, {one|two} sessions",
    "Tricopigmentation {trial|first round}",
    "Temporary {shading|density}, {soft|light} tone",
  ],
  fading_referral: [
    "Referred for laser, then {left|kept} clear",
    "{Two|Three} laser sessions, {no|without} new pigment",
  ],
};
export const PHOTO_CAPTIONS: Record<"before" | "fresh" | "healed" | "settled" | "aged", readonly string[]> = {
  before: [
    "Before the first session",
    "Before treatment, {daylight|window light}",
    "Starting point, {dry|clean} scalp",
    "Before, {hair clipped|same chair, same lamp}",
  ],
  fresh: [
    "[ifFirstDay]{Straight|Directly} after the last session",
    "[days] days after, still {dark|slightly red}",
    "Fresh, [days] days",
  ],
  healed: ["Healed, [weeks]", "[Weeks] after the last session", "{Settling|Softer} at [weeks]"],
  settled: ["Settled, [months]", "[Months] later, {no|without} top-up", "[Months] on, {same|similar} light"],
  aged: ["Aged result, [months]", "[Months] on, {before|ahead of} a top-up", "After [months], {faded evenly|softer}"],
};
