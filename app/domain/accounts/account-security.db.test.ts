import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { confirmEmailChange, requestEmailChange } from "#app/domain/accounts/change-email.server.ts";
import { changePassword } from "#app/domain/accounts/change-password.server.ts";
import { confirmItIsYou } from "#app/domain/accounts/confirm-it-is-you.server.ts";
import { endOtherSessions, endSessionByHandle } from "#app/domain/accounts/end-sessions.server.ts";
import { isPassword } from "#app/domain/accounts/hash-password.server.ts";
import { listSessions } from "#app/domain/accounts/list-sessions.server.ts";
import { sealSeed } from "#app/domain/accounts/one-time-code.server.ts";
import { db } from "#app/platform/db.server.ts";
import { unseal } from "#app/platform/secret-box.server.ts";
import { createSession, findSignedIn } from "#app/platform/sessions.server.ts";
import type { SignedIn } from "#app/platform/sessions.server.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { passwordHashOf } from "../../../tests/support/password-hash.ts";

const OLD = "four quiet words here";
const NEW = "umbrella gravel sonnet tin";
const NOW = new Date();

let owner: SignedIn;
let cookie: string;
const passwordHash = await passwordHashOf(OLD);

async function signIn(userId: string): Promise<{ viewer: SignedIn; cookie: string }> {
  const header = `sid=${await createSession(userId, { device: "Firefox on Linux" })}`;
  const viewer = await findSignedIn(header);
  if (viewer === null) throw new Error("not signed in");
  return { viewer, cookie: header };
}

beforeEach(async () => {
  await emptyDatabase();
  const user = userRow({ email: "ada@example.org", displayName: "Ada", passwordHash });
  await db().user.createMany({ data: [user] });
  ({ viewer: owner, cookie } = await signIn(user.id));
});

const isTheirPassword = async (password: string) => {
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  const verdict = await isPassword(passwordHash, password);
  return verdict.ok && verdict.value;
};

const mails = async () =>
  (await db().outgoingMail.findMany({ orderBy: { createdAt: "asc" } })).map(
    ({ toEmail, subject }) => `${toEmail}: ${subject}`,
  );

const audits = async () =>
  (await db().auditEvent.findMany({ orderBy: { sequence: "asc" } })).map(({ action }) => action);

/** The token in the link of the mail to an address. */
async function mailedToken(to: string): Promise<string> {
  const { sealed } = await db().outgoingMail.findFirstOrThrow({
    where: { toEmail: to, key: { startsWith: "change-email" } },
  });
  const mail = z
    .object({ action: z.object({ path: z.string() }) })
    .parse(JSON.parse(unseal("mail", sealed ?? new Uint8Array())));
  return mail.action.path.replace("/verify-email/", "");
}

describe("A-09 changing the password", () => {
  const change = (more: Partial<Parameters<typeof changePassword>[1]> = {}) =>
    changePassword(owner, { currentPassword: OLD, newPassword: NEW, endOthers: true, ...more }, NOW);

  test("needs the current one, and counts the wrong ones", async () => {
    expect(await change({ currentPassword: "not the password at all" })).toEqual({ ok: false, reason: "wrong" });
    expect(await isTheirPassword(OLD)).toBe(true);
    for (let n = 1; n < 10; n++) await change({ currentPassword: "not the password at all" });
    expect(await change()).toEqual({ ok: false, reason: "blocked" });
    expect(await audits()).toEqual(Array.from({ length: 10 }, () => "password_refused"));
  });

  test("S-03 gives this session a new token, ends the others when asked, and tells the owner", async () => {
    const other = await signIn(owner.userId);
    const done = await change();
    if (!done.ok) throw new Error(JSON.stringify(done.reason));
    expect(await isTheirPassword(NEW)).toBe(true);
    expect(await findSignedIn(`sid=${done.value}`)).toMatchObject({ userId: owner.userId });
    expect(await findSignedIn(cookie)).toBeNull();
    expect(await findSignedIn(other.cookie)).toBeNull();
    expect(await mails()).toEqual(["ada@example.org: Your password was changed"]);
    expect(await audits()).toEqual(["password_changed"]);
  });

  test("leaves other sessions alone when asked to", async () => {
    const other = await signIn(owner.userId);
    expect(await change({ endOthers: false })).toMatchObject({ ok: true });
    expect(await findSignedIn(other.cookie)).not.toBeNull();
    expect(await findSignedIn(cookie)).toBeNull();
  });

  test.each([
    ["too short", "short one"],
    ["the same again", OLD],
    ["on everybody's list", "passwordpassword"],
  ])("refuses one that is %s, with a sentence for the owner", async (_name, newPassword) => {
    const refused = await change({ newPassword });
    expect(refused).toMatchObject({ ok: false, reason: { unfit: expect.stringMatching(/\.$/) as string } });
    expect(await isTheirPassword(OLD)).toBe(true);
    expect(await findSignedIn(cookie)).not.toBeNull();
  });

  test("voids links that were mailed before", async () => {
    await requestEmailChange(owner.userId, { password: OLD, email: "new@example.org" }, NOW);
    await change();
    expect(await confirmEmailChange(await mailedToken("new@example.org"), NOW)).toEqual({ ok: false, reason: "over" });
  });

  test("from a session that was ended meanwhile changes nothing", async () => {
    await db().session.deleteMany();
    expect(await change()).toEqual({ ok: false, reason: "gone" });
    expect(await isTheirPassword(OLD)).toBe(true);
    expect(await mails()).toEqual([]);
  });

  test("F-11 of ten forms at once one changes it", async () => {
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, n) => change({ newPassword: `${NEW} number ${n}`, endOthers: false })),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await audits()).filter((action) => action === "password_changed")).toHaveLength(1);
  });
});

describe("A-07 changing the e-mail address", () => {
  const ask = (email = "new@example.org", password = OLD) => requestEmailChange(owner.userId, { password, email }, NOW);
  const address = async () => (await db().user.findUniqueOrThrow({ where: { id: owner.userId } })).email;

  test("needs the password", async () => {
    expect(await ask("new@example.org", "not the password at all")).toEqual({ ok: false, reason: "wrong" });
    expect(await mails()).toEqual([]);
  });

  test("happens only when the link in the new mailbox is used; the old address is told before and after", async () => {
    expect(await ask()).toEqual({ ok: true, value: null });
    expect(await address()).toBe("ada@example.org");
    expect((await mails()).sort()).toEqual([
      "ada@example.org: A new e-mail address was asked for",
      "new@example.org: Confirm your new e-mail address",
    ]);
    const token = await mailedToken("new@example.org");
    expect(await confirmEmailChange(token, NOW)).toEqual({ ok: true, value: { userId: owner.userId } });
    expect(await address()).toBe("new@example.org");
    expect(await mails()).toContain("ada@example.org: The e-mail address of your account was changed");
    expect(await audits()).toEqual(["email_change_asked", "email_changed"]);
  });

  test("F-11 the link works once, of ten that use it at once for one", async () => {
    await ask();
    const token = await mailedToken("new@example.org");
    const tries = await Promise.all(Array.from({ length: 10 }, () => confirmEmailChange(token, NOW)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await confirmEmailChange(token, NOW)).toEqual({ ok: false, reason: "over" });
  });

  test("the link works for one hour, and a newer one ends it", async () => {
    await ask();
    const first = await mailedToken("new@example.org");
    expect(await confirmEmailChange(first, new Date(NOW.getTime() + 3_600_001))).toEqual({ ok: false, reason: "over" });
    await requestEmailChange(owner.userId, { password: OLD, email: "newer@example.org" }, new Date(NOW.getTime() + 1));
    expect(await confirmEmailChange(first, NOW)).toEqual({ ok: false, reason: "over" });
    expect(await address()).toBe("ada@example.org");
  });

  test("A-04 an address that another account has gets the same answer and no mail", async () => {
    await db().user.createMany({ data: [userRow({ email: "taken@example.org" })] });
    expect(await ask("taken@example.org")).toEqual({ ok: true, value: null });
    expect(await mails()).toEqual(["ada@example.org: A new e-mail address was asked for"]);
  });

  test("A-04 an address that is taken meanwhile stays with who took it", async () => {
    await ask();
    const token = await mailedToken("new@example.org");
    await db().user.createMany({ data: [userRow({ email: "new@example.org" })] });
    expect(await confirmEmailChange(token, NOW)).toEqual({ ok: false, reason: "over" });
    expect(await address()).toBe("ada@example.org");
  });

  test("two accounts that confirm one address at the same moment: one gets it", async () => {
    const other = userRow({ email: "bo@example.org", passwordHash });
    await db().user.createMany({ data: [other] });
    await ask();
    const first = await mailedToken("new@example.org");
    await db().outgoingMail.deleteMany();
    await requestEmailChange(other.id, { password: OLD, email: "new@example.org" }, NOW);
    const second = await mailedToken("new@example.org");
    const tries = await Promise.all([confirmEmailChange(first, NOW), confirmEmailChange(second, NOW)]);
    expect(tries.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test("a suspended account can't", async () => {
    await ask();
    await db().user.update({ where: { id: owner.userId }, data: { suspendedAt: NOW } });
    expect(await confirmEmailChange(await mailedToken("new@example.org"), NOW)).toEqual({ ok: false, reason: "over" });
  });

  test("three links an hour are the most", async () => {
    for (const n of [1, 2, 3]) expect(await ask(`new${n}@example.org`)).toMatchObject({ ok: true });
    expect(await ask("new4@example.org")).toEqual({ ok: false, reason: "too_many" });
  });
});

describe("A-08 giving the password again", () => {
  const longAgo = new Date(NOW.getTime() - 3_600_000);
  beforeEach(async () => {
    await db().session.updateMany({ data: { lastAuthAt: longAgo } });
  });

  test("S-03 opens sensitive acts under a new token; the second factor isn't made up", async () => {
    const done = await confirmItIsYou(owner, { currentPassword: OLD, code: "" }, NOW);
    if (!done.ok) throw new Error(done.reason);
    expect(await findSignedIn(`sid=${done.value}`)).toMatchObject({ lastAuthAt: NOW, mfaAt: null });
    expect(await findSignedIn(cookie)).toBeNull();
  });

  test("a wrong password changes nothing", async () => {
    expect(await confirmItIsYou(owner, { currentPassword: NEW, code: "" }, NOW)).toEqual({
      ok: false,
      reason: "wrong",
    });
    expect(await findSignedIn(cookie)).toMatchObject({ lastAuthAt: longAgo });
  });

  test("an account with an authenticator has to give a code as well", async () => {
    await db().totpCredential.create({
      data: { userId: owner.userId, secretEncrypted: sealSeed("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"), confirmedAt: NOW },
    });
    const asked = { ...owner, hasSecondFactor: true };
    expect(await confirmItIsYou(asked, { currentPassword: OLD, code: "" }, NOW)).toEqual({
      ok: false,
      reason: "wrong_code",
    });
    expect(await findSignedIn(cookie)).toMatchObject({ lastAuthAt: longAgo });
  });
});

describe("S-06 sessions of one's own", () => {
  test("are listed, the one that asks first and marked, without anything that names them elsewhere", async () => {
    await signIn(owner.userId);
    const stranger = userRow();
    await db().user.createMany({ data: [stranger] });
    await signIn(stranger.id);
    const sessions = await listSessions(owner, new Date());
    expect(sessions.map(({ isThis, device }) => [isThis, device])).toEqual([
      [true, "Firefox on Linux"],
      [false, "Firefox on Linux"],
    ]);
    const ids = (await db().session.findMany()).map(({ id }) => id);
    expect(ids.filter((id) => JSON.stringify(sessions).includes(id))).toEqual([]);
  });

  test("the last use is known to the hour, though reading pages writes nothing more", async () => {
    const idle = 14 * 86_400_000;
    const threeHoursAgo = Date.now() - 3 * 3_600_000;
    await db().session.updateMany({ data: { expiresAt: new Date(threeHoursAgo + idle) } });
    const [before] = await listSessions(owner, new Date());
    expect(before?.lastUsedAt.getTime()).toBe(threeHoursAgo);
    await findSignedIn(cookie);
    const [after] = await listSessions(owner, new Date());
    expect(after?.lastUsedAt.getTime()).toBeGreaterThan(threeHoursAgo + 2 * 3_600_000);
    const { expiresAt } = await db().session.findUniqueOrThrow({ where: { id: owner.sessionId } });
    await findSignedIn(cookie);
    expect(await db().session.findUniqueOrThrow({ where: { id: owner.sessionId } })).toMatchObject({ expiresAt });
  });

  test("end one by one, or all but this one", async () => {
    const second = await signIn(owner.userId);
    const third = await signIn(owner.userId);
    const named = (await listSessions(second.viewer, new Date()))[0];
    expect(await endSessionByHandle(owner, named?.handle ?? "")).toEqual({ ok: true, value: null });
    expect(await findSignedIn(second.cookie)).toBeNull();
    expect(await findSignedIn(third.cookie)).not.toBeNull();
    await endOtherSessions(owner);
    expect(await findSignedIn(third.cookie)).toBeNull();
    expect(await findSignedIn(cookie)).not.toBeNull();
    expect(await audits()).toEqual(["session_ended", "sessions_ended"]);
  });

  test("Z-02 somebody else's can't be ended, by handle or by id, and look like none", async () => {
    const stranger = userRow();
    await db().user.createMany({ data: [stranger] });
    const theirs = await signIn(stranger.id);
    const [named] = await listSessions(theirs.viewer, new Date());
    for (const handle of [named?.handle ?? "", theirs.viewer.sessionId, "nothing"]) {
      expect(await endSessionByHandle(owner, handle)).toEqual({ ok: false, reason: "not_found" });
    }
    await endOtherSessions(owner);
    expect(await findSignedIn(theirs.cookie)).not.toBeNull();
  });
});
