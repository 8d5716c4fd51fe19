/**
 * Technicians that a reader keeps, in their own browser only: a shortlist to come back to, and up to four to compare.
 * Each is a list of slugs in the order of adding, without states; it is changed by intents, which may come twice.
 */
export const SHORTLIST = { name: "shortlist", most: 30, isLasting: true } as const;
/** Gone with the browser's session: what stands side by side today is a question of today. */
export const COMPARISON = { name: "compare", most: 4, isLasting: false } as const;
export const COMPARE_LEAST = 2;

/** What a page knows of the reader's lists. */
export type KeptTechnicians = { shortlist: string[]; compare: { slug: string; name: string }[] };

export type KeepIntent = { does: string; slug: string };

/** More than both lists can hold: whoever sends this many at once is not a page of ours. */
const MOST_INTENTS = 100;
/** What a slug can look like; whether it is somebody's is for the database to say. */
const SLUG_LIKE = /^[a-z0-9-]{1,80}$/;

/** The wishes in a sent form, in order; every other field, and what can't be a slug, is ignored. */
export function readIntents(form: Iterable<[string, string]>): KeepIntent[] {
  return [...form]
    .filter(([does, slug]) => does === "clear" || ((does === "add" || does === "remove") && SLUG_LIKE.test(slug)))
    .slice(0, MOST_INTENTS)
    .map(([does, slug]) => ({ does, slug }));
}

/** The list after the intents, in order. Adding what is there and removing what is not changes nothing; no more than `most`. */
export function applyIntents(list: readonly string[], intents: readonly KeepIntent[], most: number): string[] {
  let kept = [...list];
  for (const { does, slug } of intents) {
    if (does === "clear") kept = [];
    else if (does === "remove") kept = kept.filter((one) => one !== slug);
    else if (!kept.includes(slug) && kept.length < most) kept.push(slug);
  }
  return kept;
}

/** The page that shows them side by side. */
export function compareHref(slugs: readonly string[]): string {
  return `/compare?${slugs.map((slug) => `t=${encodeURIComponent(slug)}`).join("&")}`;
}

/** Where a technician's card stands on a page of cards, for coming back to it. */
export function cardId(slug: string): string {
  return `t-${slug}`;
}
