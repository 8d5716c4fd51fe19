import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Bytes. Room for a form of short fields many times over. */
const LARGEST_FORM = 32 * 1024;

/**
 * The fields of a posted form without files. Refused with the HTTP status to answer: 415 for any other kind of body,
 * 413 past 32 KB, counted as they arrive, whatever Content-Length says; the rest is read and forgotten, since a sender
 * who is cut off never sees the answer. Bad percent-encoding is text, not an error.
 */
export async function readForm(request: Request): Promise<Result<URLSearchParams, 413 | 415>> {
  const mediaType = request.headers.get("Content-Type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType !== "application/x-www-form-urlencoded") return refuse(415);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.byteLength;
    if (size <= LARGEST_FORM) chunks.push(value);
  }
  if (size > LARGEST_FORM) return refuse(413);
  return ok(new URLSearchParams(Buffer.concat(chunks).toString("utf8")));
}
