import Bowser from "bowser";

const LONGEST_HEADER = 1_000;

/**
 * A browser in words for the owner's list of sessions: "Firefox on Android". Never the header itself, which would tell
 * one reader from another. Null when nothing is known.
 */
export function describeDevice(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, LONGEST_HEADER));
  const names = [browser.name, os.name].filter((name) => name !== undefined && /^[\w .-]{1,40}$/.test(name));
  return names.join(" on ") || null;
}
