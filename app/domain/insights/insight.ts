/**
 * An insight is how often something happened to a profile on one day (UTC): a count and nothing else. No cookie is set,
 * and no address, browser or account is kept, so a count can't say who it was, nor whether it was the same person twice.
 * It has no states; it is gone after 24 months.
 */
export const INSIGHT_KINDS = ["profile_view", "search_appearance", "shortlist"] as const;
export type InsightKind = (typeof INSIGHT_KINDS)[number];

/** For how long counts are kept: two years can be compared with each other. */
export const KEPT_MONTHS = 24;
