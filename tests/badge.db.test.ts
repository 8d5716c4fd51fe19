import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { CRITERIA, CRITERION_KEYS, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import { findBadge } from "#app/domain/profiles/find-badge.server.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { withRegisterWords } from "#app/domain/profiles/register-words.ts";
import { toApiTechnician } from "#app/domain/profiles/technician-api.ts";
import { db } from "#app/platform/db.server.ts";
import { PICTURE_POLICY } from "#app/platform/picture-policy.ts";
import { authorizationRow, evidenceRow, regimeRow } from "../prisma/factories/evidence-row.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { emptyDatabase } from "./support/database.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";
import { seedTechnicians } from "./support/varied-technicians.ts";

let site: Site;
const TODAY = dayOf(new Date());
const ada = technicianRow({ slug: "ada", name: `Ada <b>"Stone"</b>` });
const licence = evidenceRow({ technicianId: ada.id, kind: "authorization", status: "verified", expiresOn: null });

beforeAll(async () => {
  await emptyDatabase();
  await seedTechnicians(150, TODAY);
  await db().technician.createMany({ data: [ada] });
  await db().technicianSlug.create({ data: { slug: "ada-was", technicianId: ada.id } });
  await db().regime.createMany({ data: [regimeRow({ key: "badge" })] });
  await db().evidence.createMany({ data: [licence] });
  await db().authorization.createMany({ data: [authorizationRow({ evidenceId: licence.id, regimeKey: "badge" })] });
  site = await openSite();
});
afterAll(() => site.close());

test("badge, profile and API tell the same of everybody, and nothing of whom readers may not see", async () => {
  const seen = new Set<string>();
  for (const { slug, status } of await db().technician.findMany()) {
    const [badge, profile] = await Promise.all([findBadge(slug, TODAY), findProfile(slug, TODAY)]);
    if (status === "draft" || status === "suspended") {
      expect([slug, badge, profile]).toEqual([slug, null, null]);
      continue;
    }
    if (!profile) throw new Error(`${slug} has no profile`);
    expect([slug, badge?.states]).toEqual([slug, profile.states]);
    expect(toApiTechnician(withRegisterWords(profile), "https://hairline.example").criteria).toEqual(badge?.states);
    for (const state of Object.values(profile.states)) seen.add(state);
  }
  // So that the comparison means something.
  expect([...seen].sort()).toEqual(Object.keys(CRITERION_STATES).sort());
});

test("a picture for other sites: its own type and policy, no cookie, and the words of every state", async () => {
  const reply = await site.ask("/technicians/ada/badge.svg", {
    headers: { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image" },
  });
  expect(reply.status).toBe(200);
  expect(reply.headers).toMatchObject({
    "content-type": "image/svg+xml; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "cross-origin",
    "content-security-policy": PICTURE_POLICY,
    "cache-control": "public, max-age=0, must-revalidate",
  });
  expect(reply.headers["set-cookie"]).toBeUndefined();
  expect(reply.body).not.toContain("<b>");
  const states = (await findProfile("ada", TODAY))?.states;
  for (const key of CRITERION_KEYS)
    expect(reply.body).toContain(
      `${CRITERIA[key].title}: ${CRITERION_STATES[states?.[key] ?? "checked"].toLowerCase()}`,
    );
});

test("only the badge may be shown by other sites", async () => {
  for (const path of [
    "/",
    "/technicians/ada",
    "/technicians",
    "/api/v1/technicians/ada",
    "/favicon.svg",
    "/robots.txt",
  ]) {
    const { headers } = await site.ask(path);
    expect([path, headers["cross-origin-resource-policy"]]).toEqual([path, "same-origin"]);
    expect([path, String(headers["content-security-policy"]).includes("unsafe-inline")]).toEqual([path, false]);
  }
});

test("it is answered with 304 until something changes; a licence that is withdrawn is gone with the next request", async () => {
  const first = await site.ask("/technicians/ada/badge.svg");
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const headers = { "If-None-Match": etag };
  const same = await site.ask("/technicians/ada/badge.svg", { headers });
  expect([same.status, same.body, same.headers["cross-origin-resource-policy"]]).toEqual([304, "", "cross-origin"]);
  await db().evidence.update({ where: { id: licence.id }, data: { status: "withdrawn" } });
  const after = await site.ask("/technicians/ada/badge.svg", { headers });
  expect([
    after.status,
    first.body.includes("Authorised: checked"),
    after.body.includes("Authorised: none provided"),
  ]).toEqual([200, true, true]);
});

test("a former slug and capitals lead to the current one with the look that was asked for", async () => {
  for (const asked of ["ada-was", "ADA", "Ada-Was"]) {
    const { status, headers } = await site.ask(`/technicians/${asked}/badge.svg?theme=dark&x=1`);
    expect([status, headers["location"], headers["cross-origin-resource-policy"]]).toEqual([
      301,
      "/technicians/ada/badge.svg?theme=dark",
      "cross-origin",
    ]);
  }
});

test("Z-03 drafts, the suspended and nobody have the same picture that says nothing", async () => {
  const hidden = await db().technician.findMany({ where: { status: { in: ["draft", "suspended"] } }, take: 4 });
  const bodies = new Set<string>();
  for (const slug of [...hidden.map((one) => one.slug), "nobody-here", "%22%3E%3Cscript%3E"]) {
    const reply = await site.ask(`/technicians/${slug}/badge.svg`);
    expect([slug, reply.status, reply.headers["cache-control"]]).toEqual([slug, 404, "no-store"]);
    expect(reply.headers["content-type"]).toContain("image/svg+xml");
    bodies.add(reply.body);
  }
  expect(bodies.size).toBe(1);
});
