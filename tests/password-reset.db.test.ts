import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { seal } from "#app/platform/secret-box.server.ts";
import { userRow } from "../prisma/factories/user-row.ts";
import { linkMailedTo, mailsTo, openBrowser } from "./support/browser.ts";
import { emptyDatabase } from "./support/database.ts";
import { passwordHashOf } from "./support/password-hash.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";

const EMAIL = "ada@example.org";
const OLD = "plum otter zebra orbit";
const NEW = "violin harbour quilt moss";

let site: Site;
let passwordHash: string;
let userId: string;
beforeAll(async () => {
  passwordHash = await passwordHashOf(OLD);
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  await emptyDatabase();
  const row = userRow({ email: EMAIL, displayName: "Ada", passwordHash, emailVerifiedAt: null });
  userId = row.id;
  await db().user.createMany({ data: [row] });
});

const ask = (email = EMAIL) => openBrowser(site).post("/forgot-password", { email });
async function askedLink() {
  await ask();
  return linkMailedTo(EMAIL);
}
const signIn = (password: string, browser = openBrowser(site)) => browser.post("/sign-in", { email: EMAIL, password });

describe("A-06 a forgotten password", () => {
  test("is replaced by a link that works once; all sessions end and the address counts as confirmed", async () => {
    const elsewhere = openBrowser(site);
    await signIn(OLD, elsewhere);
    const link = await askedLink();
    const browser = openBrowser(site);
    const page = await browser.get(link);
    expect([page.status, page.headers["referrer-policy"], page.headers["cache-control"]]).toEqual([
      200,
      "strict-origin",
      "no-store",
    ]);
    expect((await browser.get(link)).body).toContain("New password");
    const done = await browser.post(link, { password: NEW });
    expect([done.status, done.headers.location]).toEqual([303, "/sign-in?new-password"]);
    expect(browser.cookie("sid")).toBeUndefined();
    expect((await elsewhere.get("/account")).headers.location).toContain("/sign-in");
    expect((await db().user.findFirstOrThrow()).emailVerifiedAt).not.toBeNull();
    expect((await signIn(OLD)).status).toBe(400);
    expect((await signIn(NEW)).status).toBe(303);
    expect((await browser.post(link, { password: OLD })).body).toContain("This link no longer works");
    expect((await signIn(NEW)).status).toBe(303);
    expect((await mailsTo(EMAIL)).at(-1)?.subject).toBe("Your password was changed");
  });

  test("reads the same for an address without an account, which gets no mail (A-04)", async () => {
    const [known, unknown] = [await ask(), await ask("eve@example.org")];
    const length = ({ body }: typeof known) => body.replaceAll(/ada@example\.org|eve@example\.org/g, "-").length;
    expect([unknown.status, length(unknown)]).toEqual([200, length(known)]);
    expect(known.body).toContain("If there is an account with this address");
    expect(await db().outgoingMail.count()).toBe(1);
  });

  test("of two who use a link at once one sets the password", async () => {
    const link = await askedLink();
    const statuses = await Promise.all(
      [NEW, `${NEW} two`, `${NEW} three`].map(
        async (password) => (await openBrowser(site).post(link, { password })).status,
      ),
    );
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { action: "password_reset" } })).toBe(1);
  });

  test("an older link is void once a newer one is sent, and any link after an hour or a change of address", async () => {
    const older = await askedLink();
    const newer = await askedLink();
    expect((await openBrowser(site).post(older, { password: NEW })).status).toBe(400);
    await db().user.updateMany({ data: { email: "new@example.org" } });
    expect((await openBrowser(site).post(newer, { password: NEW })).status).toBe(400);
    await db().user.updateMany({ data: { email: EMAIL } });
    const late = await askedLink();
    await db().verificationToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await openBrowser(site).post(late, { password: NEW })).status).toBe(400);
    expect((await db().user.findFirstOrThrow()).passwordHash).toBe(passwordHash);
  });

  test("a weak new password is refused and leaves the link as it was", async () => {
    const link = await askedLink();
    const refused = await openBrowser(site).post(link, { password: "passwordpassword" });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain("easy to guess");
    expect((await openBrowser(site).post(link, { password: NEW })).status).toBe(303);
  });

  test("the second factor is still asked for afterwards", async () => {
    const secretEncrypted = seal("totp", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
    await db().totpCredential.create({ data: { userId, secretEncrypted, confirmedAt: new Date() } });
    await openBrowser(site).post(await askedLink(), { password: NEW });
    expect((await signIn(NEW)).headers.location).toBe("/sign-in/code?returnTo=%2Faccount");
    expect(await db().session.count()).toBe(0);
  });

  test("a verification link sets no password, and a reset link confirms no address", async () => {
    await openBrowser(site).post("/verify-email", { email: EMAIL });
    const verify = (await linkMailedTo(EMAIL)).replace("verify-email", "reset-password");
    expect((await openBrowser(site).post(verify, { password: NEW })).status).toBe(400);
    const reset = (await askedLink()).replace("reset-password", "verify-email");
    expect((await openBrowser(site).post(reset, { password: OLD })).status).toBe(400);
  });

  test("the mail holds a path and no host, whatever the request said it was", async () => {
    const browser = openBrowser(site);
    const poisoned = await browser.post("/forgot-password", { email: EMAIL }, { "X-Forwarded-Host": "evil.example" });
    expect(poisoned.status).toBe(200);
    const [mail] = await mailsTo(EMAIL);
    expect(mail?.action?.path).toMatch(/^\/reset-password\/[\w-]{43}$/);
    expect(JSON.stringify(mail)).not.toContain("evil");
    expect((await browser.post("/forgot-password", { email: EMAIL }, { Host: "evil.example" })).status).toBe(421);
  });

  test("no token is in the log or in a table as it is", async () => {
    const link = await askedLink();
    const token = link.split("/").at(-1) ?? "";
    await openBrowser(site).get(link);
    await openBrowser(site).post(link, { password: "passwordpassword" });
    expect(site.log()).not.toContain(token);
    const rows = [await db().verificationToken.findMany(), await db().outgoingMail.findMany()];
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("R-01 the fourth mail within an hour is refused, for an address without an account too", async () => {
    for (const email of [EMAIL, "eve@example.org"]) {
      for (let count = 0; count < 3; count++) expect((await ask(email)).status).toBe(200);
      const refused = await ask(email);
      expect([refused.status, Number(refused.headers["retry-after"]) > 3_000]).toEqual([429, true]);
    }
  });
});
