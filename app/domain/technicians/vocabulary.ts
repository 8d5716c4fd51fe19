/**
 * The words of the trade that profiles, filters, reviews and the search index share. A key is the same in the
 * schema, the code, the URL and the import files; a label is what people read. Order here is order on the page.
 */
export const TREATMENTS = {
  full_shaved_look: "Full shaved look",
  hairline: "Hairline",
  density: "Density in thinning hair",
  crown: "Crown",
  womens_part_line: "Women's part line and temples",
  scar_camouflage: "Scar camouflage",
  alopecia_coverage: "Alopecia coverage",
  post_transplant: "After a hair transplant",
  corrective: "Corrective work on earlier SMP",
  temporary_smp: "Temporary SMP (tricopigmentation)",
  fading_referral: "Fading or laser removal referral",
} as const;
export type Treatment = keyof typeof TREATMENTS;

export const CONCERNS = {
  pattern_hair_loss: "Pattern hair loss",
  receding_hairline: "Receding hairline",
  thinning: "Thinning hair",
  womens_hair_loss: "Women's hair loss",
  alopecia_areata: "Alopecia areata",
  alopecia_totalis: "Alopecia totalis or universalis",
  scarring_alopecia: "Scarring alopecia",
  fut_scar: "FUT strip scar",
  fue_scars: "FUE dot scars",
  other_scar: "Other scars",
  after_cancer_treatment: "After cancer treatment",
  after_transplant: "After a hair transplant",
  vitiligo: "Vitiligo",
  earlier_smp: "Earlier SMP to correct",
} as const;
export type Concern = keyof typeof CONCERNS;

export const FEATURES = {
  private_room: "Private treatment room",
  step_free: "Step-free access",
  quiet_hours: "Quiet hours",
  accessible_toilet: "Accessible toilet",
} as const;
export type Feature = keyof typeof FEATURES;

export const GENDERS = { woman: "Woman", man: "Man", nonbinary: "Non-binary" } as const;
export type Gender = keyof typeof GENDERS;

/** Fitzpatrick types, the scale that clients, trainers and portfolios of the trade use for skin tone. */
export const SKIN_TYPES = [1, 2, 3, 4, 5, 6] as const;
export type SkinType = (typeof SKIN_TYPES)[number];
export const SKIN_TYPE_LABELS: Record<SkinType, string> = {
  1: "Type 1: very fair, always burns",
  2: "Type 2: fair, burns easily",
  3: "Type 3: medium, sometimes burns",
  4: "Type 4: olive, rarely burns",
  5: "Type 5: brown, very rarely burns",
  6: "Type 6: deep brown to black",
};

/** ISO 639-1 codes of the languages a consultation can be held in. */
export const LANGUAGES = {
  en: "English",
  fr: "French",
  de: "German",
  es: "Spanish",
  it: "Italian",
  nl: "Dutch",
  pt: "Portuguese",
  pl: "Polish",
  tr: "Turkish",
  ar: "Arabic",
  ur: "Urdu",
  hi: "Hindi",
  pa: "Punjabi",
  zh: "Chinese",
  ro: "Romanian",
} as const;
export type Language = keyof typeof LANGUAGES;
