import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";
import { SLUG, seedSite } from "./support/seed-site.ts";

let site: Site;
let photo: string;
beforeAll(async () => {
  const { photoKey } = await seedSite();
  photo = `/media/${photoKey}/640.webp`;
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

test("U-05 a published picture is served as what it is, for an hour, and only under its own names", async () => {
  const { status, headers } = await site.ask(photo);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "image/webp",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "public, max-age=3600",
  });
  expect((await site.ask(photo, { headers: { "If-None-Match": headers.etag } })).status).toBe(304);
  expect((await site.ask(photo.replace("640", "641"))).status).toBe(404);
  expect((await site.ask(photo.replace("640.webp", "..%2f..%2fsecrets.json"))).status).toBe(404);
});

test("P-02 once consent is taken back, the picture is gone from its address, the profile and the card", async () => {
  const { portfolioCaseId } = await db().photo.findFirstOrThrow({ where: { portfolioCaseId: { not: null } } });
  const key = photo.split("/")[2] ?? "";
  expect((await site.ask(`/technicians/${SLUG}`)).body).toContain(key);
  await db().consent.create({
    data: { purpose: "publish_photo", textVersion: "1", portfolioCaseId, withdrawnAt: new Date() },
  });
  expect((await site.ask(photo)).status).toBe(404);
  expect((await site.ask(`/technicians/${SLUG}`)).body).not.toContain(key);
  expect((await site.ask("/technicians")).body).not.toContain(key);
});
