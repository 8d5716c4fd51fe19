import type { Settings } from "meilisearch";

/** Part of the index's name. Other settings mean a new index under the same name: technicians-index.server.ts notices. */
export const TECHNICIANS_INDEX = "technicians";

/** Facets whose counts the page shows. */
export const FACETS = [
  "treatment",
  "concern",
  "skin",
  "language",
  "feature",
  "gender",
  "ratingAtLeast",
  "resultAtLeast",
  "claimed",
] as const;
export type Facet = (typeof FACETS)[number];

/** Words that clients use for the same thing. Each key also finds its values; keys of several words work too. */
const SAME: string[][] = [
  [
    "smp",
    "scalp micropigmentation",
    "micropigmentation",
    "hair tattoo",
    "scalp tattoo",
    "hairline tattoo",
    "head tattoo",
  ],
  ["tricopigmentation", "trico", "trichopigmentation", "temporary smp"],
  ["receding", "hairline", "receding hairline", "widows peak"],
  ["thinning", "density", "thin hair", "diffuse"],
  ["bald", "shaved", "buzz cut", "shaved look", "full head"],
  ["crown", "vertex", "bald spot"],
  ["women", "woman", "female", "womens", "ladies"],
  ["part line", "parting", "part"],
  ["transplant", "hair transplant", "graft"],
  ["chemo", "chemotherapy", "cancer"],
  ["fading", "removal", "laser removal"],
  ["corrective", "correction", "repair", "fix", "botched"],
];
const ONE_WAY: Record<string, string[]> = {
  scar: ["scar camouflage"],
  scars: ["scar camouflage"],
  fut: ["fut strip scar", "scar camouflage"],
  fue: ["fue dot scars", "scar camouflage"],
  alopecia: ["alopecia coverage", "alopecia areata", "scarring alopecia"],
  androgenetic: ["pattern hair loss"],
  mpb: ["pattern hair loss"],
  norwood: ["pattern hair loss"],
  ludwig: ["womens hair loss"],
};

function synonyms(): Record<string, string[]> {
  const all: Record<string, string[]> = { ...ONE_WAY };
  for (const group of SAME) {
    for (const word of group) all[word] = [...(all[word] ?? []), ...group.filter((other) => other !== word)];
  }
  return all;
}

/**
 * Settings of the technicians index. The factors of "relevance" are these ranking rules in this order, and they are
 * printed on /policies/ranking; nothing in them can be bought.
 */
export const TECHNICIANS_SETTINGS: Settings = {
  searchableAttributes: ["name", "studios", "places", "treatments", "concerns", "about", "bio"],
  displayedAttributes: ["id", "name", "lat", "lng", "lat2", "lng2", "lat3", "lng3", "claimed"],
  filterableAttributes: [
    ...FACETS,
    "id",
    "ratingMean",
    "price",
    "authorizationUntil",
    "sterileUntil",
    "portfolioUntil",
    "trainingUntil",
    "lat",
    "lng",
    "lat2",
    "lng2",
    "lat3",
    "lng3",
  ],
  sortableAttributes: ["ratingScore", "reviewCount", "price", "publishedAt", "name"],
  rankingRules: [
    "claimed:desc",
    "sort",
    "words",
    "typo",
    "attribute",
    "exactness",
    "checkedCount:desc",
    "ratingScore:desc",
    "reviewCount:desc",
    "name:asc",
  ],
  synonyms: synonyms(),
  stopWords: ["a", "an", "and", "at", "for", "from", "in", "me", "my", "near", "of", "on", "or", "the", "to", "with"],
  proximityPrecision: "byAttribute",
  // The default order by name costs 20 times as much just below 3,000 matches, where directories live.
  faceting: { maxValuesPerFacet: 60, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: 1_000_000 },
  searchCutoffMs: 1_500,
};
