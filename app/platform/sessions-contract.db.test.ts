import { createHash, randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import * as withLucia from "#app/platform/sessions.server.ts";
import { emptyDatabase } from "../../tests/support/database.ts";

/*
 * Lucia is no longer kept up. What sessions have to do is written down here once and asked of two implementations, ours
 * with Lucia behind it and a small one without: changing over is a matter of this file's length.
 */

type Sessions = Pick<
  typeof withLucia,
  "createSession" | "findSignedIn" | "endSession" | "endSessionsOf" | "renewSession"
>;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const lifetimes = (isModerator: boolean) => (isModerator ? [DAY_MS / 48, DAY_MS / 2] : [14 * DAY_MS, 30 * DAY_MS]);

const withoutLucia: Sessions = {
  async createSession(userId, { mfaAt = null, device = null, ipHash = null } = {}, tx = db()) {
    const token = randomBytes(32).toString("base64url");
    const { roles } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    const [idle = 0] = lifetimes(roles.includes("moderator"));
    const expiresAt = new Date(Date.now() + idle);
    const createdAt = new Date();
    await tx.session.create({
      data: { id: hashOf(token), userId, expiresAt, createdAt, lastAuthAt: createdAt, mfaAt, device, ipHash },
    });
    return token;
  },
  async findSignedIn(cookieHeader) {
    const token = withLucia.readSessionToken(cookieHeader);
    if (token === null) return null;
    const session = await db().session.findUnique({
      where: { id: hashOf(token) },
      include: { user: { include: { totpCredential: true, technician: true } } },
    });
    if (!session) return null;
    const { user } = session;
    const [idle = 0, absolute = 0] = lifetimes(user.roles.includes("moderator"));
    const isOver = Date.now() >= session.expiresAt.getTime() || Date.now() - session.createdAt.getTime() > absolute;
    if (isOver) {
      await db().session.deleteMany({ where: { id: session.id } });
      return null;
    }
    if (session.expiresAt.getTime() - Date.now() < idle / 2) {
      await db().session.updateMany({ where: { id: session.id }, data: { expiresAt: new Date(Date.now() + idle) } });
    }
    if (user.suspendedAt) return null;
    return {
      userId: user.id,
      sessionId: session.id,
      displayName: user.displayName,
      roles: user.roles,
      isEmailVerified: user.emailVerifiedAt !== null,
      hasSecondFactor: (user.totpCredential?.confirmedAt ?? null) !== null,
      technicianId: user.technician?.id ?? null,
      lastAuthAt: session.lastAuthAt,
      mfaAt: session.mfaAt,
    };
  },
  async endSession(cookieHeader, tx = db()) {
    const token = withLucia.readSessionToken(cookieHeader);
    if (token !== null) await tx.session.deleteMany({ where: { id: hashOf(token) } });
  },
  async endSessionsOf(userId, tx, except) {
    await tx.session.deleteMany({ where: { userId, ...(except ? { id: { not: except } } : {}) } });
  },
  async renewSession(sessionId, proved, tx = db()) {
    const token = randomBytes(32).toString("base64url");
    const { count } = await tx.session.updateMany({ where: { id: sessionId }, data: { id: hashOf(token), ...proved } });
    return count === 1 ? token : null;
  },
};

describe.each<[string, Sessions]>([
  ["with Lucia", withLucia],
  ["without Lucia", withoutLucia],
])("sessions %s", (_name, { createSession, findSignedIn, endSession, endSessionsOf, renewSession }) => {
  let userId: string;
  beforeEach(async () => {
    await emptyDatabase();
    const user = await db().user.create({ data: { email: "a@example.org", passwordHash: "x", displayName: "Ada" } });
    userId = user.id;
  });
  const cookie = (token: string | null) => `theme=dark; sid=${token ?? ""}`;
  const whoIs = async (token: string | null) => (await findSignedIn(cookie(token)))?.userId ?? null;
  const setRoles = (roles: ("client" | "moderator")[]) => db().user.updateMany({ data: { roles } });

  test("S-02 a token has 256 random bits, is told once, and is stored as its hash", async () => {
    const tokens = [await createSession(userId), await createSession(userId)];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await db().session.findMany();
    expect(rows.map(({ id }) => id).sort()).toEqual(tokens.map(hashOf).sort());
    expect(await whoIs(rows[0]?.id ?? "")).toBeNull();
  });

  test("tell who is signed in, with what guards look at, and nothing secret", async () => {
    const mfaAt = new Date();
    const token = await createSession(userId, { mfaAt, device: "Firefox on Linux", ipHash: "h" });
    const signedIn = await findSignedIn(cookie(token));
    expect(signedIn).toEqual({
      userId,
      sessionId: hashOf(token),
      displayName: "Ada",
      roles: ["client"],
      isEmailVerified: false,
      hasSecondFactor: false,
      technicianId: null,
      lastAuthAt: expect.any(Date),
      mfaAt,
    });
  });

  test.each([
    ["of a member", ["client"], 14 * 24 * 60],
    ["of a moderator", ["client", "moderator"], 30],
  ] as const)("S-04 %s end when they aren't used (%s, %i minutes)", async (_who, roles, minutes) => {
    await setRoles([...roles]);
    const token = await createSession(userId);
    const { expiresAt } = await db().session.findFirstOrThrow();
    expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(minutes);
    await db().session.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await whoIs(token)).toBeNull();
    expect(await db().session.count()).toBe(0);
  });

  test.each([
    ["of a member", ["client"], 30 * 24],
    ["of a moderator", ["client", "moderator"], 12],
  ] as const)("S-04 %s end after all, however much they are used (%s, %i hours)", async (_who, roles, hours) => {
    await setRoles([...roles]);
    const token = await createSession(userId);
    const began = (ms: number) => db().session.updateMany({ data: { createdAt: new Date(Date.now() - ms) } });
    await began(hours * 3_600_000 - 60_000);
    expect(await whoIs(token)).toBe(userId);
    await began(hours * 3_600_000 + 60_000);
    expect(await whoIs(token)).toBeNull();
  });

  test("S-04 use moves the idle limit, and a role that was given shortens it from the next request", async () => {
    const token = await createSession(userId);
    await db().session.updateMany({ data: { expiresAt: new Date(Date.now() + DAY_MS) } });
    expect(await whoIs(token)).toBe(userId);
    const { expiresAt } = await db().session.findFirstOrThrow();
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 13 * DAY_MS);
    await setRoles(["moderator"]);
    await db().session.updateMany({ data: { createdAt: new Date(Date.now() - DAY_MS) } });
    expect(await whoIs(token)).toBeNull();
  });

  test("Z-05 a suspended account is nobody at its next request", async () => {
    const token = await createSession(userId);
    await db().user.updateMany({ data: { suspendedAt: new Date() } });
    expect(await whoIs(token)).toBeNull();
  });

  test("S-03 a renewed session has a new token and the old one is nobody's; an ended one is not renewed", async () => {
    const token = await createSession(userId, { device: "Firefox on Linux" });
    const before = await db().session.findFirstOrThrow();
    const mfaAt = new Date();
    const renewed = await renewSession(before.id, { mfaAt });
    expect([await whoIs(token), await whoIs(renewed)]).toEqual([null, userId]);
    expect(await db().session.findMany()).toEqual([{ ...before, id: hashOf(renewed ?? ""), mfaAt }]);
    expect(await renewSession(before.id, {})).toBeNull();
  });

  test("S-05 S-06 end one by one, or all but one, and nobody else's", async () => {
    const other = await db().user.create({ data: { email: "b@example.org", passwordHash: "x", displayName: "Bo" } });
    const [one, two, three] = [await createSession(userId), await createSession(userId), await createSession(userId)];
    const bos = await createSession(other.id);
    await endSession(cookie(one));
    expect([await whoIs(one), await whoIs(two)]).toEqual([null, userId]);
    await endSessionsOf(userId, db(), hashOf(three));
    expect([await whoIs(two), await whoIs(three), await whoIs(bos)]).toEqual([null, userId, other.id]);
    await endSessionsOf(userId, db());
    expect([await whoIs(three), await whoIs(bos)]).toEqual([null, other.id]);
  });

  test("S-07 ending a session that is none is no error", async () => {
    for (const header of [null, "sid=%", `sid=${"a".repeat(43)}`, `sid=${"a".repeat(9_000)}`]) {
      await expect(endSession(header)).resolves.toBeUndefined();
    }
  });

  test("S-05 a sign-out at the same moment as another request is not undone by it", async () => {
    for (let round = 0; round < 10; round++) {
      const token = await createSession(userId);
      await db().session.updateMany({ data: { expiresAt: new Date(Date.now() + DAY_MS) } });
      await Promise.all([whoIs(token), endSession(cookie(token)), whoIs(token)]);
      expect(await whoIs(token)).toBeNull();
    }
  });
});
