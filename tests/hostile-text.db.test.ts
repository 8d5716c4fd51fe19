import { readFile } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { db } from "#app/platform/db.server.ts";
import { expectHarmless, HOSTILE, SHORT_HOSTILE } from "./support/hostile-text.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";
import { SLUG, seedSite } from "./support/seed-site.ts";

const PAGES = [`/technicians/${SLUG}`, `/technicians/${SLUG}/reviews`, "/technicians", "/technicians?q=alert", "/"];

let site: Site;
beforeAll(async () => {
  const { photoKey } = await seedSite();
  expect(photoKey).toBeTruthy();
  await putIntoEveryText();
  await drainOutbox();
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** Every public text of the seeded technician, whatever forms and importers would say to it. */
async function putIntoEveryText(): Promise<void> {
  const text = HOSTILE;
  const short = SHORT_HOSTILE;
  await db().technician.updateMany({
    data: { name: short, bio: text, understandingStatement: text, dedicationStatement: text, pronouns: short },
  });
  await db().technicianAnswer.updateMany({ data: { answer: text } });
  await db().premises.updateMany({ data: { name: short, address: text, city: short, region: short } });
  await db().evidence.updateMany({ data: { source: text } });
  await db().authorization.updateMany({ data: { authority: text, number: short } });
  await db().hygieneEvidence.updateMany({ data: { detail: text } });
  await db().training.updateMany({ data: { provider: text, courseName: text, trainer: text } });
  await db().infraction.updateMany({ data: { category: text, text, action: short } });
  await db().portfolioCase.updateMany({ data: { title: text } });
  await db().photo.updateMany({ data: { caption: text } });
  await db().review.updateMany({ data: { title: short, text, incentiveNote: text } });
  await db().reviewFollowUp.updateMany({ data: { text } });
  await db().reply.updateMany({ data: { text } });
  await db().user.updateMany({ data: { displayName: short.slice(0, 60) } });
}

/** Every text in an answer, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("V-02 stored text is shown as text", () => {
  test.each(PAGES)("%s", async (address) => {
    const { status, body } = await site.ask(address);
    expect(status).toBe(200);
    expectHarmless(body);
  });

  test("and is really there, escaped", async () => {
    const { body } = await site.ask(`/technicians/${SLUG}`);
    expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});

describe("V-04 text in titles, descriptions and page data stays text", () => {
  test("the head of a profile holds the name escaped", async () => {
    const head = (await site.ask(`/technicians/${SLUG}`)).body.split("</head>")[0] ?? "";
    expect(head).toContain("&lt;script&gt;");
    expect(head).not.toContain("<script>alert");
  });

  test("page data can't end its script element", async () => {
    const { body } = await site.ask(`/technicians/${SLUG}`);
    const data = body.slice(body.indexOf("streamController.enqueue"));
    expect(data.slice(0, data.indexOf("</script>"))).toContain("\\u003cscript");
  });

  test.each([`/technicians/${SLUG}`, "/technicians", "/technicians?q=alert"])(
    "facts for search engines on %s can't end their element and say what was stored",
    async (address) => {
      const { body } = await site.ask(address);
      const from = body.indexOf(">", body.indexOf("application/ld+json")) + 1;
      const facts = body.slice(from, body.indexOf("</script>", from));
      expect(facts).not.toMatch(/[<>&\u2028\u2029]/);
      const told = textsIn(JSON.parse(facts));
      expect(told).toContain(SHORT_HOSTILE);
      if (address.includes(SLUG)) expect(told).toContain(HOSTILE);
    },
  );

  test.each(["", `/${SLUG}`, `/${SLUG}/reviews`])("the API tells it as it was stored: %j", async (rest) => {
    const { status, headers, body } = await site.ask(`/api/v1/technicians${rest}`);
    expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const told = textsIn(JSON.parse(body));
    expect(told).toContain(SHORT_HOSTILE);
    if (rest !== "") expect(told).toContain(HOSTILE);
  });

  test("JSON answers say so, and are never taken for a page", async () => {
    const { headers, body } = await site.ask(`/suggest/what?q=${encodeURIComponent("<script>alert")}`);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(() => void JSON.parse(body)).not.toThrow();
  });
});

describe("V-05 the search engine's own markup is never used", () => {
  test("no query asks for highlighting or cropping, and no page shows formatted hits", async () => {
    for (const [file, source] of await sources()) {
      expect(source, file).not.toMatch(/attributesToHighlight|attributesToCrop|\b_formatted/);
    }
  });
});

describe("V-06 input stays a value", () => {
  test("no source builds SQL from text", async () => {
    for (const [file, source] of await sources())
      expect(source, file).not.toMatch(/RawUnsafe\s*[(`<]|Prisma\.raw\s*\(/);
  });

  const ATTEMPTS = [
    `' OR 1=1 --`,
    `'; DROP TABLE "Technician"; --`,
    `" OR id != "`,
    `\\`,
    `%27%20OR%201=1`,
    `{"not":""}`,
    `a" OR state != "z`,
    `_geoRadius(0,0,1)`,
    `\u0000`,
  ];
  test.each(ATTEMPTS)("%j in every place that takes input finds nothing more and breaks nothing", async (attempt) => {
    const value = encodeURIComponent(attempt);
    const before = await db().technician.count();
    const parameters = ["q", "near", "treatment", "language", "currency", "sort", "gender", "rating_min", "verified"];
    for (const parameter of parameters) {
      expect((await site.ask(`/technicians?${parameter}=${value}`)).status, parameter).toBe(200);
    }
    expect((await site.ask(`/technicians?${value}=1&q[not]=&treatment[$ne]=x`)).status).toBe(200);
    expect((await site.ask(`/technicians/${SLUG}?stars=${value}&stage=${value}&page=${value}`)).status).toBe(200);
    for (const address of [`/technicians/${value}`, `/technicians/${value}/reviews`, `/media/${value}/320.webp`]) {
      expect([400, 404], address).toContain((await site.ask(address)).status);
    }
    expect(await db().technician.count()).toBe(before);
  });
});

async function sources(): Promise<[string, string][]> {
  const files = await glob(["app/**/*.{ts,tsx}", "prisma/**/*.ts", "scripts/**/*.{ts,mjs}"], {
    ignore: ["app/platform/generated/**"],
  });
  expect(files.length).toBeGreaterThan(100);
  return Promise.all(files.map(async (file) => [file, await readFile(path.resolve(file), "utf8")] as [string, string]));
}
