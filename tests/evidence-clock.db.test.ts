import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { criterionStates, dayNumber, dayOf } from "#app/domain/criteria/evidence.ts";
import { findStudioCriteria } from "#app/domain/criteria/find-studio-criteria.server.ts";
import { expireEvidence } from "#app/domain/moderation/expire-evidence.server.ts";
import { warnOfExpiry } from "#app/domain/moderation/warn-of-expiry.server.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { loadFacts } from "#app/domain/search/load-facts.server.ts";
import { technicianDocument } from "#app/domain/search/technician-document.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { authorizationRow, evidenceRow, regimeRow } from "../prisma/factories/evidence-row.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { userRow } from "../prisma/factories/user-row.ts";
import { emptyDatabase, liveIn } from "./support/database.ts";

const ENDS = "2027-03-10";
const owner = userRow({ roles: ["technician"], email: "ana@example.org" });
const ana = technicianRow({ slug: "ana-reyes", ownerId: owner.id });
const licence = evidenceRow({
  technicianId: ana.id,
  issuedOn: new Date("2026-03-10"),
  expiresOn: new Date(ENDS),
  createdAt: new Date("2026-03-12"),
});

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner] });
  await db().technician.createMany({ data: [ana] });
  await db().regime.createMany({ data: [regimeRow({ key: "test" })] });
  await db().evidence.createMany({ data: [licence] });
  await db().authorization.createMany({ data: [authorizationRow({ evidenceId: licence.id, regimeKey: "test" })] });
});

/** So many days before the end, at noon UTC. */
const before = (days: number, hour = 12) =>
  new Date(Date.parse(`${ENDS}T00:00:00Z`) - days * DAY_MS + hour * 3_600_000);
const mails = async () => {
  const rows = await db().outgoingMail.findMany({ orderBy: { createdAt: "asc" }, select: { key: true } });
  return rows.map(({ key }) => key.replace(licence.id, "ID"));
};
const stored = () => db().evidence.findUniqueOrThrow({ where: { id: licence.id } });

/** What page, studio and search say of the licence at one moment. */
async function told(now: Date) {
  const today = dayOf(now);
  const profile = await findProfile("ana-reyes", today);
  const studio = await findStudioCriteria({ userId: owner.id, technicianId: ana.id }, now);
  const [facts] = await db().$transaction((tx) => loadFacts([ana.id], tx));
  if (!profile || !studio || !facts) throw new Error("The profile is gone");
  return {
    page: profile.evidence[0]?.status,
    studio: studio.criteria.find(({ key }) => key === "authorization")?.evidence[0]?.status,
    isFound: technicianDocument(facts, today).authorizationUntil > dayNumber(today),
    state: criterionStates(facts.criteria, today).authorization,
  };
}
const COUNTS = { page: "verified", studio: "verified", isFound: true, state: "checked" };
const OVER = { page: "expired", studio: "expired", isFound: false, state: "expired" };

const ZONES = ["UTC", "Pacific/Auckland", "America/Los_Angeles"];
const zoneBefore = process.env["TZ"];

afterEach(() => liveIn(null, zoneBefore));

describe("the clock of evidence", () => {
  it.each(ZONES)("page, studio and search agree before, on and after the last day in %s", async (zone) => {
    await liveIn(zone, zoneBefore);
    const [{ zone: session } = { zone: "" }] = await db().$queryRaw<
      { zone: string }[]
    >`SELECT current_setting('timezone') AS zone`;
    expect(session).toBe("UTC");
    const lastMoment = new Date(`2027-03-09T23:59:59.999Z`);
    const firstMoment = new Date(`${ENDS}T00:00:00Z`);
    expect(await told(lastMoment)).toEqual(COUNTS);
    expect(await expireEvidence(lastMoment)).toBe(0);
    // Already before the job ran.
    expect(await told(firstMoment)).toEqual(OVER);
    expect(await expireEvidence(firstMoment)).toBe(1);
    expect(await told(firstMoment)).toEqual(OVER);
    expect(await told(new Date("2027-04-01T12:00:00Z"))).toEqual(OVER);
    expect(await stored()).toMatchObject({ status: "expired", expiresOn: new Date(ENDS), version: 2 });
  });

  it("the decision is the clock's own, on record, and history remains", async () => {
    const now = before(0);
    await expireEvidence(now);
    expect(await db().moderationDecision.findMany()).toMatchObject([
      { subjectId: licence.id, moderatorId: null, fromState: "verified", toState: "expired", subjectVersion: 1 },
    ]);
    expect(await db().auditEvent.count({ where: { action: "evidence_expired", subjectId: licence.id } })).toBe(1);
    expect(await stored()).toMatchObject({ checkedOn: licence.checkedOn && expect.any(Date) });
  });

  it("F-11: two processes at once, and a second run, end it once", async () => {
    const now = before(0);
    const counts = await Promise.all([expireEvidence(now), expireEvidence(now), expireEvidence(now)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await expireEvidence(before(-1))).toBe(0);
    expect(await db().moderationDecision.count()).toBe(1);
    expect(await mails()).toEqual([`evidence-expired:ID:${ENDS}`]);
  });

  it("a run that is cut off before its end marks nothing and mails nothing; the next one does both", async () => {
    const now = before(0);
    const taken = { subjectKind: "evidence", subjectId: licence.id, subjectVersion: 1 } as const;
    const { id } = await db().moderationDecision.create({ data: { ...taken, fromState: "x", toState: "y" } });
    await expect(expireEvidence(now)).rejects.toThrow();
    expect(await stored()).toMatchObject({ status: "verified", version: 1 });
    expect(await mails()).toEqual([]);
    // What stood in the way is gone (the table is append-only for everybody else).
    await db().$executeRaw`TRUNCATE "ModerationDecision" CASCADE`;
    expect(await db().moderationDecision.findUnique({ where: { id } })).toBeNull();
    expect(await expireEvidence(now)).toBe(1);
    expect(await mails()).toEqual([`evidence-expired:ID:${ENDS}`]);
  });

  it("many at once go in parts, each once", async () => {
    const many = Array.from({ length: 45 }, () => evidenceRow({ technicianId: ana.id, expiresOn: new Date(ENDS) }));
    await db().evidence.createMany({ data: many });
    expect(await expireEvidence(before(0))).toBe(46);
    expect(await db().moderationDecision.count()).toBe(46);
  });
});

describe("warnings before the end", () => {
  it("go 30 and 7 days before, once each, and never from the last day on", async () => {
    for (const [days, count] of [
      [31, 0],
      [30, 1],
      [29, 0],
      [8, 0],
      [7, 1],
      [6, 0],
      [1, 0],
      [0, 0],
      [-5, 0],
    ] as const) {
      expect(await warnOfExpiry(before(days)), `${days} days before`).toBe(count);
    }
    expect(await mails()).toEqual([`evidence-expires:ID:${ENDS}:30`, `evidence-expires:ID:${ENDS}:7`]);
    expect(await db().evidenceWarning.count()).toBe(2);
  });

  it("after a pause only the one that is due goes", async () => {
    await warnOfExpiry(before(5));
    await warnOfExpiry(before(4));
    expect(await mails()).toEqual([`evidence-expires:ID:${ENDS}:7`]);
  });

  it("F-11: of two processes one sends it", async () => {
    const counts = await Promise.all([warnOfExpiry(before(20)), warnOfExpiry(before(20)), warnOfExpiry(before(20))]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  it.each(["submitted", "in_check", "verified"] as const)("none goes when a newer one is %s", async (status) => {
    const newer = evidenceRow({ technicianId: ana.id, status, expiresOn: new Date("2028-03-10") });
    await db().evidence.createMany({ data: [newer] });
    await db().authorization.createMany({ data: [authorizationRow({ evidenceId: newer.id, regimeKey: "test" })] });
    expect(await warnOfExpiry(before(7))).toBe(0);
  });

  it("it goes when the newer one is only declared, or is of something else", async () => {
    const declared = evidenceRow({ technicianId: ana.id, status: "declared", expiresOn: new Date("2028-03-10") });
    const other = evidenceRow({ technicianId: ana.id, expiresOn: new Date("2028-03-10") });
    await db().evidence.createMany({ data: [declared, other] });
    await db().authorization.createMany({
      data: [
        authorizationRow({ evidenceId: declared.id, regimeKey: "test" }),
        authorizationRow({ evidenceId: other.id, regimeKey: "test", holder: "premises" }),
      ],
    });
    expect(await warnOfExpiry(before(7))).toBe(1);
  });

  it("P-04: nobody is written to who can't be reached, is suspended, or is made up", async () => {
    await db().user.update({ where: { id: owner.id }, data: { emailVerifiedAt: null } });
    expect(await warnOfExpiry(before(7))).toBe(0);
    await db().user.update({ where: { id: owner.id }, data: { emailVerifiedAt: new Date(), suspendedAt: new Date() } });
    expect(await warnOfExpiry(before(7))).toBe(0);
    await db().user.update({ where: { id: owner.id }, data: { suspendedAt: null } });
    await db().evidence.update({ where: { id: licence.id }, data: { isSample: true } });
    expect(await warnOfExpiry(before(7))).toBe(0);
    await expireEvidence(before(0));
    expect(await mails()).toEqual([]);
  });

  it("what is held, replaced or given up is neither warned of nor expired", async () => {
    for (const status of ["in_check", "withdrawn"] as const) {
      await db().evidence.update({ where: { id: licence.id }, data: { status } });
      expect(await warnOfExpiry(before(7))).toBe(0);
      expect(await expireEvidence(before(0))).toBe(0);
    }
  });
});

describe("evidence on hold", () => {
  it("counts for nothing, on the page and in search", async () => {
    await db().evidence.update({ where: { id: licence.id }, data: { status: "in_check" } });
    expect(await told(before(100))).toMatchObject({ page: "in_check", isFound: false, state: "being_checked" });
  });
});
