/** One line of an as-you-type list. `value` goes into the field; with an `href` choosing it goes there instead. */
export type Suggestion = { value: string; label: string; hint?: string; href?: string };

function isSuggestion(item: unknown): item is Suggestion {
  if (typeof item !== "object" || item === null || !("value" in item) || !("label" in item)) return false;
  const isText = (text: unknown) => text === undefined || typeof text === "string";
  return (
    typeof item.value === "string" &&
    typeof item.label === "string" &&
    isText("hint" in item ? item.hint : undefined) &&
    isText("href" in item ? item.href : undefined)
  );
}

/** What a source answered; anything that is not `{ suggestions: [...] }` counts as no suggestions. */
export function parseSuggestions(body: unknown): Suggestion[] {
  if (typeof body !== "object" || body === null || !("suggestions" in body)) return [];
  return Array.isArray(body.suggestions) ? body.suggestions.filter(isSuggestion) : [];
}

/**
 * Which line a key moves to, -1 being the field itself; null when the key is not for the list. Arrows go round through
 * the field, so that what was typed is never out of reach. Home and End belong to the field until a line is active.
 */
export function lineAfterKey(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return active + 1 < count ? active + 1 : -1;
  if (key === "ArrowUp") return active === -1 ? count - 1 : active - 1;
  if (active === -1) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}
