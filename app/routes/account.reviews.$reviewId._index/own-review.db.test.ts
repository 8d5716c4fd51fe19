import { beforeEach, describe, expect, it } from "vitest";
import { decideProof } from "#app/domain/reviews/decide-proof.server.ts";
import { listOwnReviews } from "#app/domain/reviews/find-own-review.server.ts";
import { releaseWaitingReviews } from "#app/domain/reviews/release-waiting-reviews.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { action, loader } from "#app/routes/account.reviews.$reviewId._index/route.tsx";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
let technicianId = "";
const people = { client: "", stranger: "", moderator: "" };
const cookies = { client: "", stranger: "" };

beforeEach(async () => {
  await emptyDatabase();
  const technician = technicianRow({ reviewCount: 1, ratingMean: 2, ratingCounts: [0, 1, 0, 0, 0] });
  const [client, stranger, moderator] = [userRow(), userRow(), userRow({ roles: ["moderator"] })];
  technicianId = technician.id;
  await db().technician.createMany({ data: [technician] });
  await db().user.createMany({ data: [client, stranger, moderator] });
  Object.assign(people, { client: client.id, stranger: stranger.id, moderator: moderator.id });
  cookies.client = `sid=${await createSession(client.id)}`;
  cookies.stranger = `sid=${await createSession(stranger.id)}`;
});

async function addReview(overrides: Partial<Prisma.ReviewCreateManyInput> = {}): Promise<string> {
  const row = reviewRow({ technicianId, authorId: people.client, overall: 2, ...overrides });
  await db().review.createMany({ data: [row] });
  return row.id;
}

async function statusOf(asked: () => Promise<unknown>): Promise<number> {
  const outcome: unknown = await asked().catch((thrown: unknown) => thrown);
  if (outcome instanceof Response) return outcome.status;
  if (typeof outcome === "object" && outcome !== null && "init" in outcome) {
    return (outcome.init as ResponseInit | null)?.status ?? 200;
  }
  if (outcome instanceof Error) throw outcome;
  return 200;
}

const at = (reviewId: string, init: RequestInit) => ({
  request: new Request(`http://localhost:3000/account/reviews/${reviewId}`, init),
  params: { reviewId },
  context: { cspNonce: "", requestId: "", reportError: () => undefined },
});
const read = (person: keyof typeof cookies, id: string) =>
  statusOf(() => loader(at(id, { headers: { Cookie: cookies[person] } })));
const send = (person: keyof typeof cookies, id: string, fields: Record<string, string>) =>
  statusOf(() =>
    action(at(id, { method: "POST", headers: { Cookie: cookies[person] }, body: new URLSearchParams(fields) })),
  );

describe("one's own review", () => {
  it("Z-02 is read and changed by its author only, in every state", async () => {
    const id = await addReview({ concern: "vitiligo" });
    const intents: (Record<string, string> & { intent: string })[] = [
      { intent: "withdraw" },
      { intent: "withdraw_health" },
      { intent: "remove_document" },
      { intent: "withdraw_photo", photoId: id },
      { intent: "appeal", appealText: "This decision is wrong, because it is." },
    ];
    expect([await read("client", id), await read("stranger", id), await read("client", "x")]).toEqual([200, 404, 404]);
    for (const fields of intents)
      expect([fields.intent, await send("stranger", id, fields)]).toEqual([fields.intent, 404]);
    expect(await db().review.findFirstOrThrow()).toMatchObject({
      status: "published",
      concern: "vitiligo",
      version: 1,
    });
  });

  it("withdrawn, it leaves a dated line, the figures follow at once, and that is recorded", async () => {
    const id = await addReview();
    expect(await send("client", id, { intent: "withdraw" })).toBe(303);
    const review = await db().review.findFirstOrThrow();
    expect([review.status, review.closedAt !== null, review.publishedAt !== null]).toEqual(["withdrawn", true, true]);
    expect(await db().technician.findFirstOrThrow()).toMatchObject({ reviewCount: 0, ratingMean: null });
    expect(await db().auditEvent.findMany()).toMatchObject([{ action: "review_withdrawn", fromState: "published" }]);
    expect(await send("client", id, { intent: "withdraw" })).toBe(409);
  });

  it("of a withdrawal sent many times at once, one counts", async () => {
    const id = await addReview();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send("client", id, { intent: "withdraw" })));
    expect(outcomes.filter((status) => status === 303)).toHaveLength(1);
    expect(await db().auditEvent.count()).toBe(1);
  });

  it("a draft that is thrown away is emptied and not listed any more", async () => {
    const id = await addReview({ status: "draft", text: "Private", submittedAt: null });
    await send("client", id, { intent: "withdraw" });
    expect(await db().review.findFirstOrThrow()).toMatchObject({ status: "withdrawn", text: "", publishedAt: null });
    expect(await listOwnReviews({ userId: people.client }, NOW)).toEqual([]);
  });

  it("P-06 taking back the health consent deletes the detail and dates the ledger", async () => {
    const id = await addReview({ concern: "vitiligo" });
    await db().consent.create({
      data: { purpose: "process_health_data", textVersion: "2026-01", userId: people.client, reviewId: id },
    });
    expect(await send("client", id, { intent: "withdraw_health" })).toBe(303);
    expect((await db().review.findFirstOrThrow()).concern).toBeNull();
    expect((await db().consent.findFirstOrThrow()).withdrawnAt).not.toBeNull();
  });
});

describe("what waits for the author's address", () => {
  it("goes on once it is confirmed, once, and not before", async () => {
    const id = await addReview({ status: "awaiting_contact", proofLevel: "unconfirmed" });
    await db().visitProof.create({ data: { reviewId: id, level: "unconfirmed" } });
    await db().user.update({ where: { id: people.client }, data: { emailVerifiedAt: null } });
    expect(await releaseWaitingReviews(people.client, NOW)).toBe(0);
    await db().user.update({ where: { id: people.client }, data: { emailVerifiedAt: NOW } });
    const counts = await Promise.all([1, 2, 3].map(() => releaseWaitingReviews(people.client, NOW)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    const review = await db().review.findFirstOrThrow({ include: { visitProof: true } });
    expect(review).toMatchObject({ status: "pending", proofLevel: "contact_confirmed", submittedAt: NOW });
    expect(review.visitProof?.level).toBe("contact_confirmed");
    expect(await db().outgoingMail.count()).toBe(1);
  });
});

describe("a moderator's look at the document", () => {
  async function withDocument(overrides: Partial<Prisma.ReviewCreateManyInput> = {}) {
    const id = await addReview({ proofLevel: "contact_confirmed", ...overrides });
    const document = await db().privateDocument.create({
      data: { ownerId: people.client, storageKey: "k", mediaType: "application/pdf", byteLength: 1, sha256: "s" },
    });
    await db().visitProof.create({ data: { reviewId: id, level: "contact_confirmed", documentId: document.id } });
    return id;
  }
  const decide = (reviewId: string, isAccepted: boolean, moderatorId = people.moderator) =>
    db().$transaction((tx) => decideProof({ reviewId, isAccepted, moderatorId }, NOW, tx));

  it("makes the visit document checked, once, and sets the day on which the file goes", async () => {
    const id = await withDocument();
    expect(await decide(id, true)).toEqual({ ok: true, value: null });
    expect(await db().review.findFirstOrThrow()).toMatchObject({ proofLevel: "document_checked" });
    expect((await db().privateDocument.findFirstOrThrow()).purgeAfter).toEqual(new Date("2026-12-22T12:00:00Z"));
    expect(await decide(id, false)).toEqual({ ok: false, reason: "not_possible" });
  });

  it("changes nothing where it does not show the visit, nor where the visit was confirmed before", async () => {
    await decide(await withDocument(), false);
    expect(await db().review.findFirstOrThrow()).toMatchObject({ proofLevel: "contact_confirmed" });
    await db().review.deleteMany();
    await db().privateDocument.deleteMany();
    await decide(await withDocument({ proofLevel: "confirmed" }), true);
    expect(await db().review.findFirstOrThrow()).toMatchObject({ proofLevel: "confirmed" });
  });

  it("Z-07 is nobody's own, and needs a document", async () => {
    const id = await withDocument({ authorId: people.moderator });
    expect(await decide(id, true)).toEqual({ ok: false, reason: "not_possible" });
    expect(await decide(await addReview({ lastSessionOn: NOW }), true)).toEqual({ ok: false, reason: "not_possible" });
  });
});
