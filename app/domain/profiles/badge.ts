import type { CriterionStates } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";

/**
 * A picture for a technician's own site: the states of the six criteria as the profile has them now, one by one and with
 * the day. No score, no rank, nothing that the profile doesn't say, and nothing that can be bought.
 */
export type Badge = {
  slug: string;
  name: string;
  isUnclaimed: boolean;
  isSample: boolean;
  states: CriterionStates;
  asOf: Day;
};

export const BADGE_SIZES = {
  wide: { label: "Wide: the six criteria by name", width: 380, height: 236 },
  small: { label: "Small: the six dots", width: 212, height: 76 },
} as const;
export type BadgeSize = keyof typeof BADGE_SIZES;

export const BADGE_THEMES = {
  auto: "As the reader’s device",
  light: "Light",
  dark: "Dark",
} as const;
export type BadgeTheme = keyof typeof BADGE_THEMES;

export type BadgeLook = { size: BadgeSize; theme: BadgeTheme };

/** What an address asks for; what it doesn't name, or names wrongly, is as at first. */
export function readBadgeLook(params: URLSearchParams): BadgeLook {
  const size = params.get("size") ?? "";
  const theme = params.get("theme") ?? "";
  return {
    size: Object.hasOwn(BADGE_SIZES, size) ? (size as BadgeSize) : "wide",
    theme: Object.hasOwn(BADGE_THEMES, theme) ? (theme as BadgeTheme) : "auto",
  };
}

/** The picture's address; what is as at first is left out. */
export function badgePath(slug: string, { size, theme }: BadgeLook): string {
  const params = new URLSearchParams();
  if (size !== "wide") params.set("size", size);
  if (theme !== "auto") params.set("theme", theme);
  const query = params.toString();
  return `${technicianPath(slug)}/badge.svg${query === "" ? "" : `?${query}`}`;
}

/** Lines of HTML for another site: the picture, leading to the profile, with words for who doesn't see it. */
export function badgeSnippet(origin: string, { slug, name }: Pick<Badge, "slug" | "name">, look: BadgeLook): string {
  const { width, height } = BADGE_SIZES[look.size];
  const source = escapeAttribute(`${origin}${badgePath(slug, look)}`);
  return [
    `<a href="${escapeAttribute(`${origin}${technicianPath(slug)}`)}">`,
    `<img src="${source}" width="${width}" height="${height}" alt="${escapeAttribute(badgeAlt(name))}">`,
    "</a>",
  ].join("");
}

/** True for as long as the picture stands there: the states in it change, these words don't. */
export function badgeAlt(name: string): string {
  return `What is checked about ${name} on Hairline`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
