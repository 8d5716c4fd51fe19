import { createHash } from "node:crypto";

/** What is kept is asked about every time: a withdrawn review or a lapsed licence must not live on in a cache. */
const CACHE = "public, max-age=0, must-revalidate";

/** An answer with a strong ETag; 304 without a body when the asker has this very answer already. */
export function taggedReply(
  request: Request,
  text: string,
  contentType: string,
  more: Record<string, string> = {},
): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = { ...more, "Cache-Control": CACHE, ETag: etag };
  if (isKnown(request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": contentType } });
}

/** If-None-Match lists entity tags, or is "*". A proxy that compresses marks a tag as weak: it is still the same one. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}
