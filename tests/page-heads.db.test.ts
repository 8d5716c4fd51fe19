import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";
import { LAPSED, SILENT, UNCLAIMED, seedDirectory } from "./support/seed-directory.ts";
import { SLUG } from "./support/seed-site.ts";

const fact = z.looseObject({ "@type": z.string(), "@id": z.string().optional() });
const graph = z.object({ "@context": z.literal("https://schema.org"), "@graph": z.array(fact) });
const itemList = z.object({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("ItemList"),
  itemListElement: z.array(
    z.strictObject({ "@type": z.literal("ListItem"), position: z.number(), url: z.string(), name: z.string() }),
  ),
});

let site: Site;
beforeAll(async () => {
  await seedDirectory();
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const plain = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

/** What the head of a page says, and the words that its body shows. */
async function read(address: string) {
  const { status, body } = await site.ask(address);
  const [head = "", rest = ""] = body.split("</head>");
  const first = (pattern: RegExp) => plain(pattern.exec(head)?.[1] ?? "");
  const jsonLd = [...head.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, text]) => text);
  const graphData = [...head.matchAll(/<meta property="og:([^"]+)" content="([^"]*)"/g)];
  return {
    status,
    title: first(/<title>([^<]*)</),
    description: first(/<meta name="description" content="([^"]*)"/),
    canonical: first(/<link rel="canonical" href="([^"]*)"/),
    robots: first(/<meta name="robots" content="([^"]*)"/),
    og: Object.fromEntries(graphData.map(([, name = "", content = ""]) => [name, plain(content)])),
    card: first(/<meta name="twitter:card" content="([^"]*)"/),
    jsonLd: jsonLd.map((text) => JSON.parse(text ?? "") as unknown),
    shown: plain(rest.slice(0, rest.indexOf("<script")).replace(/<[^>]*>/g, " ")).replace(/\s+/g, " "),
    slugs: [...rest.matchAll(/<h3[^>]*><a href="\/technicians\/([a-z0-9-]+)"/g)].map(([, slug]) => slug),
  };
}

async function factsOf(address: string) {
  const page = await read(address);
  expect(page.jsonLd).toHaveLength(1);
  const facts = graph.parse(page.jsonLd[0])["@graph"];
  return { page, of: (type: string) => facts.filter((one) => one["@type"] === type) };
}

describe("the head of a page", () => {
  test.each([
    ["/", "/"],
    ["/technicians", "/technicians"],
    ["/technicians?page=2", "/technicians?page=2"],
    ["/technicians?near=leeds", "/technicians?near=Leeds%2C+England%2C+United+Kingdom"],
    ["/technicians?treatment=hairline", "/technicians?treatment=hairline"],
    ["/technicians?near=leeds&treatment=hairline&sort=rating", "/technicians"],
    [`/technicians/${SLUG}`, `/technicians/${SLUG}`],
    [`/technicians/${SLUG}?stars=5&page=2`, `/technicians/${SLUG}`],
    [`/technicians/${SLUG}/reviews?stars=5`, `/technicians/${SLUG}/reviews`],
    ["/policies/ranking?x=1", "/policies/ranking"],
    ["/policies/reviews", "/policies/reviews"],
    ["/terms", "/terms"],
    ["/privacy", "/privacy"],
  ])("%s stands at one address, and a shared link shows it", async (address, path) => {
    const page = await read(address);
    const url = `${site.origin}${path}`;
    expect(page).toMatchObject({ status: 200, canonical: url, robots: "", card: "summary_large_image" });
    expect(page.description).not.toBe("");
    expect(page.og).toMatchObject({
      title: page.title.replace(" | Hairline", ""),
      description: page.description,
      url,
      site_name: "Hairline",
      locale: "en_GB",
      image: `${site.origin}/og-image.png`,
    });
    // What a page names as its address names itself.
    expect((await read(path)).canonical).toBe(url);
  });

  test.each(["/technicians?q=zzzzqqqq", "/technicians?page=150"])("%s is not to be found", async (address) => {
    expect(await read(address)).toMatchObject({ status: 200, robots: "noindex", canonical: "", jsonLd: [] });
  });

  test.each(["/technicians/nobody", "/no/such/page"])("%s, which is not there, is not to be found", async (address) => {
    expect(await read(address)).toMatchObject({ status: 404, robots: "noindex", canonical: "", jsonLd: [] });
  });
});

describe("facts for programs on a profile", () => {
  test("with reviews: rating, address, prices and access as the page shows them", async () => {
    const { page, of } = await factsOf(`/technicians/${LAPSED}`);
    const url = `${site.origin}/technicians/${LAPSED}`;
    expect(of("HealthAndBeautyBusiness")).toEqual([
      {
        "@type": "HealthAndBeautyBusiness",
        "@id": `${url}#business`,
        name: "Cora’s Room",
        url,
        image: `${site.origin}/og-image.png`,
        address: {
          "@type": "PostalAddress",
          streetAddress: "1 Fennel Street",
          addressLocality: "Leeds",
          addressRegion: "England",
          postalCode: "LS1 4AA",
          addressCountry: "GB",
        },
        geo: { "@type": "GeoCoordinates", latitude: 53.7965, longitude: -1.5478 },
        priceRange: "GBP 800-1500",
        amenityFeature: [
          { "@type": "LocationFeatureSpecification", name: "Private treatment room", value: true },
          { "@type": "LocationFeatureSpecification", name: "Step-free access", value: true },
        ],
        hasCredential: [expect.objectContaining({ recognizedBy: { "@type": "Organization", name: "Room Council" } })],
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: "4.7",
          reviewCount: 3,
          bestRating: 5,
          worstRating: 1,
        },
      },
    ]);
    expect(page.shown).toContain("4.7 out of 5");
    expect(page.shown).toMatch(/few reviews \(3\)/);
    for (const words of ["Cora’s Room", "1 Fennel Street", "Leeds, England", "LS1 4AA", "£800", "£1,500"]) {
      expect(page.shown).toContain(words);
    }
    for (const words of ["Private treatment room", "Step-free access"]) expect(page.shown).toContain(words);
  });

  test("the person has the checked and current papers that somebody issued, and no others", async () => {
    const { page, of } = await factsOf(`/technicians/${LAPSED}`);
    const [person] = of("Person");
    expect(person).toMatchObject({
      name: "Cora Lapsed",
      worksFor: { "@id": `${site.origin}/technicians/${LAPSED}#business` },
      knowsLanguage: ["en", "fr"],
    });
    const credential = (name: string, credentialCategory: string, more: object) => ({
      "@type": "EducationalOccupationalCredential",
      name,
      credentialCategory,
      ...more,
    });
    const from = (name: string) => ({ recognizedBy: { "@type": "Organization", name } });
    expect(person?.["hasCredential"]).toHaveLength(3);
    expect(person?.["hasCredential"]).toEqual(
      expect.arrayContaining([
        credential("Sample licence", "licence", { ...from("City Council"), expires: "2120-01-01" }),
        credential("Bloodborne-pathogen certificate", "certificate", { expires: "2120-01-01" }),
        credential("Checked course", "certificate", from("Good School")),
      ]),
    );
    for (const name of ["City Council", "Good School", "Checked course", "1 January 2120"])
      expect(page.shown).toContain(name);
    // On the page they stand for what they are; as credentials they would claim more.
    const told = JSON.stringify(page.jsonLd);
    for (const name of ["Lapsed Council", "Claimed course"]) {
      expect(page.shown).toContain(name);
      expect(told).not.toContain(name);
    }
    for (const name of ["Nobody", "Sharps", "2025-01-01"]) expect(told).not.toContain(name);
  });

  test("without reviews there is no rating, and nothing that nobody told", async () => {
    const { page, of } = await factsOf(`/technicians/${SILENT}`);
    const url = `${site.origin}/technicians/${SILENT}`;
    expect(page.shown).toContain("No reviews yet");
    expect([...of("HealthAndBeautyBusiness"), ...of("Person")]).toEqual([
      {
        "@type": "HealthAndBeautyBusiness",
        "@id": `${url}#business`,
        name: "Bea Quiet",
        url,
        image: `${site.origin}/og-image.png`,
      },
      {
        "@type": "Person",
        "@id": `${url}#technician`,
        name: "Bea Quiet",
        url,
        jobTitle: "Scalp micropigmentation technician",
        worksFor: { "@id": `${url}#business` },
      },
    ]);
  });

  test("an unclaimed entry is a place in a register: no person, no rating, no credential", async () => {
    const { of } = await factsOf(`/technicians/${UNCLAIMED}`);
    expect(of("Person")).toEqual([]);
    const [business] = of("HealthAndBeautyBusiness");
    expect(Object.keys(business ?? {}).sort()).toEqual(["@id", "@type", "address", "geo", "image", "name", "url"]);
  });

  test("says where the page stands on the site", async () => {
    const { of } = await factsOf(`/technicians/${SLUG}`);
    const item = (position: number, name: string, path: string) => ({
      "@type": "ListItem",
      position,
      name,
      item: `${site.origin}${path}`,
    });
    expect(of("BreadcrumbList")[0]?.["itemListElement"]).toEqual([
      item(1, "Hairline", "/"),
      item(2, "Find a technician", "/technicians"),
      item(3, "Ada Stone", `/technicians/${SLUG}`),
    ]);
  });
});

describe("facts for programs elsewhere", () => {
  test("the start page tells of the site and how to search it", async () => {
    const { of } = await factsOf("/");
    expect(of("Organization")[0]).toMatchObject({ name: "Hairline", url: `${site.origin}/` });
    const action = z
      .object({ target: z.object({ urlTemplate: z.string() }) })
      .parse(of("WebSite")[0]?.["potentialAction"]);
    const address = action.target.urlTemplate.replace("{search_term_string}", "cora");
    expect(address.startsWith(`${site.origin}/`)).toBe(true);
    expect((await read(address.slice(site.origin.length))).slugs).toEqual([LAPSED]);
  });

  test.each([
    ["/technicians", 1],
    ["/technicians?page=2", 25],
    ["/technicians?near=Leeds&sort=distance", 1],
  ])("%s lists the technicians of the page in its order, from %i", async (address, first) => {
    const page = await read(address);
    expect(page.slugs.length).toBeGreaterThan(1);
    expect(page.jsonLd).toHaveLength(1);
    const { itemListElement } = itemList.parse(page.jsonLd[0]);
    expect(itemListElement.map(({ position, url }) => [position, url])).toEqual(
      page.slugs.map((slug, at) => [first + at, `${site.origin}/technicians/${slug}`]),
    );
  });

  test.each(["/policies/ranking", `/technicians/${SLUG}/reviews`])("%s has none", async (address) => {
    expect((await read(address)).jsonLd).toEqual([]);
  });
});
