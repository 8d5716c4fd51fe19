import { beforeEach, describe, expect, test } from "vitest";
import { answerListingClaim, findKeepersClaim } from "#app/domain/technicians/answer-listing-claim.server.ts";
import { findOwnClaim } from "#app/domain/technicians/find-own-claims.server.ts";
import { lapseListingClaims } from "#app/domain/technicians/lapse-listing-claims.server.ts";
import { isClaimLinkOpen, proveListingClaim } from "#app/domain/technicians/prove-listing-claim.server.ts";
import { startListingClaim } from "#app/domain/technicians/start-listing-claim.server.ts";
import type { ListingClaimInput } from "#app/domain/technicians/start-listing-claim.server.ts";
import { withdrawListingClaim } from "#app/domain/technicians/withdraw-listing-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { findSignedIn } from "#app/platform/sessions.server.ts";
import { linkMailedTo, mailsTo } from "../../../tests/support/browser.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { asManyAtOnce } from "../../../tests/support/moderation-desk.ts";
import { addClaimant, addListing, signInAgain } from "../../../tests/support/studio/claim-people.ts";
import type { Claimant } from "../../../tests/support/studio/claim-people.ts";

const NOW = new Date("2026-11-27T12:00:00Z");
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const days = (count: number) => hours(24 * count);
const STATEMENT = "I own this studio and work there.";
const MAILBOX = "info@crown-street.example";
const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");

let ada: Claimant;
let listing: Awaited<ReturnType<typeof addListing>>;
beforeEach(async () => {
  await emptyDatabase();
  ada = await addClaimant({ displayName: "Ada" });
  listing = await addListing();
});

async function claim(viewer: Claimant, proof: ListingClaimInput["proof"], technicianId = listing.id): Promise<string> {
  const started = await startListingClaim(viewer, { technicianId, statement: STATEMENT, proof }, NOW);
  if (!started.ok) throw new Error(started.reason);
  return started.value.claimId;
}
const byMail = (viewer: Claimant) => claim(viewer, { method: "domain_email", address: MAILBOX });
const byDocument = (viewer: Claimant) => claim(viewer, { method: "documents", bytes: PDF });
const mailedToken = async () => (await linkMailedTo(MAILBOX)).split("/").at(-1) ?? "";
const stateOf = async (id: string) => (await db().listingClaim.findUniqueOrThrow({ where: { id } })).status;
const keeperId = async () => (await db().technician.findUniqueOrThrow({ where: { id: listing.id } })).ownerId;
const link = (token: string) => ({ kind: "link", token }) as const;

/** Somebody who keeps the listing already. */
async function addKeeper(): Promise<Claimant> {
  const keeper = await addClaimant({ displayName: "Kit", roles: ["technician"] });
  await db().technician.update({ where: { id: listing.id }, data: { ownerId: keeper.userId } });
  return { ...keeper, technicianId: listing.id };
}

describe("by a link to the studio's own domain", () => {
  test("Z-05 S-03 the listing is the claimant's at once, its status stays, the old session is worthless", async () => {
    const other = await signInAgain(ada.userId);
    const id = await byMail(ada);
    const token = await mailedToken();
    const kept = await db().listingClaim.findUniqueOrThrow({ where: { id } });
    expect(kept.codeHash).not.toContain(token);
    expect(await isClaimLinkOpen(ada, id, token, NOW)).toEqual({ name: listing.name });
    const proven = await proveListingClaim(ada, id, link(token), NOW);
    if (!proven.ok || proven.value.outcome !== "granted") throw new Error("not granted");
    expect(await findSignedIn(`sid=${proven.value.sessionToken}`)).toMatchObject({
      technicianId: listing.id,
      roles: ["client", "technician"],
    });
    expect([await findSignedIn(ada.cookie), await findSignedIn(other.cookie)]).toEqual([null, null]);
    const profile = await db().technician.findUniqueOrThrow({
      where: { id: listing.id },
      include: { revisions: true },
    });
    expect(profile).toMatchObject({ ownerId: ada.userId, status: "unclaimed", revisions: [{ section: "owner" }] });
    expect(await stateOf(id)).toBe("granted");
    const actions = await db().auditEvent.findMany({ orderBy: { sequence: "asc" }, select: { action: true } });
    expect(actions.map(({ action }) => action)).toEqual([
      "listing_claimed",
      "role_given",
      "profile_handed_over",
      "listing_claim_granted",
    ]);
  });

  test("Z-02 it works once, for 24 hours, for this claim and for whoever made it", async () => {
    const id = await byMail(ada);
    const token = await mailedToken();
    const bo = await addClaimant();
    expect(await proveListingClaim(bo, id, link(token), NOW)).toEqual({ ok: false, reason: { kind: "not_found" } });
    expect(await isClaimLinkOpen(bo, id, token, NOW)).toBeNull();
    const over = { ok: false, reason: { kind: "over" } };
    expect(await proveListingClaim(ada, id, link("b".repeat(43)), NOW)).toEqual(over);
    expect(await proveListingClaim(ada, id, { kind: "code", code: "12345678" }, NOW)).toEqual(over);
    expect(await proveListingClaim(ada, id, link(token), hours(24))).toEqual(over);
    const proven = await proveListingClaim(ada, id, link(token), hours(23));
    expect(proven.ok).toBe(true);
    const again = await signInAgain(ada.userId);
    expect(await proveListingClaim(again, id, link(token), hours(23))).toEqual(over);
  });

  test("a mailbox elsewhere is refused and mailed nothing", async () => {
    for (const address of ["info@crown-street.example.evil.com", "info@evil.com"]) {
      const input = {
        technicianId: listing.id,
        statement: STATEMENT,
        proof: { method: "domain_email", address },
      } as const;
      expect(await startListingClaim(ada, input, NOW)).toEqual({ ok: false, reason: "other_domain" });
    }
    expect([await db().outgoingMail.count(), await db().listingClaim.count()]).toEqual([0, 0]);
  });

  test("Z-06 of fifty presses at once one is granted", async () => {
    const id = await byMail(ada);
    const token = await mailedToken();
    const outcomes = await asManyAtOnce(50, () => proveListingClaim(ada, id, link(token), NOW));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().technicianRevision.count()).toBe(1);
    expect(await keeperId()).toBe(ada.userId);
  });
});

describe("a claim that others contest", () => {
  test("Z-06 fifty who claim the same listing and prove it at once: nobody gets it without a moderator", async () => {
    const people = await Promise.all(Array.from({ length: 50 }, () => addClaimant()));
    const claims: { viewer: Claimant; id: string; token: string }[] = [];
    for (const viewer of people) {
      const id = await byMail(viewer);
      claims.push({ viewer, id, token: await mailedToken() });
    }
    const outcomes = await asManyAtOnce(50, (at) => {
      const one = claims[at];
      if (!one) throw new Error("fifty claims");
      return proveListingClaim(one.viewer, one.id, link(one.token), NOW);
    });
    expect(new Set(outcomes.map((one) => (one.ok ? one.value.outcome : one.reason.kind)))).toEqual(
      new Set(["awaiting_moderator"]),
    );
    expect(await keeperId()).toBeNull();
  });

  test("Z-06 somebody who proves claims on two listings at once gets one of them", async () => {
    const other = await addListing();
    const first = await byMail(ada);
    const firstToken = await mailedToken();
    const second = await claim(ada, { method: "domain_email", address: MAILBOX }, other.id);
    const secondToken = await mailedToken();
    const outcomes = await Promise.all([
      proveListingClaim(ada, first, link(firstToken), NOW),
      proveListingClaim(ada, second, link(secondToken), NOW),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().technician.count({ where: { ownerId: ada.userId } })).toBe(1);
    expect([await stateOf(first), await stateOf(second)].sort()).toEqual(["granted", "withdrawn"]);
  });

  test("a profile that somebody keeps waits for a moderator, and its keeper is told and can object once", async () => {
    const keeper = await addKeeper();
    const id = await byDocument(ada);
    expect(await mailsTo(keeper.email)).toMatchObject([{ action: { path: `/studio/objections/${id}` } }]);
    expect(await findKeepersClaim(keeper, id, NOW)).toMatchObject({
      answer: "awaited",
      until: "2026-12-11",
      canAnswer: true,
    });
    const objection = "I have kept it for years.";
    expect(await answerListingClaim(keeper, { claimId: id, objection }, NOW)).toEqual({ ok: true, value: null });
    expect(await answerListingClaim(keeper, { claimId: id, objection: null }, NOW)).toEqual({
      ok: false,
      reason: "over",
    });
    expect(await findKeepersClaim(keeper, id, NOW)).toMatchObject({ answer: "objected", objection, canAnswer: false });
  });

  test("an objection after 14 days is over", async () => {
    const keeper = await addKeeper();
    const id = await byDocument(ada);
    const late = { claimId: id, objection: "I have kept it for years." };
    expect(await answerListingClaim(keeper, late, days(14))).toEqual({ ok: false, reason: "over" });
    expect(await findKeepersClaim(keeper, id, days(14))).toMatchObject({ answer: "silent", canAnswer: false });
  });

  test("Z-02 nobody else can read or answer it, the claimant included, nor whoever keeps another profile", async () => {
    await addKeeper();
    const id = await byDocument(ada);
    const bo = await addClaimant({ roles: ["technician"] });
    for (const viewer of [ada, bo]) {
      expect(await findKeepersClaim(viewer, id, NOW)).toBeNull();
      const answer = { claimId: id, objection: null };
      expect(await answerListingClaim(viewer, answer, NOW)).toEqual({ ok: false, reason: "not_found" });
    }
    expect(await findOwnClaim(bo, id, NOW)).toBeNull();
    expect(await withdrawListingClaim(bo, { claimId: id, version: 1 }, NOW)).toEqual({
      ok: false,
      reason: "not_found",
    });
  });
});

describe("claiming", () => {
  test("Z-06 fifty claims of one person on one listing at once make one", async () => {
    const input = { technicianId: listing.id, statement: STATEMENT, proof: { method: "post_code" } } as const;
    const outcomes = await asManyAtOnce(50, () => startListingClaim(ada, input, NOW));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().listingClaim.count()).toBe(1);
  });

  test.each([
    ["an account whose address waits", async () => void (ada = { ...ada, isEmailVerified: false }), "not_verified"],
    ["a suspended profile", () => change({ status: "suspended", publishedAt: NOW }), "not_found"],
    ["a draft", () => change({ status: "draft" }), "not_found"],
    [
      "who keeps another profile",
      async () => {
        await addListing({ ownerId: ada.userId });
      },
      "keeps_another",
    ],
  ])("%s: refused", async (_, prepare, reason) => {
    await prepare();
    const input = { technicianId: listing.id, statement: STATEMENT, proof: { method: "post_code" } } as const;
    expect(await startListingClaim(ada, input, NOW)).toEqual({ ok: false, reason });
    expect(await db().listingClaim.count()).toBe(0);
  });
  const change = async (data: object) => {
    await db().technician.update({ where: { id: listing.id }, data });
  };

  test("a file that is no document is refused and nothing stays", async () => {
    const proof = { method: "documents", bytes: Buffer.from("<script>") } as const;
    const input = { technicianId: listing.id, statement: STATEMENT, proof };
    expect(await startListingClaim(ada, input, NOW)).toEqual({ ok: false, reason: "not_an_image" });
    expect([await db().listingClaim.count(), await db().privateDocument.count()]).toEqual([0, 0]);
  });

  test("V-02 a hostile statement is kept as text", async () => {
    const statement = "<script>alert(1)</script> I own this studio.";
    const input = { technicianId: listing.id, statement, proof: { method: "post_code" } } as const;
    const started = await startListingClaim(ada, input, NOW);
    expect(started.ok && (await findOwnClaim(ada, started.value.claimId, NOW))?.statement).toBe(statement);
  });

  test("withdrawn, its document goes with the next round, and the listing can be claimed again", async () => {
    const id = await byDocument(ada);
    expect(await withdrawListingClaim(ada, { claimId: id, version: 2 }, NOW)).toEqual({ ok: false, reason: "changed" });
    expect(await withdrawListingClaim(ada, { claimId: id, version: 1 }, NOW)).toEqual({ ok: true, value: null });
    expect((await db().privateDocument.findFirstOrThrow()).purgeAfter).toEqual(NOW);
    expect(await stateOf(await byDocument(ada))).toBe("awaiting_moderator");
  });
});

test("links that ran out make claims lapse, once, and the claimant is told", async () => {
  const id = await byMail(ada);
  expect(await lapseListingClaims(hours(23))).toBe(0);
  expect(await lapseListingClaims(hours(24))).toBe(1);
  expect(await lapseListingClaims(hours(25))).toBe(0);
  expect(await stateOf(id)).toBe("lapsed");
  expect((await mailsTo(ada.email)).map(({ subject }) => subject)).toEqual([
    `Your claim on ${listing.name} has lapsed`,
  ]);
});
