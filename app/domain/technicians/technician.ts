/**
 * A person who does SMP, as the directory lists them. States: draft (seen by its owner), published, unclaimed (from a
 * public register or a list, nobody's profile yet), suspended (seen by moderators). Readers see published and unclaimed.
 */
export const VISIBLE_STATUSES = ["published", "unclaimed"] as const;
export type VisibleStatus = (typeof VISIBLE_STATUSES)[number];

/** Says what an unclaimed listing is, wherever one is shown. */
export const UNCLAIMED_NOTICE = "Listed from a public register, not claimed; may or may not offer SMP.";
