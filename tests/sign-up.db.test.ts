import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { reviewRow } from "../prisma/factories/review-row.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { linkMailedTo, mailsTo, openBrowser } from "./support/browser.ts";
import { emptyDatabase } from "./support/database.ts";
import { openSite } from "./support/open-site.ts";
import type { Reply, Site } from "./support/open-site.ts";

const PASSWORD = "plum otter zebra orbit";
const ADA = { email: "ada@example.org", displayName: "Ada", password: PASSWORD, isAdult: "yes" };

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(() => emptyDatabase());

/** What somebody learns from an answer: everything but the words that differ from one to the next anyway. */
function plain({ status, headers, body }: Reply) {
  const { date: _date, "x-request-id": id, "content-security-policy": policy, ...rest } = headers;
  const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "-";
  const blank = (text: string) =>
    text
      .replaceAll(nonce, "-")
      .replaceAll(String(id), "-")
      .replace(/[\w-]{22}\.[\w-]{43}/g, "device");
  return { status, headers: blank(JSON.stringify(rest)), body: blank(body) };
}

describe("A-01 A-02 P-09 the form", () => {
  test.each([
    [{ password: "plum otter" }, "This password has 10 characters. Make it at least 15"],
    [{ password: "passwordpassword" }, "easy to guess"],
    [{ password: "ada ada ada ada" }, /your name or address|easy to guess/],
    [{ email: "ada" }, "This is not a whole e-mail address"],
    [{ displayName: "<b>Ada</b>" }, "A display name is one line"],
    [{ isAdult: "" }, "Hairline is for adults"],
  ])("%o is refused with words beside the field, and nothing is kept", async (wrong, words) => {
    const reply = await openBrowser(site).post("/sign-up", { ...ADA, ...wrong });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatch(words);
    expect(reply.body).not.toContain("plum otter zebra");
    expect(await db().user.count()).toBe(0);
  });

  test("Z-04 a role, a confirmed address or an id that somebody adds to it is ignored", async () => {
    const more = { roles: "moderator", role: "moderator", emailVerifiedAt: "2026-01-01", id: "1", isSample: "true" };
    await openBrowser(site).post("/sign-up", { ...ADA, ...more });
    const [user] = await db().user.findMany();
    expect(user).toMatchObject({ roles: ["client"], emailVerifiedAt: null, isSample: false, email: ADA.email });
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("an address is the same in capital letters", async () => {
    await openBrowser(site).post("/sign-up", ADA);
    await openBrowser(site).post("/sign-up", { ...ADA, email: " ADA@Example.ORG " });
    expect(await db().user.count()).toBe(1);
  });
});

describe("A-04 whether an address has an account", () => {
  test("shows neither in what the form answers nor in its cookies; the owner is told by mail", async () => {
    const fresh = plain(await openBrowser(site).post("/sign-up", ADA));
    const [user] = await db().user.findMany();
    const again = plain(
      await openBrowser(site).post("/sign-up", { ...ADA, displayName: "Eve", password: `${PASSWORD}!` }),
    );
    expect(fresh.status).toBe(200);
    expect(again).toEqual(fresh);
    expect(await db().user.findMany()).toEqual([user]);
    expect((await mailsTo(ADA.email)).map(({ subject }) => subject)).toEqual([
      "Confirm your e-mail address",
      "You already have an account",
    ]);
  });

  test("of eight who sign up with one address at the same moment one makes the account, and all read the same", async () => {
    await db().rateLimit.deleteMany();
    const replies = await Promise.all(Array.from({ length: 8 }, () => openBrowser(site).post("/sign-up", ADA)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await db().user.count()).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "signed_up" } })).toBe(1);
  });

  test("R-01 the account after thirty within an hour from one address is refused in the form's words", async () => {
    for (let count = 0; count < 30; count++) {
      expect((await openBrowser(site).post("/sign-up", { ...ADA, email: `ada${count}@example.org` })).status).toBe(200);
    }
    const reply = await openBrowser(site).post("/sign-up", { ...ADA, email: "bo@example.org" });
    expect(reply.status).toBe(429);
    expect(Number(reply.headers["retry-after"])).toBeGreaterThan(3_000);
    expect(reply.body).toContain("That was tried too often");
    expect(reply.body).toContain("bo@example.org");
  });
});

describe("A-07 confirming the address", () => {
  async function signedUp() {
    const browser = openBrowser(site);
    await browser.post("/sign-up", ADA);
    const { id } = await db().user.findUniqueOrThrow({ where: { email: ADA.email } });
    return { browser, id, link: await linkMailedTo(ADA.email) };
  }
  const isVerified = async () => (await db().user.findFirstOrThrow()).emailVerifiedAt !== null;

  test("opening the link changes nothing, however often; the button confirms, signs in and works once", async () => {
    const { browser, link } = await signedUp();
    for (let opened = 0; opened < 3; opened++) {
      const page = await browser.get(link);
      expect([page.status, page.headers["referrer-policy"], page.headers["cache-control"]]).toEqual([
        200,
        "strict-origin",
        "no-store",
      ]);
      expect(page.body).toContain("Confirm this address");
    }
    expect(await isVerified()).toBe(false);
    const done = await browser.post(link, {});
    expect([done.status, done.headers.location]).toEqual([303, "/account"]);
    expect(await isVerified()).toBe(true);
    expect((await browser.get("/")).body).toContain('<a href="/account">Ada</a>');
    const again = await openBrowser(site).post(link, { password: PASSWORD });
    expect(again.status).toBe(400);
    expect(again.body).toContain("This link no longer works");
  });

  test.each([
    ["/technicians/bo/reviews/new?code=7KQM-X2FD-94TR", "/technicians/bo/reviews/new?code=7KQM-X2FD-94TR"],
    ["//evil.example/", "/account"],
    ["https://evil.example/", "/account"],
  ])("whoever was on their way to %s goes on to %s", async (wish, target) => {
    const browser = openBrowser(site);
    await browser.post(`/sign-up?${new URLSearchParams({ returnTo: wish }).toString()}`, ADA);
    const done = await browser.post(await linkMailedTo(ADA.email), {});
    expect([done.status, done.headers.location]).toEqual([303, target]);
  });

  test("in a browser that the account never used the password is asked for: nobody confirms what others made", async () => {
    const { link } = await signedUp();
    const phone = openBrowser(site);
    expect((await phone.get(link)).body).toContain('type="password"');
    expect((await phone.post(link, {})).status).toBe(400);
    expect((await phone.post(link, { password: "plum otter zebra wrong" })).status).toBe(400);
    expect(await isVerified()).toBe(false);
    expect((await phone.post(link, { password: PASSWORD })).status).toBe(303);
    expect(await isVerified()).toBe(true);
  });

  test("S-03 a session from before has a new token afterwards, and others are over", async () => {
    const { browser, link } = await signedUp();
    const elsewhere = openBrowser(site);
    await elsewhere.post("/sign-in", { email: ADA.email, password: PASSWORD });
    await browser.post("/sign-in", { email: ADA.email, password: PASSWORD });
    const before = browser.cookie("sid");
    await browser.post(link, {});
    expect(browser.cookie("sid")).not.toBe(before);
    expect((await elsewhere.get("/account")).headers.location).toContain("/sign-in");
  });

  test("reviews that waited for the address go on", async () => {
    const { browser, id, link } = await signedUp();
    const technician = technicianRow({ slug: "bo", name: "Bo" });
    await db().technician.createMany({ data: [technician] });
    await db().review.createMany({
      data: [reviewRow({ technicianId: technician.id, authorId: id, status: "awaiting_contact", publishedAt: null })],
    });
    await browser.post(link, {});
    expect((await db().review.findFirstOrThrow()).status).toBe("pending");
  });

  test("a link is stored as its hash, ends after a day, and when a newer one is sent", async () => {
    const { browser, link } = await signedUp();
    const token = link.split("/").at(-1) ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    const [row] = await db().verificationToken.findMany();
    expect(JSON.stringify(row)).not.toContain(token);
    const resent = await browser.post("/verify-email", { email: ADA.email });
    expect(resent.body).toContain("a mail with a new link is on its way");
    expect((await browser.post(link, {})).status).toBe(400);
    const newer = await linkMailedTo(ADA.email);
    await db().verificationToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await browser.post(newer, {})).status).toBe(400);
    expect(await isVerified()).toBe(false);
  });

  test("A-04 asking for the link again reads the same for an address without an account", async () => {
    await signedUp();
    const known = plain(await openBrowser(site).post("/verify-email", { email: ADA.email }));
    const unknown = plain(await openBrowser(site).post("/verify-email", { email: "eve@example.org" }));
    const blank = ({ body, ...rest }: typeof known) => ({
      ...rest,
      body: body.replaceAll(/(ada|eve)@example.org/g, "-"),
    });
    expect(blank(unknown)).toEqual(blank(known));
  });

  test("L-01 no link and no password is in the log, and none in the audit record", async () => {
    const { browser, link } = await signedUp();
    await browser.get(link);
    await browser.post(link, {});
    expect(site.log()).not.toContain(link.split("/").at(-1));
    const audit = await db().auditEvent.findMany({ orderBy: { sequence: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual(["signed_up", "email_verified"]);
    const text = JSON.stringify(audit, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(text).not.toMatch(/example\.org|plum/);
  });
});
