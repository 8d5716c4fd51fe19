import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { STATIC_PAGES } from "#app/domain/search/sitemap.server.ts";
import { db } from "#app/platform/db.server.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { emptyDatabase } from "./support/database.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());
beforeEach(() => emptyDatabase());

async function read(address: string) {
  const { status, headers, body } = await site.ask(address);
  const entries = [
    ...body.matchAll(/<(?:url|sitemap)><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/(?:url|sitemap)>/g),
  ];
  return {
    status,
    type: headers["content-type"],
    kind: /<(urlset|sitemapindex) /.exec(body)?.[1],
    addresses: entries.map(([, address = ""]) => address.replace(site.origin, "")),
    days: entries.map(([, , day]) => day),
    isWhole: /<\/(urlset|sitemapindex)>\s*$/.test(body),
    bytes: Buffer.byteLength(body),
  };
}

/** Published technicians by the ten thousand; what would be indexed of them is forgotten. */
async function addMany(count: number): Promise<void> {
  for (let done = 0; done < count; done += 10_000) {
    await db().$executeRaw`
      INSERT INTO "Technician" (id, slug, name, status, "publishedAt", "updatedAt")
      SELECT gen_random_uuid(), 'many-' || n, 'Many ' || n, 'published', now(), '2026-03-04'
      FROM generate_series(${done + 1}::int, ${Math.min(done + 10_000, count)}::int) n`;
  }
  await db().$executeRaw`TRUNCATE "SearchOutbox"`;
  // As the database does by itself after a while; without it every batch would read the whole table.
  await db().$executeRaw`ANALYZE "Technician"`;
}

describe("a small sitemap", () => {
  test("holds the public pages and every visible technician with the day of its last change, and nothing else", async () => {
    const updatedAt = new Date("2026-03-04T23:30:00Z");
    await db().technician.createMany({
      data: [
        technicianRow({ slug: "ana", updatedAt }),
        technicianRow({ slug: "ink", status: "unclaimed", updatedAt }),
        technicianRow({ slug: "draft", status: "draft" }),
        technicianRow({ slug: "gone", status: "suspended" }),
      ],
    });
    const map = await read("/sitemap.xml");
    expect(map).toMatchObject({ status: 200, type: "application/xml; charset=utf-8", kind: "urlset", isWhole: true });
    expect(map.addresses.slice(0, STATIC_PAGES.length)).toEqual(STATIC_PAGES);
    expect(map.addresses.slice(STATIC_PAGES.length).sort()).toEqual(["/technicians/ana", "/technicians/ink"]);
    expect(map.days.slice(STATIC_PAGES.length)).toEqual(["2026-03-04", "2026-03-04"]);
    expect((await read("/sitemap/1.xml")).addresses).toEqual(map.addresses);
  });

  test("names only pages that are there and want to be found at that address", async () => {
    for (const address of (await read("/sitemap.xml")).addresses) {
      const { status, body } = await site.ask(address);
      expect([address, status]).toEqual([address, 200]);
      if (address === "/technicians") continue; // Nobody is listed here, and such a page is not to be found.
      expect(body).toContain(`<link rel="canonical" href="${site.origin}${address}"`);
    }
  });

  test.each([
    "/sitemap/0.xml",
    "/sitemap/2.xml",
    "/sitemap/01.xml",
    "/sitemap/1.xml.gz",
    "/sitemap/x.xml",
    "/sitemap/1",
  ])("%s is not there", async (address) => {
    expect((await site.ask(address)).status).toBe(404);
  });
});

describe("a large sitemap", () => {
  const MOST = 50_000;

  test("is one file for as long as it fits, and an index of files from then on, which hold every page once", async () => {
    const fitting = MOST - STATIC_PAGES.length;
    await addMany(fitting);
    expect(await read("/sitemap.xml")).toMatchObject({ kind: "urlset", isWhole: true });
    await db().technician.createMany({ data: [technicianRow({ slug: "one-more" })] });

    expect(await read("/sitemap.xml")).toMatchObject({
      kind: "sitemapindex",
      addresses: ["/sitemap/1.xml", "/sitemap/2.xml"],
      isWhole: true,
    });
    const [first, second] = [await read("/sitemap/1.xml"), await read("/sitemap/2.xml")];
    expect([first.addresses.length, second.addresses.length]).toEqual([MOST, 1]);
    expect(first.bytes).toBeLessThan(50 * 1024 * 1024);
    const all = new Set([...first.addresses, ...second.addresses]);
    expect(all.size).toBe(MOST + 1);
    expect([all.has("/"), all.has("/technicians/one-more"), all.has("/technicians/many-1")]).toEqual([
      true,
      true,
      true,
    ]);
    expect((await site.ask("/sitemap/3.xml")).status).toBe(404);
  }, 60_000);
});

test("robots.txt lets crawlers in, keeps them from what is somebody's own, and names the sitemap", async () => {
  const { status, headers, body } = await site.ask("/robots.txt");
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(body.split("\n").filter(Boolean)).toEqual([
    "User-agent: *",
    "Allow: /",
    "Disallow: /suggest/",
    "Disallow: /shortlist",
    "Disallow: /compare",
    `Sitemap: ${site.origin}/sitemap.xml`,
  ]);
});
