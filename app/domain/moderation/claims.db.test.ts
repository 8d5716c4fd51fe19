import { beforeEach, describe, expect, test } from "vitest";
import { openForModerator } from "#app/domain/media/open-document.server.ts";
import { listDocumentViews } from "#app/domain/media/own-documents.server.ts";
import { claimItem } from "#app/domain/moderation/claim-item.server.ts";
import { decideClaim } from "#app/domain/moderation/decide-claim.server.ts";
import { findClaimItem } from "#app/domain/moderation/find-claim-item.server.ts";
import { listClaimsWithoutCode } from "#app/domain/moderation/list-claims-without-code.server.ts";
import { listHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { makeClaimCode } from "#app/domain/moderation/make-claim-code.server.ts";
import { answerListingClaim } from "#app/domain/technicians/answer-listing-claim.server.ts";
import { formatClaimCode } from "#app/domain/technicians/listing-claim.ts";
import { proveListingClaim } from "#app/domain/technicians/prove-listing-claim.server.ts";
import { startListingClaim } from "#app/domain/technicians/start-listing-claim.server.ts";
import type { ListingClaimInput } from "#app/domain/technicians/start-listing-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { findSignedIn } from "#app/platform/sessions.server.ts";
import { mailsTo } from "../../../tests/support/browser.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { asManyAtOnce } from "../../../tests/support/moderation-desk.ts";
import { addClaimant, addListing } from "../../../tests/support/studio/claim-people.ts";
import type { Claimant } from "../../../tests/support/studio/claim-people.ts";

const NOW = new Date("2026-11-27T12:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");
const APPROVE = { version: 1, decision: "approve", reason: null, note: null } as const;
const REJECT = {
  version: 1,
  decision: "reject",
  reason: "not_proven",
  note: "The lease names somebody else.",
} as const;

let robin: Claimant;
let alex: Claimant;
let ada: Claimant;
let listing: Awaited<ReturnType<typeof addListing>>;
beforeEach(async () => {
  await emptyDatabase();
  robin = await addClaimant({ displayName: "Robin", roles: ["moderator"] });
  alex = await addClaimant({ displayName: "Alex", roles: ["moderator"] });
  ada = await addClaimant({ displayName: "Ada" });
  listing = await addListing();
});

async function claim(viewer: Claimant, proof: ListingClaimInput["proof"]): Promise<string> {
  const statement = "I own this studio and work there.";
  const started = await startListingClaim(viewer, { technicianId: listing.id, statement, proof }, NOW);
  if (!started.ok) throw new Error(started.reason);
  return started.value.claimId;
}
const byDocument = (viewer: Claimant) => claim(viewer, { method: "documents", bytes: PDF });
const keeperId = async () => (await db().technician.findUniqueOrThrow({ where: { id: listing.id } })).ownerId;
const claimRow = (id: string) => db().listingClaim.findUniqueOrThrow({ where: { id } });

async function addKeeper(): Promise<Claimant> {
  const keeper = await addClaimant({ displayName: "Kit", roles: ["technician"] });
  await db().technician.update({
    where: { id: listing.id },
    data: { ownerId: keeper.userId, status: "published", publishedAt: NOW },
  });
  return keeper;
}

describe("a code that a moderator passes on", () => {
  test("is shown once, kept as a hash, typed by the claimant, and grants at once", async () => {
    const id = await claim(ada, { method: "telephone_code" });
    expect(await listClaimsWithoutCode(robin, NOW)).toMatchObject([
      { id, name: listing.name, method: "telephone_code" },
    ]);
    const made = await makeClaimCode(robin, id, NOW);
    if (!made.ok) throw new Error(made.reason);
    expect(await makeClaimCode(alex, id, NOW)).toEqual({ ok: false, reason: "changed" });
    expect(await listClaimsWithoutCode(robin, NOW)).toEqual([]);
    expect((await claimRow(id)).codeHash).not.toContain(made.value.code);
    const typed = { kind: "code", code: formatClaimCode(made.value.code) } as const;
    expect(await proveListingClaim(ada, id, typed, days(1))).toEqual({ ok: false, reason: { kind: "over" } });
    expect(await proveListingClaim(ada, id, typed, NOW)).toMatchObject({ ok: true, value: { outcome: "granted" } });
    expect(await keeperId()).toBe(ada.userId);
    const record = JSON.stringify(await db().auditEvent.findMany(), (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(record).not.toContain(made.value.code);
  });

  test("L-01 fifty moderators at once make one code", async () => {
    const id = await claim(ada, { method: "post_code" });
    const outcomes = await asManyAtOnce(50, () => makeClaimCode(robin, id, NOW));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await claimRow(id)).codeExpiresAt).toEqual(days(30));
  });

  test("Z-06 five wrong codes, also all at once, make it void", async () => {
    const id = await claim(ada, { method: "telephone_code" });
    const made = await makeClaimCode(robin, id, NOW);
    const code = made.ok ? made.value.code : "";
    const wrong = { kind: "code", code: code === "00000000" ? "00000001" : "00000000" } as const;
    const outcomes = await asManyAtOnce(20, () => proveListingClaim(ada, id, wrong, NOW));
    const kinds = outcomes.map((one) => (one.ok ? "granted" : one.reason.kind));
    expect(kinds.filter((kind) => kind === "wrong")).toHaveLength(4);
    expect(kinds.filter((kind) => kind === "void")).toHaveLength(1);
    expect((await claimRow(id)).status).toBe("lapsed");
    expect((await proveListingClaim(ada, id, { kind: "code", code }, NOW)).ok).toBe(false);
  });

  test("no code is made for what needs none", async () => {
    const id = await byDocument(ada);
    expect(await makeClaimCode(robin, id, NOW)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("granting", () => {
  test("Z-05 the profile changes hands: roles, sessions, competing claims, documents, mails, record", async () => {
    const keeper = await addKeeper();
    const bo = await addClaimant({ displayName: "Bo" });
    const [id, other] = [await byDocument(ada), await byDocument(bo)];
    await answerListingClaim(keeper, { claimId: id, objection: "I have kept it for years." }, NOW);
    const decided = await decideClaim(robin, { id, ...APPROVE, version: 2 }, NOW);
    expect(decided.ok).toBe(true);
    expect(await keeperId()).toBe(ada.userId);
    const people = await db().user.findMany({ where: { id: { in: [ada.userId, keeper.userId] } } });
    const rolesOf = (userId: string) => people.find((one) => one.id === userId)?.roles;
    expect([rolesOf(ada.userId), rolesOf(keeper.userId)]).toEqual([["client", "technician"], ["client"]]);
    expect(await findSignedIn(keeper.cookie)).toBeNull();
    expect(await findSignedIn(ada.cookie)).toBeNull();
    expect(await findSignedIn(bo.cookie)).not.toBeNull();
    expect(await claimRow(other)).toMatchObject({ status: "refused", closedReason: "better_proven_by_another" });
    const documents = await db().privateDocument.findMany({ select: { purgeAfter: true } });
    expect(documents).toEqual([{ purgeAfter: days(90) }, { purgeAfter: days(90) }]);
    const subjects = async ({ email }: Claimant) => (await mailsTo(email)).map(({ subject }) => subject);
    expect(await subjects(keeper)).toContain(`The profile of ${listing.name} went to somebody else`);
    expect(await subjects(ada)).toEqual([`The profile of ${listing.name} is yours`]);
    expect(await subjects(bo)).toEqual([`Your claim on ${listing.name} was refused`]);
    expect(await db().moderationDecision.findMany()).toMatchObject([
      { subjectKind: "listing_claim", subjectId: id, moderatorId: robin.userId, toState: "granted", subjectVersion: 2 },
    ]);
    const actions = (await db().auditEvent.findMany()).map(({ action }) => action);
    for (const action of [
      "role_given",
      "role_taken",
      "profile_handed_over",
      "listing_claim_lost",
      "listing_claim_decided",
    ]) {
      expect(actions).toContain(action);
    }
  });

  test("waits for whoever keeps the profile: for their answer, or until their time is over", async () => {
    const keeper = await addKeeper();
    const id = await byDocument(ada);
    const early = { ok: false, reason: "too_early" };
    expect(await decideClaim(robin, { id, ...APPROVE }, days(13))).toEqual(early);
    expect(await decideClaim(robin, { id, ...REJECT }, days(13))).toEqual(early);
    expect((await findClaimItem(robin, id, days(14)))?.keeper.answer).toBe("silent");
    await answerListingClaim(keeper, { claimId: id, objection: null }, NOW);
    expect(await decideClaim(robin, { id, ...APPROVE }, NOW)).toEqual({ ok: false, reason: "changed" });
    expect((await decideClaim(robin, { id, ...APPROVE, version: 2 }, NOW)).ok).toBe(true);
  });

  test("taking the profile off the site is no way to dodge it, a suspended one is nobody's to get", async () => {
    await addKeeper();
    const id = await byDocument(ada);
    await db().technician.update({ where: { id: listing.id }, data: { status: "suspended" } });
    expect(await decideClaim(robin, { id, ...APPROVE }, days(14))).toEqual({ ok: false, reason: "changed" });
    await db().technician.update({ where: { id: listing.id }, data: { status: "draft" } });
    expect((await decideClaim(robin, { id, ...APPROVE }, days(14))).ok).toBe(true);
  });

  test("F-13 of fifty decisions on claims of one listing one is carried out, and it has one keeper", async () => {
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => addClaimant()));
    const ids: string[] = [];
    for (const person of people) ids.push(await byDocument(person));
    const outcomes = await asManyAtOnce(50, (at) => decideClaim(robin, { id: ids[at % 5] ?? "", ...APPROVE }, NOW));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().listingClaim.count({ where: { status: "granted" } })).toBe(1);
    expect(people.map(({ userId }) => userId)).toContain(await keeperId());
    expect(await db().user.count({ where: { roles: { has: "technician" } } })).toBe(1);
  });

  test("a claimant who has made a profile meanwhile can only be refused", async () => {
    const id = await byDocument(ada);
    await addListing({ ownerId: ada.userId, status: "draft" });
    expect(await decideClaim(robin, { id, ...APPROVE }, NOW)).toEqual({ ok: false, reason: "keeps_another" });
    expect((await decideClaim(robin, { id, ...REJECT }, NOW)).ok).toBe(true);
    expect(await claimRow(id)).toMatchObject({ status: "refused", closedReason: "not_proven" });
  });

  test("Z-06 a claim that is not proven can't be granted, but refused where nobody can be reached", async () => {
    const id = await claim(ada, { method: "post_code" });
    expect(await decideClaim(robin, { id, ...APPROVE }, NOW)).toEqual({ ok: false, reason: "changed" });
    expect(await decideClaim(robin, { id, ...REJECT, reason: null }, NOW)).toEqual({ ok: false, reason: "no_reason" });
    expect((await decideClaim(robin, { id, ...REJECT }, NOW)).ok).toBe(true);
    expect(await decideClaim(robin, { id, ...REJECT, version: 2 }, NOW)).toEqual({ ok: false, reason: "changed" });
  });
});

test("Z-07 a moderator's own claim, or one on the profile they keep, is on no desk of theirs", async () => {
  await db().technician.update({ where: { id: listing.id }, data: { ownerId: alex.userId } });
  const id = await byDocument(robin);
  for (const viewer of [robin, alex]) {
    expect(await findClaimItem(viewer, id, days(14))).toBeNull();
    expect((await listHandedIn(viewer, { kind: "listing_claim", page: 1 }, NOW)).count).toBe(0);
    expect(await decideClaim(viewer, { id, ...APPROVE }, days(14))).toEqual({ ok: false, reason: "own_matter" });
  }
});

test("while one moderator has it open no other decides it or makes its code", async () => {
  const id = await claim(ada, { method: "post_code" });
  await claimItem(robin, "listing_claim", id, NOW);
  expect(await decideClaim(alex, { id, ...REJECT }, NOW)).toEqual({ ok: false, reason: "claimed" });
  expect(await makeClaimCode(alex, id, NOW)).toEqual({ ok: false, reason: "claimed" });
});

test("P-08 Z-02 the document of a claim is for moderators, each look on record and shown to who sent it", async () => {
  const id = await byDocument(ada);
  const { documentId } = await claimRow(id);
  expect((await findClaimItem(robin, id, NOW))?.documentHref).toContain(`/documents/${documentId ?? ""}?`);
  const opened = await openForModerator(robin, documentId ?? "", "document_viewed", NOW);
  opened?.stream.destroy();
  expect(opened).toMatchObject({ mediaType: "application/pdf" });
  const kept = documentId ?? "";
  expect((await listDocumentViews(ada.userId, [kept])).get(kept)).toMatchObject([{ by: "Robin" }]);
});
