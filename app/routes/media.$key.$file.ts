import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { AVIF_SUFFIX, avifFileName, PHOTO_WIDTHS, photoFileName } from "#app/domain/media/photo.ts";
import { findMediaAccess } from "#app/domain/profiles/find-media.server.ts";
import type { MediaAccess } from "#app/domain/profiles/find-media.server.ts";
import { findViewer } from "#app/platform/require-viewer.server.ts";
import { storage } from "#app/platform/storage.server.ts";

/** The names that a picture has in addresses, and what of it is kept: WebP at once, AVIF some time later. */
const FILES = new Map(PHOTO_WIDTHS.map((width) => [photoFileName(width), avifFileName(width)]));
const CACHE: Record<MediaAccess, string> = {
  /** For an hour only: a picture whose consent is withdrawn has to go from browsers too. */
  public: "public, max-age=3600",
  private: "no-store",
};

/**
 * One width of a picture, in the better of the formats that the browser takes; whatever the reader may not see is not
 * there (404), like what never was.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { key = "", file = "" } = params;
  const avif = FILES.get(file);
  if (avif === undefined) throw notFound();
  const access = await findMediaAccess(key, () => findViewer(request), new Date());
  if (access === null) throw notFound();
  const takesAvif = /\bimage\/avif\b/.test(request.headers.get("Accept") ?? "");
  const stored = (takesAvif && (await open(key, avif))) || (await open(key, file));
  if (!stored) throw notFound();
  const headers = { "Cache-Control": CACHE[access], ETag: `"${key}-${stored.name}"`, Vary: "Accept", ...SANDBOX };
  if (request.headers.get("If-None-Match") === headers.ETag) {
    stored.stream.destroy();
    return new Response(null, { status: 304, headers });
  }
  return new Response(createReadableStreamFromReadable(stored.stream), {
    headers: {
      ...headers,
      "Content-Type": stored.name.endsWith(AVIF_SUFFIX) ? "image/avif" : "image/webp",
      "Content-Length": String(stored.size),
    },
  });
}

/** Opened as a page of its own, a picture can do nothing (U-05). */
const SANDBOX = { "Content-Security-Policy": "sandbox; default-src 'none'" };

async function open(key: string, name: string) {
  const stored = await storage().read(key, name);
  return stored && { ...stored, name };
}

function notFound(): Response {
  return new Response("Not found", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
