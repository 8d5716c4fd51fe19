import { afterAll, beforeAll, expect, test } from "vitest";
import { readContract } from "./support/api-contract.ts";
import type { Contract } from "./support/api-contract.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";

let site: Site;
let contract: Contract;
beforeAll(async () => {
  // Nothing listens on the discard port.
  process.env["DATABASE_URL"] = "postgresql://nobody:secret-word@127.0.0.1:9/none";
  process.env["MEILI_URL"] = "http://127.0.0.1:9";
  site = await openSite();
  contract = await readContract(site);
}, 120_000);
afterAll(() => site.close());

test.each([
  ["/api/v1/technicians?near=Leeds", "/api/v1/technicians", 503, "search_unavailable"],
  ["/api/v1/technicians/ada-stone", "/api/v1/technicians/{slug}", 500, "internal"],
  ["/api/v1/technicians/ada-stone/reviews", "/api/v1/technicians/{slug}/reviews", 500, "internal"],
])(
  "L-02 without engine and database %s is an error as described, with no inner detail",
  async (address, path, status, code) => {
    const reply = await site.ask(address);
    expect(reply.status).toBe(status);
    expect(contract.problemsOf(path, reply)).toBeNull();
    expect(JSON.parse(reply.body)).toMatchObject({ error: { status, code } });
    expect(reply.headers["cache-control"]).toBe("no-store");
    expect(reply.headers["retry-after"]).toBe(status === 503 ? "30" : undefined);
    expect(reply.body).not.toMatch(/secret-word|ECONNREFUSED|Prisma|Meilisearch|at .*\.(js|ts):\d+/);
    expect(site.log()).toContain("request failed");
  },
);
