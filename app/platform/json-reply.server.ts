import { createHash } from "node:crypto";
import type { ApiError, ApiErrorCode } from "#app/platform/api-error.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** What is kept is asked about every time: a withdrawn review or a lapsed licence must not live on in a cache. */
const CACHE = "public, max-age=0, must-revalidate";

/** An answer of the API with a strong ETag; 304 without a body when the asker has this very answer already. */
export function jsonReply(request: Request, body: unknown): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = { "Cache-Control": CACHE, ETag: etag };
  if (isKnown(request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": JSON_TYPE } });
}

/** An error of the API in its one shape. It is never kept: what is missing or broken now may be there in a minute. */
export function jsonError(
  status: ApiError["error"]["status"],
  code: ApiErrorCode,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const body: ApiError = { error: { status, code, message } };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Cache-Control": "no-store", "Content-Type": JSON_TYPE, ...headers },
  });
}

/**
 * Runs a loader of the API so that a failure nobody foresaw is JSON too, and reported; what it throws as a Response
 * is its answer.
 */
export async function answerJson(
  reportError: (error: unknown) => void,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Response) return error;
    reportError(error);
    return jsonError(500, "internal", "Something went wrong here. Try again in a minute.");
  }
}

/** If-None-Match lists entity tags, or is "*". A proxy that compresses marks a tag as weak: it is still the same one. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}
