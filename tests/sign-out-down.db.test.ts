import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./support/browser.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";

let site: Site;
beforeAll(async () => {
  process.env["DATABASE_URL"] = "postgresql://nobody:secret-word@127.0.0.1:9/none";
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

test("S-05 who can't be signed out is told so, and keeps the cookie to try again", async () => {
  const browser = openBrowser(site);
  browser.setCookie("sid", "a".repeat(43));
  const reply = await browser.post("/sign-out", { signOut: "yes" });
  expect([reply.status, reply.headers["set-cookie"], reply.headers["clear-site-data"]]).toEqual([
    503,
    undefined,
    undefined,
  ]);
  expect(reply.body).toContain("You are still signed in");
  expect(reply.body).toContain(String(reply.headers["x-request-id"]));
  expect(reply.body).not.toContain("secret-word");
  expect(browser.cookie("sid")).toBe("a".repeat(43));
});

test("R-01 without its database nobody signs in, whoever they are", async () => {
  const reply = await openBrowser(site).post("/sign-in", { email: "ada@example.org", password: "plum otter zebra" });
  expect(reply.status).toBeGreaterThanOrEqual(429);
  expect(reply.headers["set-cookie"]).toBeUndefined();
});
