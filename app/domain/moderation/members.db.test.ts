import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { appointMember, dismissModerator } from "#app/domain/moderation/change-moderators.server.ts";
import { endMemberSessions } from "#app/domain/moderation/end-member-sessions.server.ts";
import { findMembers, readMemberHandle } from "#app/domain/moderation/find-members.server.ts";
import { liftSuspension, suspendMember } from "#app/domain/moderation/suspend-member.server.ts";
import { db } from "#app/platform/db.server.ts";
import { unseal } from "#app/platform/secret-box.server.ts";
import { createSession, findSignedIn } from "#app/platform/sessions.server.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date();
const WHY = { ground: "harassment", facts: "Three reviews threaten the technician with violence." } as const;

const robin = userRow({ email: "robin@example.org", displayName: "Robin", roles: ["client", "moderator"] });
const alex = userRow({ email: "alex@example.org", displayName: "Alex", roles: ["moderator"] });
const sam = userRow({ email: "sam@example.org", displayName: "Sam P.", roles: ["client"] });
const actor = { userId: robin.id };

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [robin, alex, sam] });
});

const cookieOf = async (userId: string) => `sid=${await createSession(userId)}`;
const rolesOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).roles;

async function mailTo(to: string) {
  const { sealed, subject } = await db().outgoingMail.findFirstOrThrow({ where: { toEmail: to } });
  const { paragraphs } = z
    .object({ paragraphs: z.array(z.string()) })
    .parse(JSON.parse(unseal("mail", sealed ?? new Uint8Array())));
  return { subject, text: paragraphs.join(" ") };
}

async function nothingHappened() {
  expect(await db().outgoingMail.count()).toBe(0);
  expect(await db().auditEvent.count()).toBe(0);
  expect(await db().moderationDecision.count()).toBe(0);
}

describe("Z-05 suspending an account", () => {
  test("ends its sessions, is recorded as a decision, and tells its owner what, why and how to object", async () => {
    const cookie = await cookieOf(sam.id);
    expect(await suspendMember(actor, sam.id, WHY, NOW)).toEqual({ ok: true, value: null });
    expect(await findSignedIn(cookie)).toBeNull();
    expect(await db().session.count()).toBe(0);
    expect(await db().moderationDecision.findMany()).toMatchObject([
      {
        subjectKind: "user",
        subjectId: sam.id,
        moderatorId: robin.id,
        fromState: "active",
        toState: "suspended",
        note: `harassment: ${WHY.facts}`,
      },
    ]);
    const { subject, text } = await mailTo("sam@example.org");
    expect(subject).toBe("Your account is suspended");
    expect(text).toContain("Threats, hate or harassment");
    expect(text).toContain(WHY.facts);
    expect(text).toContain("object");
    const [audit] = await db().auditEvent.findMany();
    expect(audit).toMatchObject({ actorId: robin.id, action: "user_decided", subjectId: sam.id, toState: "suspended" });
    expect(JSON.stringify({ ...audit, sequence: 0 })).not.toContain("threaten");
  });

  test("leaves the technician's profile as it is", async () => {
    const profile = technicianRow({ ownerId: sam.id, status: "published" });
    await db().technician.createMany({ data: [profile] });
    await suspendMember(actor, sam.id, WHY, NOW);
    expect(await db().technician.findUniqueOrThrow({ where: { id: profile.id } })).toMatchObject({
      status: "published",
    });
  });

  test("voids links that were mailed before", async () => {
    await db().verificationToken.create({
      data: { tokenHash: "x", userId: sam.id, purpose: "reset_password", email: sam.email, expiresAt: NOW },
    });
    await suspendMember(actor, sam.id, WHY, NOW);
    expect(await db().verificationToken.count()).toBe(0);
  });

  test("can be lifted and done again; twice in a row changes nothing", async () => {
    await suspendMember(actor, sam.id, WHY, NOW);
    expect(await suspendMember(actor, sam.id, WHY, NOW)).toEqual({ ok: false, reason: "unchanged" });
    expect(await liftSuspension(actor, sam.id)).toEqual({ ok: true, value: null });
    expect(await findSignedIn(await cookieOf(sam.id))).not.toBeNull();
    expect(await liftSuspension(actor, sam.id)).toEqual({ ok: false, reason: "unchanged" });
    await suspendMember(actor, sam.id, WHY, NOW);
    expect(await db().moderationDecision.count()).toBe(3);
    expect(await db().outgoingMail.count()).toBe(3);
  });

  test("F-13 of twenty moderators' forms at once one counts", async () => {
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        suspendMember({ userId: n % 2 === 0 ? robin.id : alex.id }, sam.id, WHY, NOW),
      ),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().moderationDecision.count()).toBe(1);
    expect(await db().outgoingMail.count()).toBe(1);
  });
});

describe("Z-05 moderators are appointed and dismissed by others", () => {
  test("an appointed one has to sign in again", async () => {
    const cookie = await cookieOf(sam.id);
    expect(await appointMember(actor, sam.id, NOW)).toEqual({ ok: true, value: null });
    expect(await rolesOf(sam.id)).toEqual(["client", "moderator"]);
    expect(await findSignedIn(cookie)).toBeNull();
    expect((await mailTo("sam@example.org")).subject).toBe("You are a moderator now");
    expect(await db().auditEvent.findMany()).toMatchObject([
      { actorId: robin.id, action: "role_given", subjectId: sam.id, fromState: "client", toState: "client moderator" },
    ]);
  });

  test("a dismissed one is out at once, and what they had claimed is free", async () => {
    const cookie = await cookieOf(alex.id);
    await db().moderationClaim.create({
      data: { subjectKind: "user", subjectId: sam.id, moderatorId: alex.id, expiresAt: NOW },
    });
    expect(await dismissModerator(actor, alex.id, NOW)).toEqual({ ok: true, value: null });
    expect(await rolesOf(alex.id)).toEqual(["client"]);
    expect(await findSignedIn(cookie)).toBeNull();
    expect(await db().moderationClaim.count()).toBe(0);
    expect(await suspendMember({ userId: alex.id }, sam.id, WHY, NOW)).toEqual({ ok: false, reason: "not_allowed" });
  });

  test("nobody is appointed who is suspended, has no confirmed address, or is one already", async () => {
    await db().user.update({ where: { id: sam.id }, data: { emailVerifiedAt: null } });
    expect(await appointMember(actor, sam.id, NOW)).toEqual({ ok: false, reason: "not_verified" });
    await db().user.update({ where: { id: sam.id }, data: { suspendedAt: NOW } });
    expect(await appointMember(actor, sam.id, NOW)).toEqual({ ok: false, reason: "suspended" });
    expect(await appointMember(actor, alex.id, NOW)).toEqual({ ok: false, reason: "unchanged" });
    await nothingHappened();
  });

  test("of two who dismiss each other at the same moment one stays", async () => {
    const done = await Promise.all([
      dismissModerator({ userId: robin.id }, alex.id, NOW),
      dismissModerator({ userId: alex.id }, robin.id, NOW),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.count({ where: { roles: { has: "moderator" } } })).toBe(1);
  });
});

test("S-06 a moderator ends somebody's sessions, who is told", async () => {
  const cookie = await cookieOf(sam.id);
  const own = await cookieOf(robin.id);
  expect(await endMemberSessions(actor, sam.id, NOW)).toEqual({ ok: true, value: null });
  expect(await findSignedIn(cookie)).toBeNull();
  expect(await findSignedIn(own)).not.toBeNull();
  expect((await mailTo("sam@example.org")).subject).toBe("You were signed out everywhere");
  expect(await db().auditEvent.count()).toBe(1);
});

test("Z-07 nobody decides about their own account", async () => {
  const own = await cookieOf(robin.id);
  const self = { ok: false, reason: "self" };
  expect(await suspendMember(actor, robin.id, WHY, NOW)).toEqual(self);
  expect(await liftSuspension(actor, robin.id)).toEqual(self);
  expect(await appointMember(actor, robin.id, NOW)).toEqual(self);
  expect(await dismissModerator(actor, robin.id, NOW)).toEqual(self);
  expect(await endMemberSessions(actor, robin.id, NOW)).toEqual(self);
  expect(await findSignedIn(own)).not.toBeNull();
  await nothingHappened();
});

test("Z-07 nobody acts who is not a moderator, or a suspended one", async () => {
  const refused = { ok: false, reason: "not_allowed" };
  expect(await appointMember({ userId: sam.id }, alex.id, NOW)).toEqual(refused);
  await db().user.update({ where: { id: alex.id }, data: { suspendedAt: NOW } });
  expect(await suspendMember({ userId: alex.id }, sam.id, WHY, NOW)).toEqual(refused);
  await nothingHappened();
});

describe("finding an account", () => {
  test("by its whole address, capitals aside, shows the address", async () => {
    const { members } = await findMembers(actor, "Sam@Example.org", null);
    expect(members).toMatchObject([{ displayName: "Sam P.", address: "sam@example.org", isSelf: false }]);
  });

  test("by its whole name doesn't", async () => {
    const { members } = await findMembers(actor, "sam p.", null);
    expect(members).toMatchObject([{ displayName: "Sam P.", address: null }]);
  });

  test.each(["sam", "@example.org", "%", "%@%", "sam@example.or_", "Sam P_", "\\", "Sam P.%"])(
    "part of a name or address and patterns find nobody: %s",
    async (wanted) => {
      expect((await findMembers(actor, wanted, null)).members).toEqual([]);
    },
  );

  test("many of one name are cut off at ten, and a handle opens one of them", async () => {
    await db().user.createMany({ data: Array.from({ length: 11 }, () => userRow({ displayName: "Kim_100%" })) });
    const { members, isMore } = await findMembers(actor, "kim_100%", null);
    expect([members.length, isMore]).toEqual([10, true]);
    const chosen = members[3]?.handle ?? "";
    const opened = await findMembers(actor, "kim_100%", chosen);
    expect(opened.members.map(({ handle }) => readMemberHandle(handle))).toEqual([readMemberHandle(chosen)]);
    expect(opened.isMore).toBe(false);
  });

  test("an address is not to be had by the handle and another search", async () => {
    const { members } = await findMembers(actor, "Sam P.", null);
    expect((await findMembers(actor, "alex@example.org", members[0]?.handle ?? "")).members).toEqual([]);
  });

  test("handles say nothing, and only ours are read", async () => {
    const { members } = await findMembers(actor, "Sam P.", null);
    const handle = members[0]?.handle ?? "";
    expect(readMemberHandle(handle)).toBe(sam.id);
    expect(Buffer.from(handle, "base64url").includes(sam.id)).toBe(false);
    for (const made of ["", sam.id, handle.slice(1), `A${handle.slice(1)}`]) expect(readMemberHandle(made)).toBeNull();
  });
});
