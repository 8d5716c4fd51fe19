import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openConsentPhoto } from "#app/domain/portfolio/find-consent-page.server.ts";

/** Opened as a page of its own, a picture can do nothing (U-05). Nobody keeps it, and nobody is told of its address. */
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex",
};

/** A picture of the case that a link asks about, for who has the link and as long as there is something to decide. */
export async function loader({ params }: LoaderFunctionArgs) {
  const stored = await openConsentPhoto(params["token"] ?? "", params["photoId"] ?? "", new Date());
  if (!stored) {
    const headers = { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" };
    throw new Response("Not found", { status: 404, headers });
  }
  const headers = { ...HEADERS, "Content-Type": "image/webp", "Content-Length": String(stored.size) };
  return new Response(createReadableStreamFromReadable(stored.stream), { headers });
}
