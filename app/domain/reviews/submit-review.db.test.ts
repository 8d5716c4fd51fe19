import { beforeEach, describe, expect, it } from "vitest";
import type { ReviewAnswers } from "#app/domain/reviews/review-answers.ts";
import { saveDraft } from "#app/domain/reviews/save-draft.server.ts";
import { submitReview } from "#app/domain/reviews/submit-review.server.ts";
import type { Submission } from "#app/domain/reviews/submit-review.server.ts";
import { createVisitCodes } from "#app/domain/reviews/create-visit-codes.server.ts";
import { db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import { fullAnswers } from "../../../prisma/factories/review-answers.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { premisesRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const SLUG = "ana-reyes";
let technicianId = "";
let client = { userId: "", technicianId: null as string | null };

beforeEach(async () => {
  await emptyDatabase();
  const technician = technicianRow({ slug: SLUG });
  technicianId = technician.id;
  const user = userRow();
  client = { userId: user.id, technicianId: null };
  await db().technician.createMany({ data: [technician] });
  await db().user.createMany({ data: [user] });
});

const empty = { slug: SLUG, reviewId: null, version: null };
const submission = (answers: Partial<ReviewAnswers> = {}, more: Partial<Submission> = {}): Submission => ({
  answers: fullAnswers(answers),
  visitCode: null,
  isAttested: true,
  ipHash: "ip",
  deviceHash: "device",
  ...more,
});
const submit = (answers: Partial<ReviewAnswers> = {}, more: Partial<Submission> = {}, viewer = client) =>
  submitReview(viewer, empty, submission(answers, more), NOW);
const reasonOf = async (outcome: ReturnType<typeof submit>) => {
  const { ok, ...rest } = await outcome;
  return ok ? "sent" : "reason" in rest ? rest.reason.kind : "";
};

/** The same; an attempt that got no turn at the database within its time did nothing. */
const busyOr = (outcome: ReturnType<typeof submit>) =>
  reasonOf(outcome).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2028") return "busy";
    throw error;
  });

describe("sending a review", () => {
  it("I6 puts it before the moderators with what was signed, a snapshot, a receipt and a record", async () => {
    const sent = await submit();
    expect(sent).toMatchObject({ ok: true, value: { status: "pending" } });
    const review = await db().review.findFirstOrThrow({ include: { visitProof: true, revisions: true } });
    expect(review).toMatchObject({
      technicianId,
      authorId: client.userId,
      status: "pending",
      overall: 4,
      pricePaid: 125_000,
      attestationVersion: "2026-01",
      submittedAt: NOW,
      signalsCheckedAt: null,
      ipHash: "ip",
      deviceHash: "device",
      proofLevel: "contact_confirmed",
    });
    expect(review.revisions).toMatchObject([{ version: review.version, title: "Careful work", text: review.text }]);
    const mails = await db().outgoingMail.findMany();
    expect(mails.map(({ subject }) => subject)).toEqual(["Your review has arrived"]);
    const audit = await db().auditEvent.findMany();
    expect(audit).toMatchObject([{ action: "review_submitted", fromState: "draft", toState: "pending" }]);
  });

  it("waits while the author's address is not confirmed", async () => {
    await db().user.updateMany({ data: { emailVerifiedAt: null } });
    expect(await submit()).toMatchObject({ ok: true, value: { status: "awaiting_contact" } });
    const review = await db().review.findFirstOrThrow();
    expect(review).toMatchObject({ status: "awaiting_contact", proofLevel: "unconfirmed" });
    expect((await db().outgoingMail.findFirstOrThrow()).subject).toMatch(/confirm your e-mail/);
  });

  it("keeps what was typed when something is missing, and says everything at once", async () => {
    const outcome = await submit({ overall: null, lastSessionOn: null, text: "Short." }, { isAttested: false });
    expect(outcome).toMatchObject({ ok: false, reason: { kind: "errors" } });
    if (outcome.ok || outcome.reason.kind !== "errors") throw new Error("it was sent");
    expect(Object.keys(outcome.reason.errors)).toEqual(["overall", "lastSessionOn", "text", "attestation"]);
    expect(await db().review.findFirstOrThrow()).toMatchObject({ status: "draft", text: "Short." });
  });

  it.each(["employee", "competitor"] as const)("is refused to an %s, with the rule", async (relationship) => {
    const outcome = await submit({ relationship });
    expect(JSON.stringify(outcome)).toContain("a business they own or work for");
    expect(await db().review.count({ where: { status: { not: "draft" } } })).toBe(0);
  });

  it("a friend's review is sent, with the disclosure", async () => {
    await submit({ relationship: "friend_or_family" });
    expect(await db().review.findFirstOrThrow()).toMatchObject({ status: "pending", relationship: "friend_or_family" });
  });
});

describe("Z-06 one review per client and visit", () => {
  const pending = () => db().review.count({ where: { status: "pending" } });

  it.each([
    ["from nothing", false],
    ["of one draft", true],
  ])("F-11 of 50 submits at once, %s, the database lets one through", async (_, hasDraft) => {
    const draft = hasDraft ? await saveDraft(client, empty, fullAnswers(), NOW) : null;
    const target = { ...empty, version: draft?.ok ? draft.value.version : null };
    const attempt = () => busyOr(submitReview(client, target, submission(), NOW));
    const outcomes = await Promise.all(Array.from({ length: 50 }, attempt));
    const sent = outcomes.filter((outcome) => outcome === "sent").length;
    const refusals = ["conflict", "already_sent", "duplicate", "too_many", "busy", "sent"];
    expect(outcomes.filter((outcome) => !refusals.includes(outcome))).toEqual([]);
    expect([sent, await pending()]).toEqual([await pending(), sent]);
    expect(sent).toBeLessThanOrEqual(1);
    // On a machine too busy to begin 50 transactions the one may have been turned away: its author sends it again.
    await db().rateLimit.deleteMany();
    const { version = null } = (await db().review.findFirst({ where: { status: "draft" } })) ?? {};
    await submitReview(client, { ...empty, version }, submission(), NOW);
    expect(await pending()).toBe(1);
    for (const rows of [db().reviewRevision.count(), db().outgoingMail.count(), db().auditEvent.count()]) {
      expect(await rows).toBe(1);
    }
  });

  it("a second one of the same day is refused and names the first; another day is another visit", async () => {
    const first = await submit();
    const second = await submit();
    expect(second).toMatchObject({ ok: false, reason: { kind: "duplicate" } });
    if (!first.ok || second.ok || second.reason.kind !== "duplicate") throw new Error("not a duplicate");
    expect(second.reason.reviewId).toBe(first.value.reviewId);
    const draft = await db().review.findFirstOrThrow({ where: { status: "draft" } });
    expect(draft.lastSessionOn).toBeNull();
    const target = { ...empty, version: draft.version };
    const other = submission({ lastSessionOn: "2026-09-01" });
    expect(await submitReview(client, target, other, NOW)).toMatchObject({ ok: true });
  });

  it("after a refusal that is final the visit is free again", async () => {
    const lastSessionOn = new Date("2026-05-04");
    await db().review.createMany({
      data: [reviewRow({ technicianId, authorId: client.userId, status: "rejected", lastSessionOn })],
    });
    expect(await submit()).toMatchObject({ ok: true });
  });

  it("nobody reviews themself, nor whoever works beside them", async () => {
    const [own, colleague, elsewhere] = [technicianRow({}), technicianRow({}), technicianRow({})];
    const [shared, other] = [premisesRow(), premisesRow()];
    await db().technician.createMany({ data: [{ ...own, ownerId: client.userId }, colleague, elsewhere] });
    await db().premises.createMany({ data: [shared, other] });
    await db().technicianPremises.createMany({
      data: [
        { technicianId: own.id, premisesId: shared.id },
        { technicianId: colleague.id, premisesId: shared.id },
        { technicianId: elsewhere.id, premisesId: other.id },
      ],
    });
    const viewer = { ...client, technicianId: own.id };
    const at = (slug: string) => submitReview(viewer, { ...empty, slug }, submission(), NOW);
    expect(await at(own.slug)).toEqual({ ok: false, reason: { kind: "own" } });
    expect(await at(colleague.slug)).toEqual({ ok: false, reason: { kind: "colleague" } });
    expect(await at(elsewhere.slug)).toMatchObject({ ok: true });
    expect(await db().review.count()).toBe(1);
  });

  it.each(["suspended", "draft"] as const)("a technician whose profile is %s can't be reviewed", async (status) => {
    await db().technician.updateMany({ data: { status } });
    expect(await submit()).toEqual({ ok: false, reason: { kind: "not_found" } });
  });

  it("an unclaimed listing can be", async () => {
    await db().technician.updateMany({ data: { status: "unclaimed" } });
    expect(await submit()).toMatchObject({ ok: true });
  });

  it("R-01 the eleventh in a day is refused, and kept as a draft", async () => {
    for (let day = 10; day < 20; day += 1) {
      expect(await reasonOf(submit({ lastSessionOn: `2026-06-${day}` }))).toBe("sent");
    }
    expect(await submit({ lastSessionOn: "2026-07-01" })).toMatchObject({ ok: false, reason: { kind: "too_many" } });
    expect(await db().review.count({ where: { status: "draft" } })).toBe(1);
  });
});

describe("proof of the visit", () => {
  const codes = async (count: number, of = technicianId) => {
    const made = await createVisitCodes({ technicianId: of }, count, NOW);
    return made.ok ? made.value.map(({ code }) => code) : [];
  };
  const level = async () => (await db().review.findFirstOrThrow({ where: { status: "pending" } })).proofLevel;

  it("a visit code confirms it, however it is written, once", async () => {
    const [code = ""] = await codes(1);
    expect(await submit({}, { visitCode: ` ${code.toLowerCase().replaceAll("-", " ")} ` })).toMatchObject({ ok: true });
    expect(await level()).toBe("confirmed");
    const other = userRow();
    await db().user.createMany({ data: [other] });
    const again = await submit({}, { visitCode: code }, { userId: other.id, technicianId: null });
    expect(again).toMatchObject({ ok: false, reason: { kind: "errors", errors: { visitCode: expect.any(String) } } });
  });

  it("of many who send one code at once, one is confirmed", async () => {
    const [code = ""] = await codes(1);
    const users = Array.from({ length: 12 }, () => userRow());
    await db().user.createMany({ data: users });
    const outcomes = await Promise.all(
      users.map(({ id }) => busyOr(submit({}, { visitCode: code }, { userId: id, technicianId: null }))),
    );
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
    expect(await db().visitProof.count({ where: { level: "confirmed" } })).toBe(1);
  });

  it("a wrong, an expired and another technician's code are refused alike, and spend nothing", async () => {
    const stranger = technicianRow({});
    await db().technician.createMany({ data: [stranger] });
    const [theirs = ""] = await codes(1, stranger.id);
    const [late = ""] = await codes(1);
    await db().visitCode.updateMany({ where: { technicianId }, data: { expiresAt: NOW } });
    const replies: string[] = [];
    for (const visitCode of ["2222-2222-2222", "not a code", theirs, late]) {
      const outcome = await submitReview(client, await latest(), submission({}, { visitCode }), NOW);
      replies.push(JSON.stringify(outcome.ok ? null : { ...outcome.reason, version: 0 }));
    }
    expect(new Set(replies).size).toBe(1);
    expect(replies[0]).toContain("visitCode");
    expect(await db().visitCode.count({ where: { usedAt: { not: null } } })).toBe(0);
  });

  const latest = async () => ({ ...empty, version: (await db().review.findFirst())?.version ?? null });

  it("an enquiry here that led to a treatment confirms it by itself; one that didn't, does not", async () => {
    const enquiry = await db().enquiry.create({ data: { authorId: client.userId } });
    const recipient = await db().enquiryRecipient.create({
      data: { enquiryId: enquiry.id, technicianId, slot: 1, status: "answered" },
    });
    await submit();
    expect(await level()).toBe("contact_confirmed");
    await db().review.deleteMany();
    await db().enquiryRecipient.update({ where: { id: recipient.id }, data: { status: "treated" } });
    await submit();
    expect(await level()).toBe("confirmed");
  });

  it("codes are stored as keyed hashes only, and nobody hoards them", async () => {
    const made = await codes(50);
    expect(new Set(made).size).toBe(50);
    for (const code of made) expect(code).toMatch(/^([2-9A-HJKMNP-RTV-Z]{4}-){2}[2-9A-HJKMNP-RTV-Z]{4}$/);
    const stored = JSON.stringify(await db().visitCode.findMany());
    for (const code of made) expect(stored).not.toContain(code.replaceAll("-", ""));
    for (let round = 0; round < 3; round += 1) expect(await codes(50)).toHaveLength(50);
    expect(await codes(1)).toEqual([]);
    expect(await createVisitCodes({ technicianId: null }, 1, NOW)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("P-01 the opt-in health detail", () => {
  const consents = () =>
    db().consent.findMany({ where: { purpose: "process_health_data" }, orderBy: { givenAt: "asc" } });

  it("is kept with a line in the ledger of consents, and goes with the tick", async () => {
    const draft = await saveDraft(client, empty, fullAnswers({ concern: "alopecia_areata" }), NOW);
    if (!draft.ok) throw new Error("no draft");
    expect(await consents()).toMatchObject([{ userId: client.userId, textVersion: "2026-01", withdrawnAt: null }]);
    const target = { ...empty, version: draft.value.version };
    const again = await saveDraft(client, target, fullAnswers({ concern: "alopecia_areata" }), NOW);
    if (!again.ok) throw new Error("no draft");
    expect(await consents()).toHaveLength(1);
    await saveDraft(client, { ...empty, version: again.value.version }, fullAnswers(), NOW);
    expect(await consents()).toMatchObject([{ withdrawnAt: NOW }]);
    expect((await db().review.findFirstOrThrow()).concern).toBeNull();
  });
});
