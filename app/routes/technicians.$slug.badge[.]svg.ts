import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { badgePath, readBadgeLook } from "#app/domain/profiles/badge.ts";
import { drawBadge, drawNoBadge } from "#app/domain/profiles/draw-badge.server.tsx";
import { findBadge } from "#app/domain/profiles/find-badge.server.ts";
import { PICTURE_POLICY } from "#app/platform/picture-policy.ts";
import { taggedReply } from "#app/platform/tagged-reply.server.ts";

const SVG = "image/svg+xml; charset=utf-8";
/** Made to be shown by other sites; nothing else here is. A redirect and a 304 have to say so too. */
const FOR_OTHER_SITES = {
  "Content-Security-Policy": PICTURE_POLICY,
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/** The states of the six criteria as a picture, live: whoever has it asks each time whether it still is so. */
export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = params["slug"] ?? "";
  const look = readBadgeLook(new URL(request.url).searchParams);
  const instead = (words: string, status: number, more: Record<string, string> = {}) =>
    new Response(drawNoBadge(words, look), {
      status,
      headers: { ...FOR_OTHER_SITES, "Cache-Control": "no-store", "Content-Type": SVG, ...more },
    });
  let badge;
  try {
    badge = await findBadge(asked.toLowerCase(), dayOf(new Date()));
  } catch (error) {
    context.reportError(error);
    return instead("Hairline can’t be reached right now.", 503, { "Retry-After": "30" });
  }
  if (badge === null) return instead("Not on Hairline", 404);
  if (badge.slug !== asked) {
    const headers = { ...FOR_OTHER_SITES, "Cache-Control": "no-cache", Location: badgePath(badge.slug, look) };
    return new Response(null, { status: 301, headers });
  }
  return taggedReply(request, drawBadge(badge, look), SVG, FOR_OTHER_SITES);
}
