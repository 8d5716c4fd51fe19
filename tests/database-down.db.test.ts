import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";

let site: Site;
beforeAll(async () => {
  process.env["DATABASE_URL"] = "postgresql://nobody:secret-word@127.0.0.1:9/none";
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

test("L-02 without its database a page says that it is our fault, with a reference and nothing else", async () => {
  for (const address of ["/", "/technicians", "/technicians/ada-stone"]) {
    const { status, headers, body } = await site.ask(address);
    expect(status, address).toBe(500);
    expect(body).toContain("Something went wrong on our side");
    expect(body).toContain(String(headers["x-request-id"]));
    expect(body).not.toMatch(/secret-word|ECONNREFUSED|Prisma|at .*\.(js|ts):\d+/);
  }
});

test("the process stays alive and says that it is not ready", async () => {
  expect((await site.ask("/healthz")).status).toBe(200);
  expect((await site.ask("/readyz")).status).toBe(503);
});
