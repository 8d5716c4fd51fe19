/** Why an account is suspended: what its owner is told, and what the record keeps. */
export const SUSPENSION_GROUNDS = {
  dishonest_reviews: "Reviews that are not honest, or were paid for without saying so",
  harassment: "Threats, hate or harassment",
  impersonation: "Pretending to be somebody else",
  personal_data: "Making private facts about others public",
  promotion: "Advertising or spam",
  taken_over: "The account seems to be used by somebody who does not own it",
  under_age: "The owner is under 18",
} as const;
export type SuspensionGround = keyof typeof SUSPENSION_GROUNDS;
export const SUSPENSION_GROUND_KEYS = Object.keys(SUSPENSION_GROUNDS) as [SuspensionGround, ...SuspensionGround[]];

/** Characters of the facts that the owner is told. */
export const FACTS = { shortest: 20, longest: 2_000 } as const;

/** Most accounts of one name that a search shows: the rest needs the address. */
export const MOST_FOUND = 10;
