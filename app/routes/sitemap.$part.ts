import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { countSitemapParts, sitemapPart } from "#app/domain/search/sitemap.server.ts";
import { env } from "#app/platform/env.server.ts";
import { XML_HEADERS } from "#app/platform/sitemap-xml.server.ts";

/** One file of the sitemap: /sitemap/1.xml and on. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const number = Number(/^([1-9]\d{0,4})\.xml$/.exec(params["part"] ?? "")?.[1] ?? 0);
  if (number === 0 || number > (await countSitemapParts())) {
    return new Response("Not found", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  return new Response(createReadableStreamFromReadable(sitemapPart(number, env().ORIGIN, context.reportError)), {
    headers: XML_HEADERS,
  });
}
