import { TOTP, Secret } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import { removeAuthenticator, replaceRecoveryCodes } from "#app/domain/accounts/change-authenticator.server.ts";
import { checkSecondFactor } from "#app/domain/accounts/check-second-factor.server.ts";
import { findAuthenticator } from "#app/domain/accounts/find-authenticator.server.ts";
import { confirmAuthenticator, startAuthenticator } from "#app/domain/accounts/set-up-authenticator.server.ts";
import { db } from "#app/platform/db.server.ts";
import { createSession, findSignedIn } from "#app/platform/sessions.server.ts";
import type { SignedIn } from "#app/platform/sessions.server.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const STEP_MS = 30_000;
const NOW = new Date("2026-11-22T10:00:10Z");
const later = (steps: number) => new Date(NOW.getTime() + steps * STEP_MS);

let owner: SignedIn;
let cookie: string;

async function signIn(userId: string): Promise<{ viewer: SignedIn; cookie: string }> {
  const header = `sid=${await createSession(userId)}`;
  const viewer = await findSignedIn(header);
  if (viewer === null) throw new Error("not signed in");
  return { viewer, cookie: header };
}

beforeEach(async () => {
  await emptyDatabase();
  const user = userRow({ email: "ada@example.org", displayName: "Ada" });
  await db().user.createMany({ data: [user] });
  ({ viewer: owner, cookie } = await signIn(user.id));
});

async function seedOf(userId: string): Promise<string> {
  const found = await findAuthenticator(userId);
  if (found.state !== "started") throw new Error("no seed");
  return found.seed;
}

const codeOf = (seed: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(seed), digits: 6, period: 30 }).generate({ timestamp: at.getTime() });

/** Sets the owner's authenticator up and returns its seed and recovery codes. */
async function setUp(): Promise<{ seed: string; recoveryCodes: string[]; sessionToken: string }> {
  await startAuthenticator(owner);
  const seed = await seedOf(owner.userId);
  const done = await confirmAuthenticator(owner, codeOf(seed, NOW), NOW);
  if (!done.ok) throw new Error(done.reason);
  return { seed, ...done.value };
}

const audits = async () =>
  (await db().auditEvent.findMany({ orderBy: { sequence: "asc" } })).map(({ action }) => action);

describe("A-08 setting an authenticator up", () => {
  test("counts for nothing until a code from it was given", async () => {
    await startAuthenticator(owner);
    const seed = await seedOf(owner.userId);
    expect(await findSignedIn(cookie)).toMatchObject({ hasSecondFactor: false });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, NOW), NOW)).toEqual({ ok: false, reason: "wrong" });
    expect(await confirmAuthenticator(owner, "000000", NOW)).toEqual({ ok: false, reason: "wrong" });
    expect(await findSignedIn(cookie)).toMatchObject({ hasSecondFactor: false, mfaAt: null });
  });

  test("the seed has 160 bits and is encrypted in the table", async () => {
    await startAuthenticator(owner);
    const seed = await seedOf(owner.userId);
    expect(Secret.fromBase32(seed).bytes).toHaveLength(20);
    const { secretEncrypted } = await db().totpCredential.findUniqueOrThrow({ where: { userId: owner.userId } });
    expect(Buffer.from(secretEncrypted).includes(seed)).toBe(false);
  });

  test("S-03 the session goes on under a new token with its second factor; the old token and all others are dead", async () => {
    const other = await signIn(owner.userId);
    const { sessionToken } = await setUp();
    expect(await findSignedIn(`sid=${sessionToken}`)).toMatchObject({ hasSecondFactor: true, mfaAt: NOW });
    expect(await findSignedIn(cookie)).toBeNull();
    expect(await findSignedIn(other.cookie)).toBeNull();
    expect(await db().outgoingMail.findMany({ select: { toEmail: true, subject: true } })).toEqual([
      { toEmail: "ada@example.org", subject: "An authenticator was added to your account" },
    ]);
    expect(await audits()).toEqual(["authenticator_set_up"]);
  });

  test("a session that was ended meanwhile can't finish it", async () => {
    await startAuthenticator(owner);
    const seed = await seedOf(owner.userId);
    await db().session.deleteMany();
    expect(await confirmAuthenticator(owner, codeOf(seed, NOW), NOW)).toEqual({ ok: false, reason: "gone" });
    expect(await findAuthenticator(owner.userId)).toMatchObject({ state: "started" });
  });

  test("the code that finished it does not sign in as well", async () => {
    const { seed } = await setUp();
    expect(await checkSecondFactor(owner.userId, codeOf(seed, NOW), NOW)).toEqual({ ok: false, reason: "wrong" });
  });

  test("one in use is not replaced by starting again", async () => {
    const { seed } = await setUp();
    expect(await startAuthenticator(owner)).toEqual({ ok: false, reason: "already_on" });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, later(1)), later(1))).toEqual({
      ok: true,
      value: "totp",
    });
  });

  test("F-11 fifty forms with the same code set it up once", async () => {
    await startAuthenticator(owner);
    const code = codeOf(await seedOf(owner.userId), NOW);
    const tries = await Promise.all(Array.from({ length: 50 }, () => confirmAuthenticator(owner, code, NOW)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await audits()).toEqual(["authenticator_set_up"]);
    expect(await db().session.count()).toBe(1);
  });
});

describe("A-08 codes of the authenticator", () => {
  test("are accepted one step early and late, not two", async () => {
    const { seed } = await setUp();
    const at = later(10);
    expect(await checkSecondFactor(owner.userId, codeOf(seed, later(8)), at)).toMatchObject({ ok: false });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, later(12)), at)).toMatchObject({ ok: false });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, later(9)), at)).toMatchObject({ ok: true });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, later(11)), at)).toMatchObject({ ok: true });
  });

  test("work once, and none works that is older than the last one", async () => {
    const { seed } = await setUp();
    const at = later(10);
    expect(await checkSecondFactor(owner.userId, codeOf(seed, at), at)).toEqual({ ok: true, value: "totp" });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, at), at)).toEqual({ ok: false, reason: "wrong" });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, later(9)), at)).toEqual({ ok: false, reason: "wrong" });
  });

  test("F-11 of fifty senders of one code one gets in", async () => {
    const { seed } = await setUp();
    const code = codeOf(seed, later(2));
    const tries = await Promise.all(Array.from({ length: 50 }, () => checkSecondFactor(owner.userId, code, later(2))));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("after five wrong ones not even the right one is accepted, and others are not kept out", async () => {
    const { seed } = await setUp();
    for (let n = 0; n < 5; n++) {
      expect(await checkSecondFactor(owner.userId, "000000", later(2))).toEqual({ ok: false, reason: "wrong" });
    }
    const right = codeOf(seed, later(2));
    expect(await checkSecondFactor(owner.userId, right, later(2))).toEqual({ ok: false, reason: "blocked" });
    expect(await db().rateLimit.count()).toBe(1);
    const other = userRow();
    await db().user.createMany({ data: [other] });
    expect(await checkSecondFactor(other.id, "000000", later(2))).toEqual({ ok: false, reason: "wrong" });
  });

  test("a right one makes the earlier wrong ones forgotten", async () => {
    const { seed } = await setUp();
    for (let round = 1; round <= 3; round++) {
      for (let n = 0; n < 3; n++) await checkSecondFactor(owner.userId, "000000", later(2 * round));
      const right = codeOf(seed, later(2 * round));
      expect(await checkSecondFactor(owner.userId, right, later(2 * round))).toEqual({ ok: true, value: "totp" });
    }
  });
});

describe("A-08 recovery codes", () => {
  test("are ten, of which the table has only hashes", async () => {
    const { recoveryCodes } = await setUp();
    expect(new Set(recoveryCodes).size).toBe(10);
    const { recoveryCodeHashes } = await db().totpCredential.findUniqueOrThrow({ where: { userId: owner.userId } });
    expect(recoveryCodeHashes).toHaveLength(10);
    expect(recoveryCodeHashes.filter((hash) => recoveryCodes.includes(hash))).toEqual([]);
  });

  test("sign in once each, however they are spelled, and the owner is told", async () => {
    const { recoveryCodes } = await setUp();
    const [first = "", second = ""] = recoveryCodes;
    const typed = ` ${first.toLowerCase().replaceAll("-", " ")} `;
    expect(await checkSecondFactor(owner.userId, typed, NOW)).toEqual({ ok: true, value: "recovery" });
    expect(await checkSecondFactor(owner.userId, first, NOW)).toEqual({ ok: false, reason: "wrong" });
    expect(await checkSecondFactor(owner.userId, second, NOW)).toEqual({ ok: true, value: "recovery" });
    expect(await findAuthenticator(owner.userId)).toMatchObject({ state: "on", recoveryCodesLeft: 8 });
    expect(await audits()).toContain("recovery_code_used");
    const mails = await db().outgoingMail.findMany({ where: { subject: { contains: "recovery code" } } });
    expect(mails).toHaveLength(2);
  });

  test("F-11 of fifty senders of one code one gets in", async () => {
    const { recoveryCodes } = await setUp();
    const [code = ""] = recoveryCodes;
    const tries = await Promise.all(Array.from({ length: 50 }, () => checkSecondFactor(owner.userId, code, NOW)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findAuthenticator(owner.userId)).toMatchObject({ recoveryCodesLeft: 9 });
  });

  test("of somebody else don't work, and new ones end the old ones", async () => {
    const { recoveryCodes } = await setUp();
    const [old = ""] = recoveryCodes;
    const other = userRow();
    await db().user.createMany({ data: [other] });
    expect(await checkSecondFactor(other.id, old, NOW)).toMatchObject({ ok: false });
    const replaced = await replaceRecoveryCodes(owner.userId, NOW);
    if (!replaced.ok) throw new Error(replaced.reason);
    expect(await checkSecondFactor(owner.userId, old, NOW)).toMatchObject({ ok: false });
    expect(await checkSecondFactor(owner.userId, replaced.value[9] ?? "", NOW)).toMatchObject({ ok: true });
  });

  test("are not made for an account without an authenticator in use", async () => {
    await startAuthenticator(owner);
    expect(await replaceRecoveryCodes(owner.userId, NOW)).toEqual({ ok: false, reason: "not_on" });
  });
});

describe("A-08 turning it off", () => {
  test("its owner can, and is told", async () => {
    const { seed } = await setUp();
    expect(await removeAuthenticator(owner.userId, NOW)).toEqual({ ok: true, value: null });
    expect(await findAuthenticator(owner.userId)).toEqual({ state: "off" });
    expect(await checkSecondFactor(owner.userId, codeOf(seed, later(1)), later(1))).toMatchObject({ ok: false });
    expect(await audits()).toContain("authenticator_removed");
  });

  test("its sessions count as signed in without a code again", async () => {
    const { sessionToken } = await setUp();
    await removeAuthenticator(owner.userId, NOW);
    expect(await findSignedIn(`sid=${sessionToken}`)).toMatchObject({ hasSecondFactor: false, mfaAt: null });
  });

  test("a moderator can't", async () => {
    await setUp();
    await db().user.update({ where: { id: owner.userId }, data: { roles: ["client", "moderator"] } });
    expect(await removeAuthenticator(owner.userId, NOW)).toEqual({ ok: false, reason: "moderator" });
    expect(await findAuthenticator(owner.userId)).toMatchObject({ state: "on" });
  });
});
