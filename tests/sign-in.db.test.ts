import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { seal } from "#app/platform/secret-box.server.ts";
import { userRow } from "../prisma/factories/user-row.ts";
import { openBrowser } from "./support/browser.ts";
import { emptyDatabase } from "./support/database.ts";
import { passwordHashOf } from "./support/password-hash.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";

const PASSWORD = "plum otter zebra orbit";
const ADA = { email: "ada@example.org", password: PASSWORD };
const WRONG = { email: "ada@example.org", password: "plum otter zebra wrong" };

let site: Site;
let passwordHash: string;
let userId: string;
beforeAll(async () => {
  passwordHash = await passwordHashOf(PASSWORD);
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  await emptyDatabase();
  const row = userRow({ email: ADA.email, displayName: "Ada", passwordHash });
  userId = row.id;
  await db().user.createMany({ data: [row] });
});

const secret = new Secret();
const code = () => new TOTP({ secret }).generate();
async function addAuthenticator() {
  const secretEncrypted = seal("totp", secret.base32);
  await db().totpCredential.create({ data: { userId, secretEncrypted, confirmedAt: new Date() } });
}
const signedInAs = async (browser: ReturnType<typeof openBrowser>) =>
  /<a href="\/account">(.*?)<\/a>/.exec((await browser.get("/")).body)?.[1];

describe("signing in", () => {
  test("starts a session that scripts can't read and other sites can't send (S-01), and leads to where it was asked for", async () => {
    const browser = openBrowser(site);
    const reply = await browser.post("/sign-in?returnTo=%2Fshortlist%3Ffull", ADA);
    expect([reply.status, reply.headers.location]).toEqual([303, "/shortlist?full"]);
    const [cookie] = (reply.headers["set-cookie"] ?? []).filter((line) => line.startsWith("sid="));
    expect(cookie).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
    expect(await signedInAs(browser)).toBe("Ada");
    const [row] = await db().session.findMany();
    expect(row).toMatchObject({ userId, mfaAt: null, ipHash: expect.stringMatching(/^[\w-]{43}$/) });
  });

  test.each(["https://evil.example", "//evil.example", "/\\evil.example", "/..//evil.example", "javascript:alert(1)"])(
    "C-04 never leads to %s",
    async (returnTo) => {
      const query = new URLSearchParams({ returnTo }).toString();
      expect((await openBrowser(site).post(`/sign-in?${query}`, ADA)).headers.location).toBe("/account");
    },
  );

  test("A-04 a wrong password and an unknown address are refused alike, and the password is not sent back", async () => {
    const [known, unknown] = [
      await openBrowser(site).post("/sign-in", WRONG),
      await openBrowser(site).post("/sign-in", { ...WRONG, email: "eve@example.org" }),
    ];
    const words = (body: string) => /role="alert".*?<\/ul>/s.exec(body)?.[0];
    expect([known.status, known.headers["set-cookie"]]).toEqual([400, undefined]);
    expect(unknown.status).toBe(known.status);
    expect(words(unknown.body)).toBe(words(known.body));
    expect(words(known.body)).toContain("don&#x27;t belong together");
    expect(unknown.body.length).toBe(known.body.length);
    expect(known.body).not.toContain("zebra");
  });

  test("S-03 a session that was planted is dead afterwards, and the new one has another token", async () => {
    const mallory = openBrowser(site);
    await db().user.createMany({ data: [userRow({ email: "mallory@example.org", displayName: "Mal", passwordHash })] });
    await mallory.post("/sign-in", { ...ADA, email: "mallory@example.org" });
    const planted = mallory.cookie("sid") ?? "";
    const victim = openBrowser(site);
    victim.setCookie("sid", planted);
    await victim.post("/sign-in", ADA);
    expect(victim.cookie("sid")).not.toBe(planted);
    expect(await signedInAs(victim)).toBe("Ada");
    expect(await signedInAs(mallory)).toBeUndefined();
  });

  test("a suspended account learns so only with its password", async () => {
    await db().user.updateMany({ data: { suspendedAt: new Date() } });
    expect((await openBrowser(site).post("/sign-in", WRONG)).body).not.toContain("suspended");
    const reply = await openBrowser(site).post("/sign-in", ADA);
    expect([reply.status, await db().session.count()]).toEqual([403, 0]);
    expect(reply.body).toContain("This account is suspended");
  });

  test("Z-05 a role that is taken away counts from the next request, in open sessions too", async () => {
    await db().user.updateMany({ data: { roles: ["moderator"] } });
    const browser = openBrowser(site);
    await browser.post("/sign-in", ADA);
    expect((await browser.get("/")).body).toContain('href="/moderation"');
    await db().user.updateMany({ data: { roles: ["client"] } });
    expect((await browser.get("/")).body).not.toContain('href="/moderation"');
    expect((await browser.get("/moderation")).status).toBe(404);
  });

  test("L-01 is in the audit record, failures without the address that was tried", async () => {
    await openBrowser(site).post("/sign-in", WRONG);
    await openBrowser(site).post("/sign-in", { ...WRONG, email: "eve@example.org" });
    await openBrowser(site).post("/sign-in", ADA);
    const audit = await db().auditEvent.findMany({ orderBy: { sequence: "asc" } });
    expect(audit.map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
      ["sign_in_failed", null, userId],
      ["sign_in_failed", null, "nobody"],
      ["signed_in", userId, userId],
    ]);
  });
});

describe("A-08 the second factor", () => {
  beforeEach(() => addAuthenticator());

  test("is asked for after the password: until then nobody is signed in", async () => {
    const browser = openBrowser(site);
    const reply = await browser.post("/sign-in?returnTo=%2Fshortlist", ADA);
    expect(reply.headers.location).toBe("/sign-in/code?returnTo=%2Fshortlist");
    expect([browser.cookie("sid"), await db().session.count()]).toEqual([undefined, 0]);
    expect(await signedInAs(browser)).toBeUndefined();
    expect((await browser.get("/account")).headers.location).toContain("/sign-in");
    expect((await browser.get("/sign-in/code")).status).toBe(200);
    expect((await browser.post("/sign-in/code", { code: "000000" })).status).toBe(400);
    const done = await browser.post("/sign-in/code?returnTo=%2Fshortlist", { code: code() });
    expect([done.status, done.headers.location]).toEqual([303, "/shortlist"]);
    expect(await signedInAs(browser)).toBe("Ada");
    expect((await db().session.findFirstOrThrow()).mfaAt).not.toBeNull();
    expect(browser.cookie("sign-in-step")).toBeUndefined();
  });

  test("is worth nothing in another browser, after ten minutes, or after a new password", async () => {
    const browser = openBrowser(site);
    await browser.post("/sign-in", ADA);
    const step = browser.cookie("sign-in-step") ?? "";
    const thief = openBrowser(site);
    thief.setCookie("sign-in-step", step);
    thief.setCookie("device", "A".repeat(22));
    expect((await thief.get("/sign-in/code")).headers.location).toContain("/sign-in?");
    await db().user.updateMany({ data: { passwordHash: `${passwordHash}x` } });
    const late = await browser.post("/sign-in/code", { code: code() });
    expect([late.status, late.headers.location]).toEqual([303, "/sign-in?returnTo=%2Faccount"]);
    expect(await db().session.count()).toBe(0);
  });

  test("is asked for again where a session began without it, and renews that session (S-03)", async () => {
    await db().totpCredential.deleteMany();
    const browser = openBrowser(site);
    await browser.post("/sign-in", ADA);
    const before = browser.cookie("sid");
    await addAuthenticator();
    await db().user.updateMany({ data: { roles: ["moderator"] } });
    expect((await browser.get("/moderation")).headers.location).toBe("/sign-in/code?returnTo=%2Fmoderation");
    expect((await browser.post("/sign-in/code?returnTo=%2Fmoderation", { code: code() })).headers.location).toBe(
      "/moderation",
    );
    expect(browser.cookie("sid")).not.toBe(before);
    expect(await db().session.count()).toBe(1);
    const old = openBrowser(site);
    old.setCookie("sid", before ?? "");
    expect(await signedInAs(old)).toBeUndefined();
  });

  test("a code works once, and after five wrong ones none does for a while", async () => {
    const [first, second, third] = [openBrowser(site), openBrowser(site), openBrowser(site)];
    for (const browser of [first, second, third]) await browser.post("/sign-in", ADA);
    const used = code();
    expect((await first.post("/sign-in/code", { code: used })).status).toBe(303);
    expect((await second.post("/sign-in/code", { code: used })).status).toBe(400);
    for (let wrong = 0; wrong < 4; wrong++) await second.post("/sign-in/code", { code: "000000" });
    const blocked = await third.post("/sign-in/code", { code: "000000" });
    expect([blocked.status, blocked.headers["retry-after"]]).toEqual([429, "900"]);
    expect(blocked.body).toContain("too many wrong codes");
  });
});

describe("A-05 guessing", () => {
  test("is slowed down for an account after five tries, known or not, even with the right password then", async () => {
    for (const email of [ADA.email, "eve@example.org"]) {
      for (let wrong = 0; wrong < 5; wrong++) {
        expect((await openBrowser(site).post("/sign-in", { ...WRONG, email })).status).toBe(400);
      }
      const reply = await openBrowser(site).post("/sign-in", { ...ADA, email });
      expect(reply.status).toBe(429);
      expect(Number(reply.headers["retry-after"])).toBeGreaterThan(200);
      expect(reply.body).toMatch(/That was tried too often. Please wait \d minutes/);
    }
  });

  test("by strangers doesn't lock the owner's own browser out", async () => {
    const home = openBrowser(site);
    await home.post("/sign-in", ADA);
    await home.post("/sign-out", { signOut: "yes" });
    for (let wrong = 0; wrong < 8; wrong++) await openBrowser(site).post("/sign-in", WRONG);
    expect((await openBrowser(site).post("/sign-in", ADA)).status).toBe(429);
    expect((await home.post("/sign-in", ADA)).status).toBe(303);
  });

  test("in the owner's own browser is counted too", async () => {
    const home = openBrowser(site);
    await home.post("/sign-in", ADA);
    await home.post("/sign-out", { signOut: "yes" });
    for (let wrong = 0; wrong < 10; wrong++) await home.post("/sign-in", WRONG);
    expect((await home.post("/sign-in", ADA)).status).toBe(429);
  });

  test("one password each for many accounts is seen at the address", async () => {
    for (let count = 0; count < 50; count++) {
      const reply = await openBrowser(site).post("/sign-in", { ...WRONG, email: `a${count}@example.org` });
      expect(reply.status).toBe(400);
    }
    expect((await openBrowser(site).post("/sign-in", { ...WRONG, email: "last@example.org" })).status).toBe(429);
  });

  test("from twenty senders at once gets no more tries than from one", async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => openBrowser(site).post("/sign-in", WRONG)));
    expect(replies.filter(({ status }) => status === 400)).toHaveLength(5);
  });
});

describe("S-05 signing out", () => {
  test("ends the session on the server: a copied cookie is nobody's", async () => {
    const browser = openBrowser(site);
    await browser.post("/sign-in", ADA);
    const copied = browser.cookie("sid") ?? "";
    const reply = await browser.post("/sign-out", { signOut: "yes" });
    expect([reply.status, reply.headers.location]).toEqual([303, "/sign-in?signed-out"]);
    expect([reply.headers["clear-site-data"], reply.headers["cache-control"]]).toEqual(['"cache"', "no-store"]);
    expect([browser.cookie("sid"), await db().session.count()]).toEqual([undefined, 0]);
    const thief = openBrowser(site);
    thief.setCookie("sid", copied);
    expect((await thief.get("/account")).headers.location).toContain("/sign-in");
    expect((await browser.get("/sign-in?signed-out")).body).toContain("You are signed out on this device");
  });

  test("doesn't happen by following a link", async () => {
    const browser = openBrowser(site);
    await browser.post("/sign-in", ADA);
    expect((await browser.get("/sign-out")).headers.location).toBe("/");
    expect(await signedInAs(browser)).toBe("Ada");
  });
});
