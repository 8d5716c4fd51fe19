import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { sitemapIndex, sitemapPart, countSitemapParts } from "#app/domain/search/sitemap.server.ts";
import { env } from "#app/platform/env.server.ts";
import { XML_HEADERS } from "#app/platform/sitemap-xml.server.ts";

/** Every page worth finding; past what one file may hold, an index of the files that hold them. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const parts = await countSitemapParts();
  const { ORIGIN } = env();
  const xml =
    parts === 1 ? sitemapPart(1, ORIGIN, context.reportError) : sitemapIndex(parts, ORIGIN, context.reportError);
  return new Response(createReadableStreamFromReadable(xml), { headers: XML_HEADERS });
}
