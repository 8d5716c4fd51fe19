import type { Readable } from "node:stream";
import { listTechnicianAddresses } from "#app/domain/technicians/list-addresses.server.ts";
import { countVisibleTechnicians } from "#app/domain/technicians/visible-technician.server.ts";
import { MOST_ADDRESSES, sitemapIndexXml, sitemapXml } from "#app/platform/sitemap-xml.server.ts";
import type { SitemapEntry } from "#app/platform/sitemap-xml.server.ts";

/** Public pages that are there without a technician. */
export const STATIC_PAGES = ["/", "/technicians", "/policies/ranking", "/policies/reviews", "/terms", "/privacy"];

type OnError = (error: unknown) => void;

/** How many files the sitemap takes: every visible technician and the static pages, 50,000 to a file. */
export async function countSitemapParts(): Promise<number> {
  return Math.ceil((STATIC_PAGES.length + (await countVisibleTechnicians())) / MOST_ADDRESSES);
}

/** File `part` of the sitemap, counted from 1; the static pages come first. */
export function sitemapPart(part: number, origin: string, onError: OnError): Readable {
  return sitemapXml(entriesOf(part), origin, onError);
}

export function sitemapIndex(parts: number, origin: string, onError: OnError): Readable {
  const addresses = Array.from({ length: parts }, (_, at) => `${origin}/sitemap/${at + 1}.xml`);
  return sitemapIndexXml(addresses, onError);
}

async function* entriesOf(part: number): AsyncGenerator<SitemapEntry> {
  const first = (part - 1) * MOST_ADDRESSES;
  const pages = STATIC_PAGES.slice(first, first + MOST_ADDRESSES);
  for (const path of pages) yield { path };
  yield* listTechnicianAddresses({
    skip: Math.max(0, first - STATIC_PAGES.length),
    limit: MOST_ADDRESSES - pages.length,
  });
}
