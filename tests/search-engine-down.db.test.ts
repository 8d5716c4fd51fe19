import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";
import { SLUG, seedSite } from "./support/seed-site.ts";

let site: Site;
beforeAll(async () => {
  await seedSite();
  // Nothing listens on the discard port; the built site reads the setting when it first needs it.
  process.env["MEILI_URL"] = "http://127.0.0.1:9";
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

test("without its search engine the search page says so, keeps what was asked and names no inner detail", async () => {
  const { status, headers, body } = await site.ask("/technicians?q=scar&gender=woman&near=Leeds");
  expect(status).toBe(503);
  expect(headers["retry-after"]).toBe("30");
  expect(body).toContain("Search is not available right now");
  expect(body).toMatch(/name="q"[^>]*value="scar"/);
  expect(body).toMatch(/value="woman"[^>]*checked|checked=""[^>]*value="woman"/);
  expect(body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1:9|Meilisearch/);
});

test("everything that needs no search goes on", async () => {
  for (const address of ["/", `/technicians/${SLUG}`, `/technicians/${SLUG}/reviews`, "/readyz"]) {
    expect((await site.ask(address)).status, address).toBe(200);
  }
  const suggestions = await site.ask("/suggest/what?q=scar");
  expect(JSON.parse(suggestions.body)).toEqual({ suggestions: [] });
});
