/**
 * One reading of the request target, shared by the guard, the limits and the request log, so that they cannot be made
 * to disagree with each other or with the router about which page a request is for.
 */

/** Longest request target that is answered; a real search with every filter chosen stays under a quarter of it. */
export const LONGEST_TARGET = 4096;

const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
/** Besides what no address may hold unencoded: browsers take a backslash for a slash, and never send a fragment. */
const UNREADABLE = /[^!-~]|[\\#]/;
const CONTROL_CHARACTER = /\p{Cc}/u;
const STATIC_PREFIXES = ["/assets/", "/build/", "/media/"];
const STATIC_FILE = /^\/[^/]+\.(?:ico|png|svg|webmanifest)$/;

interface RequestTarget {
  /** Decoded, in lower case and without trailing slashes, because the router treats all of those as the same page. */
  path: string;
  query: URLSearchParams;
}

/**
 * Reads a request target as the router will. Undefined when it has no single reading: not starting with one slash,
 * anything but printable ASCII, a backslash or fragment, dot segments (browsers resolve them before sending), bad percent-encoding, control characters.
 */
export function readTarget(target: string): RequestTarget | undefined {
  if (!target.startsWith("/") || target.startsWith("//") || UNREADABLE.test(target)) return undefined;
  const queryStart = target.indexOf("?");
  const rawPath = queryStart === -1 ? target : target.slice(0, queryStart);
  if (DOT_SEGMENT.test(rawPath)) return undefined;
  const decoded = decode(rawPath);
  if (decoded === undefined || CONTROL_CHARACTER.test(decoded)) return undefined;
  return {
    path: withoutTrailingSlashes(decoded.toLowerCase()),
    query: new URLSearchParams(queryStart === -1 ? "" : target.slice(queryStart)),
  };
}

/** A loop, because the obvious regular expression takes quadratic time on a path full of slashes. */
function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

function decode(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
}

/** Built assets, processed photos and the icons in `public/`: many per page, cheap, and not worth a log line each. */
export function isStaticPath(path: string): boolean {
  return STATIC_PREFIXES.some((prefix) => path.startsWith(prefix)) || STATIC_FILE.test(path);
}
