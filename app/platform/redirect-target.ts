const DUMMY_ORIGIN = "http://redirect.invalid";
const LONGEST_TARGET = 2048;

/**
 * Where to send somebody after signing in, when the wish comes from the request. Returns the wish, normalised, when it is
 * a path on this site, otherwise `fallback`, which must be our own. Refused: anything but a string, control characters,
 * backslashes (browsers read them as slashes), a missing or doubled first slash, more than 2048 characters.
 */
export function safeRedirectTarget(value: unknown, fallback: string): string {
  if (typeof value !== "string" || value.length > LONGEST_TARGET || !isPathOnThisSite(value)) return fallback;
  const url = parse(value);
  if (url?.origin !== DUMMY_ORIGIN) return fallback;
  const normalised = `${url.pathname}${url.search}${url.hash}`;
  // Resolving dots can bring a double slash to the front: "/..//evil.example" becomes "//evil.example".
  return isPathOnThisSite(normalised) ? normalised : fallback;
}

function isPathOnThisSite(text: string): boolean {
  return text.startsWith("/") && !text.startsWith("//") && !/[\\\p{Cc}]/u.test(text);
}

function parse(path: string): URL | undefined {
  return URL.canParse(path, DUMMY_ORIGIN) ? new URL(path, DUMMY_ORIGIN) : undefined;
}
