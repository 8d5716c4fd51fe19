/** Slugs of one address that are looked at; nobody compares more, and the rest costs queries. */
const MOST_ASKED = 12;

/** Who an address asks to compare: each once, in order, in the spelling of slugs. */
export function readAsked(params: URLSearchParams): string[] {
  const asked = params.getAll("t").map((text) => text.trim().toLowerCase());
  return [...new Set(asked.filter(Boolean))].slice(0, MOST_ASKED);
}
