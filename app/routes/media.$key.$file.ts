import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { PHOTO_WIDTHS, photoFileName } from "#app/domain/media/photo.ts";
import { isPublicPhoto } from "#app/domain/profiles/is-public-photo.server.ts";
import { storage } from "#app/platform/storage.server.ts";

const FILES = PHOTO_WIDTHS.map(photoFileName);
/** Kept for an hour only: a picture whose consent is withdrawn has to go from browsers too. */
const CACHE = "public, max-age=3600";

/** One width of a published picture; whatever readers may not see is not there (404), like what never was. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { key = "", file = "" } = params;
  if (!FILES.includes(file) || !(await isPublicPhoto(key))) throw notFound();
  const headers = { "Cache-Control": CACHE, ETag: `"${key}-${file}"` };
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  const stored = await storage().read(key, file);
  if (!stored) throw notFound();
  return new Response(createReadableStreamFromReadable(stored.stream), {
    headers: { ...headers, "Content-Type": "image/webp", "Content-Length": String(stored.size) },
  });
}

function notFound(): Response {
  return new Response("Not found", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
