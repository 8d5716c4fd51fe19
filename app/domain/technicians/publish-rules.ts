import { transitions } from "#app/platform/transition-table.ts";

/*
 * When a profile can be shown to readers, and how its status moves. The minimum is what a search result and its page
 * need to be of use to anybody; everything beyond it makes a profile stronger and is nobody's condition.
 */
export const SHORTEST_BIO = 80;

export const PUBLISH_MINIMUM = {
  name: { words: "The name that clients know you by", href: "/studio/profile#about" },
  place: { words: "At least one place of work with its town", href: "/studio/profile/places" },
  treatment: { words: "At least one treatment", href: "/studio/profile#treatments" },
  language: { words: "At least one language that you hold consultations in", href: "/studio/profile#about" },
  bio: {
    words: `A few sentences about you and your work: at least ${SHORTEST_BIO} characters`,
    href: "/studio/profile#about",
  },
} as const;
export type PublishGap = keyof typeof PUBLISH_MINIMUM;

export type PublishFacts = {
  name: string;
  bio: string;
  languages: readonly string[];
  treatments: readonly string[];
  /** The town of each place of work, guest dates that are over left out. */
  towns: readonly string[];
};

/** What is missing before a profile can be published, in the order of PUBLISH_MINIMUM. */
export function publishGaps({ name, bio, languages, treatments, towns }: PublishFacts): PublishGap[] {
  const isThere: Record<PublishGap, boolean> = {
    name: name.trim() !== "",
    place: towns.some((town) => town.trim() !== ""),
    treatment: treatments.length > 0,
    language: languages.length > 0,
    bio: [...bio.trim()].length >= SHORTEST_BIO,
  };
  const all = Object.keys(PUBLISH_MINIMUM) as PublishGap[];
  return all.filter((gap) => !isThere[gap]);
}

export const TECHNICIAN_STATUSES = ["draft", "published", "unclaimed", "suspended"] as const;
export type TechnicianStatus = (typeof TECHNICIAN_STATUSES)[number];
export const TECHNICIAN_STATUS_WORDS: Record<TechnicianStatus, string> = {
  draft: "Draft",
  published: "Published",
  unclaimed: "Unclaimed listing",
  suspended: "Suspended",
};

/** `unpublish_listing`: what a register says of a place stays to be read, with nothing of its keeper's in it. */
type PublishEvent = "publish" | "unpublish" | "unpublish_listing";

export const { next: nextTechnicianStatus } = transitions<TechnicianStatus, PublishEvent>(TECHNICIAN_STATUSES, {
  draft: { publish: "published" },
  unclaimed: { publish: "published" },
  published: { unpublish: "draft", unpublish_listing: "unclaimed" },
  suspended: {},
});
