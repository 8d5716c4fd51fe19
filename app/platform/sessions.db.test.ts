import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { createSession, findSignedIn, readSessionToken } from "#app/platform/sessions.server.ts";
import { emptyDatabase } from "../../tests/support/database.ts";

let userId: string;
beforeEach(async () => {
  await emptyDatabase();
  const user = await db().user.create({ data: { email: "a@example.org", passwordHash: "x", displayName: "Ada" } });
  userId = user.id;
});

describe("S-07 cookies that are not one well-formed session", () => {
  const token = "a".repeat(43);
  test.each([
    ["nothing", null],
    ["a lone per cent sign", "sid=%"],
    ["half an escape", "sid=%E0%A4%A"],
    ["eight kilobytes", `sid=${"a".repeat(9_000)}`],
    ["the same name twice", `sid=${token}; sid=${token}`],
    ["an empty value", "sid="],
    ["a name that only ends alike", `xsid=${token}`],
    ["quotes around it", `sid="${token}"`],
  ])("%s: nobody, and no error", async (_name, header) => {
    expect(readSessionToken(header)).toBeNull();
    expect(await findSignedIn(header)).toBeNull();
  });

  test("a missing blank after the semicolon is no reason to refuse", () => {
    expect(readSessionToken(`theme=dark;sid=${token};x=%`)).toBe(token);
  });
});

describe("sessions", () => {
  test("the token signs in, and only its hash is stored (S-02)", async () => {
    const token = await createSession(userId);
    expect(await findSignedIn(`sid=${token}`)).toMatchObject({ userId, displayName: "Ada", roles: ["client"] });
    const [row] = await db().session.findMany();
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(await findSignedIn(`sid=${row?.id ?? ""}`)).toBeNull();
  });

  test("a suspended account is nobody at its next request (Z-05)", async () => {
    const token = await createSession(userId);
    await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
    expect(await findSignedIn(`sid=${token}`)).toBeNull();
  });

  test("a session ends 30 days after sign-in, however much it is used (S-04)", async () => {
    const token = await createSession(userId);
    await db().session.updateMany({ data: { createdAt: new Date(Date.now() - 31 * 86_400_000) } });
    expect(await findSignedIn(`sid=${token}`)).toBeNull();
    expect(await db().session.count()).toBe(0);
  });

  test("a session that was not used for 14 days is over (S-04)", async () => {
    const token = await createSession(userId);
    await db().session.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await findSignedIn(`sid=${token}`)).toBeNull();
  });
});
