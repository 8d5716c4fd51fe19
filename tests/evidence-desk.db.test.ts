import { beforeEach, describe, expect, test } from "vitest";
import { recheckAfterPremisesChange } from "#app/domain/criteria/recheck-evidence.server.ts";
import { claimItem } from "#app/domain/moderation/claim-item.server.ts";
import { countQueues } from "#app/domain/moderation/count-queues.server.ts";
import { decideEvidence } from "#app/domain/moderation/decide-evidence.server.ts";
import type { EvidenceDecision } from "#app/domain/moderation/decide-evidence.server.ts";
import { findEvidenceItem } from "#app/domain/moderation/find-evidence-item.server.ts";
import { listHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { listVerifiedEvidence } from "#app/domain/moderation/list-verified-evidence.server.ts";
import { openEvidence, openNextEvidence } from "#app/domain/moderation/open-evidence.server.ts";
import { answerProposal } from "#app/domain/moderation/second-look.server.ts";
import { withdrawEvidence } from "#app/domain/moderation/withdraw-evidence.server.ts";
import { findBadge } from "#app/domain/profiles/find-badge.server.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { searchTechnicians } from "#app/domain/search/search-technicians.server.ts";
import { parseSearchParams } from "#app/domain/search/search-params.ts";
import { db } from "#app/platform/db.server.ts";
import type { EvidenceStatus } from "#app/platform/generated/prisma/enums.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import {
  associationRow,
  authorizationRow,
  evidenceRow,
  hygieneRow,
  regimeRow,
} from "../prisma/factories/evidence-row.ts";
import { premisesRow, technicianRow } from "../prisma/factories/technician-row.ts";
import { asManyAtOnce, openDesk } from "./support/moderation-desk.ts";
import type { Desk } from "./support/moderation-desk.ts";

const NOW = new Date("2026-06-03T12:00:00Z");
const soon = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const EXPIRY = { kind: "date", expiresOn: "2027-06-01" } as const;
const FACTS = "The register has nobody of this number.";

let desk: Desk;
let premisesId: string;

beforeEach(async () => {
  desk = await openDesk();
  const premises = premisesRow();
  premisesId = premises.id;
  await db().premises.createMany({ data: [premises] });
  await db().technicianPremises.createMany({ data: [{ technicianId: desk.technician.id, premisesId }] });
  await db().regime.createMany({
    data: [regimeRow({ key: "sample", publicRegisterUrl: "https://register.example/" })],
    skipDuplicates: true,
  });
});

type More = Partial<Parameters<typeof evidenceRow>[0]> & {
  number?: string | null;
  holder?: "person" | "premises";
  place?: string | null;
};

/** An authorization of the desk's technician; waits unless said otherwise. */
async function licence({ number = "AB-1234", holder = "person", place = null, ...more }: More = {}) {
  const row = evidenceRow({ technicianId: desk.technician.id, status: "submitted", createdAt: soon(-600), ...more });
  await db().evidence.createMany({ data: [row] });
  await db().authorization.createMany({
    data: [authorizationRow({ evidenceId: row.id, regimeKey: "sample", number, holder, premisesId: place })],
  });
  return row.id;
}
async function certificate(more: More = {}) {
  const { number: _n, holder: _h, place: _p, ...rest } = more;
  const row = evidenceRow({
    technicianId: desk.technician.id,
    kind: "hygiene",
    status: "submitted",
    createdAt: soon(-600),
    ...rest,
  });
  await db().evidence.createMany({ data: [row] });
  await db().hygieneEvidence.createMany({ data: [hygieneRow({ evidenceId: row.id })] });
  return row.id;
}
const stateOf = (id: string) => db().evidence.findUniqueOrThrow({ where: { id } });
const decision = (id: string, more: Partial<EvidenceDecision> = {}): EvidenceDecision => ({
  id,
  version: 1,
  decision: "approve",
  reason: null,
  note: null,
  expiry: EXPIRY,
  compared: ["document"],
  ...more,
});
const rejection = (id: string, more: Partial<EvidenceDecision> = {}) =>
  decision(id, { decision: "reject", reason: "number_not_found", note: FACTS, ...more });
const count = {
  decisions: () => db().moderationDecision.count(),
  audits: (action: string) => db().auditEvent.count({ where: { action } }),
  mails: () => db().outgoingMail.findMany({ select: { toEmail: true, subject: true }, orderBy: { createdAt: "asc" } }),
};
const asViewer = (person: Desk["robin"]): Viewer =>
  ({
    userId: person.id,
    displayName: person.displayName,
    roles: ["moderator"],
    lastAuthAt: NOW,
    mfaAt: NOW,
    technicianId: null,
  }) as unknown as Viewer;

describe("approving", () => {
  test("stores what was compared, until when it holds, who checked it and when, and tells the owner", async () => {
    const id = await licence();
    expect(await decideEvidence(desk.robin, decision(id, { compared: ["register", "document"] }), NOW)).toMatchObject({
      ok: true,
    });
    expect(await stateOf(id)).toMatchObject({
      status: "verified",
      version: 2,
      source: "Found in the public register; document seen",
      sourceUrl: "https://register.example/",
      checkedById: desk.robin.id,
      checkedOn: new Date("2026-06-03T00:00:00Z"),
      expiresOn: new Date("2027-06-01T00:00:00Z"),
      noExpiryReason: null,
    });
    expect(await count.mails()).toEqual([{ toEmail: desk.owner.email, subject: "Your evidence is verified" }]);
    expect(await db().moderationDecision.findFirstOrThrow()).toMatchObject({
      fromState: "submitted",
      toState: "verified",
      subjectVersion: 1,
      checkReason: null,
    });
  });

  test.each([
    ["none", "none_under_regime"],
    ["unknown", "unknown"],
  ] as const)("without a day (%s) says why there is none", async (kind, noExpiryReason) => {
    const id = await licence({ expiresOn: new Date("2026-12-01"), noExpiryReason: null });
    await decideEvidence(desk.robin, decision(id, { expiry: { kind } }), NOW);
    expect(await stateOf(id)).toMatchObject({ status: "verified", expiresOn: null, noExpiryReason });
  });

  test("is refused for what ran out, for what was not compared, and for what was read in another version", async () => {
    const id = await licence({ issuedOn: new Date("2026-01-01") });
    const attempt = (more: Partial<EvidenceDecision>) => decideEvidence(desk.robin, decision(id, more), NOW);
    const over = { kind: "date", expiresOn: "2026-06-03" } as const;
    expect(await attempt({ expiry: over })).toEqual({ ok: false, reason: "over" });
    expect(await attempt({ expiry: null })).toEqual({ ok: false, reason: "no_dates" });
    expect(await attempt({ compared: [] })).toEqual({ ok: false, reason: "no_dates" });
    expect(await attempt({ version: 7 })).toEqual({ ok: false, reason: "changed" });
    expect(await attempt({ id: "nonsense" })).toEqual({ ok: false, reason: "not_found" });
    expect([await count.decisions(), (await count.mails()).length]).toEqual([0, 0]);
  });

  test("a renewed paper takes the place of the older one in the same transaction", async () => {
    const old = await licence({ status: "expired", issuedOn: new Date("2025-01-01"), createdAt: soon(-90_000) });
    const other = await licence({ status: "verified", holder: "premises", place: premisesId });
    const id = await licence({ issuedOn: new Date("2026-05-01") });
    await decideEvidence(desk.robin, decision(id), NOW);
    expect(await stateOf(old)).toMatchObject({ status: "superseded", supersededById: id });
    expect((await stateOf(other)).status).toBe("verified");
    expect(await count.audits("evidence_superseded")).toBe(1);
  });
});

describe("F-13 two moderators at once", () => {
  test("of approving and rejecting exactly one is carried out, recorded and told", async () => {
    for (let round = 0; round < 40; round += 1) {
      const id = await certificate();
      const before = [await count.decisions(), await count.audits("evidence_decided"), (await count.mails()).length];
      const [first, second] = await Promise.all([
        decideEvidence(desk.robin, decision(id), NOW),
        decideEvidence(desk.alex, rejection(id, { reason: "altered" }), NOW),
      ]);
      expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
      for (const one of [first, second]) if (!one.ok) expect(one.reason).toBe("changed");
      const after = [await count.decisions(), await count.audits("evidence_decided"), (await count.mails()).length];
      expect(after).toEqual(before.map((number) => number + 1));
      expect((await stateOf(id)).status).toBe(first.ok ? "verified" : "rejected");
    }
  }, 120_000);

  test("two who confirm one proposal at once carry it out once", async () => {
    const id = await licence();
    const dana = (
      await db().user.create({
        data: { email: "dana@x.example", passwordHash: "x", displayName: "Dana", roles: ["moderator"] },
      })
    ).id;
    await decideEvidence(desk.robin, rejection(id), NOW);
    const outcomes = await asManyAtOnce(6, (index) =>
      answerProposal(index % 2 ? desk.alex : { userId: dana }, { id, version: 2, isConfirmed: true }, NOW),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect([(await stateOf(id)).status, await count.decisions(), (await count.mails()).length]).toEqual([
      "rejected",
      1,
      1,
    ]);
  });
});

describe("F-14 opening", () => {
  test("takes an item for a quarter of an hour; then it lapses by itself and somebody else may", async () => {
    const id = await licence();
    expect((await openEvidence(desk.robin, id, NOW)).ok).toBe(true);
    expect(await stateOf(id)).toMatchObject({ status: "in_check", version: 1 });
    expect(await openEvidence(desk.alex, id, soon(14))).toEqual({ ok: false, reason: "claimed" });
    expect(await decideEvidence(desk.alex, decision(id), soon(14))).toEqual({ ok: false, reason: "claimed" });
    expect((await openEvidence(desk.alex, id, soon(16))).ok).toBe(true);
    expect(await decideEvidence(desk.robin, decision(id), soon(17))).toEqual({ ok: false, reason: "claimed" });
    expect((await decideEvidence(desk.alex, decision(id), soon(17))).ok).toBe(true);
    expect(await count.audits("evidence_opened")).toBe(1);
    expect(await openEvidence(desk.alex, id, soon(18))).toEqual({ ok: false, reason: "changed" });
  });

  test("the next item is what has waited longest and nobody else has open", async () => {
    const [young, old] = [await licence({ createdAt: soon(-10) }), await licence({ createdAt: soon(-900) })];
    expect(await openNextEvidence(desk.robin, NOW)).toBe(old);
    expect(await openNextEvidence(desk.alex, NOW)).toBe(young);
    const dana = "00000000-0000-4000-8000-00000000000d";
    expect(await openNextEvidence({ userId: dana }, NOW)).toBeNull();
  });

  test("one kind of evidence can be listed and taken alone; the counts tell of all kinds", async () => {
    await licence({ createdAt: soon(-900) });
    const paper = await certificate();
    const page = await listHandedIn(desk.robin, { kind: "evidence", evidenceKind: "hygiene", page: 1 }, NOW);
    expect(page).toMatchObject({ count: 2, counts: { authorization: 1, hygiene: 1 }, pageCount: 1 });
    expect(page.rows).toMatchObject([{ id: paper, what: "Hygiene evidence" }]);
    expect(await openNextEvidence(desk.robin, NOW, "hygiene")).toBe(paper);
    expect(await openNextEvidence(desk.robin, NOW, "training")).toBeNull();
  });
});

describe("Z-07 a moderator's own matter", () => {
  test("own profile and same premises are in no list, not found, and not decided", async () => {
    const id = await licence();
    const mine = technicianRow({ name: "Robin’s", ownerId: desk.robin.id });
    await db().technician.createMany({ data: [mine] });
    await db().technicianPremises.createMany({ data: [{ technicianId: mine.id, premisesId }] });
    const own = await licence({ technicianId: mine.id, status: "verified" });
    for (const one of [id, own]) {
      expect(await findEvidenceItem(asViewer(desk.robin), one, NOW)).toBeNull();
      expect(await decideEvidence(desk.robin, decision(one), NOW)).toEqual({ ok: false, reason: "own_matter" });
    }
    const withdrawal = { id: own, version: 1, reason: "altered", note: FACTS } as const;
    expect(await withdrawEvidence(desk.robin, withdrawal, NOW)).toEqual({ ok: false, reason: "own_matter" });
    expect((await openEvidence(desk.robin, id, NOW)).ok).toBe(false);
    expect((await listHandedIn(desk.robin, { kind: "evidence", page: 1 }, NOW)).count).toBe(0);
    expect(await listVerifiedEvidence(desk.robin, "Robin")).toEqual([]);
    expect(await listVerifiedEvidence(desk.alex, "robin’S")).toMatchObject([{ id: own }]);
  });
});

describe("a second moderator for an authorization", () => {
  test("I4 a rejection needs a reason that fits and facts", async () => {
    const id = await certificate();
    for (const more of [{ reason: null }, { note: null }, { reason: "better_proven_by_another" }] as const) {
      expect(await decideEvidence(desk.robin, rejection(id, more), NOW)).toEqual({ ok: false, reason: "no_reason" });
    }
    expect((await stateOf(id)).status).toBe("submitted");
  });

  test("the first only proposes: the owner is not told, and the first can neither see it wait nor confirm it", async () => {
    const id = await licence();
    expect(await decideEvidence(desk.robin, rejection(id), NOW)).toEqual({ ok: true, value: { proposed: "rejected" } });
    expect(await stateOf(id)).toMatchObject({ status: "in_check", version: 2 });
    expect([await count.decisions(), (await count.mails()).length]).toEqual([0, 0]);
    expect(await count.audits("evidence_rejected_proposed")).toBe(1);
    expect((await listHandedIn(desk.robin, { kind: "evidence", page: 1 }, NOW)).count).toBe(0);
    expect((await listHandedIn(desk.alex, { kind: "evidence", page: 1 }, NOW)).rows).toMatchObject([
      { id, remark: "Second look: rejection proposed" },
    ]);
    const yes = { id, version: 2, isConfirmed: true };
    expect(await answerProposal(desk.robin, yes, NOW)).toEqual({ ok: false, reason: "own_matter" });
    expect((await openEvidence(desk.robin, id, NOW)).ok).toBe(false);
    for (const one of [decision(id, { version: 2 }), rejection(id, { version: 2 })]) {
      expect(await decideEvidence(desk.alex, one, NOW)).toEqual({ ok: false, reason: "second_look" });
    }
    expect((await answerProposal(desk.alex, yes, soon(5))).ok).toBe(true);
    expect(await stateOf(id)).toMatchObject({ status: "rejected", version: 3 });
    expect(await count.mails()).toEqual([{ toEmail: desk.owner.email, subject: "Your evidence was not accepted" }]);
    expect(await db().moderationDecision.findFirstOrThrow()).toMatchObject({
      moderatorId: desk.alex.id,
      checkReason: "number_not_found",
      note: FACTS,
    });
  });

  test("who is not convinced sends it back into the queue as it was", async () => {
    const id = await licence();
    await decideEvidence(desk.robin, rejection(id), NOW);
    expect(await answerProposal(desk.alex, { id, version: 2, isConfirmed: false }, NOW)).toEqual({
      ok: true,
      value: { decisionId: null },
    });
    expect(await stateOf(id)).toMatchObject({ status: "in_check", version: 3 });
    expect((await decideEvidence(desk.robin, decision(id, { version: 3 }), NOW)).ok).toBe(true);
  });

  test("asking for a better copy, and withdrawing anything else, takes one", async () => {
    const [paper, licenceId] = [await certificate({ status: "verified" }), await licence()];
    const better = { decision: "request_changes", reason: "unreadable", note: FACTS } as const;
    expect((await decideEvidence(desk.robin, decision(licenceId, better), NOW)).ok).toBe(true);
    expect((await stateOf(licenceId)).status).toBe("needs_better_copy");
    const withdrawal = { id: paper, version: 1, reason: "altered", note: FACTS } as const;
    expect((await withdrawEvidence(desk.robin, withdrawal, NOW)).ok).toBe(true);
    expect((await stateOf(paper)).status).toBe("withdrawn");
  });
});

describe("a verified licence that turns out revoked", () => {
  const filters = () =>
    searchTechnicians(parseSearchParams(new URLSearchParams("verified=authorization")).params, null, { now: NOW });

  test("is gone from profile, badge, filters and counts as soon as the first moderator holds it", async () => {
    const id = await licence({ status: "verified" });
    await drainOutbox();
    const shown = async () => {
      const found = await filters();
      const profile = await findProfile(desk.technician.slug, "2026-06-03");
      const badge = await findBadge(desk.technician.slug, "2026-06-03");
      return [found.cards.length, profile?.states.authorization, badge?.states.authorization];
    };
    expect(await shown()).toEqual([1, "checked", "checked"]);
    const withdrawal = { id, version: 1, reason: "revoked_at_source", note: FACTS } as const;
    expect(await withdrawEvidence(desk.robin, withdrawal, NOW)).toEqual({ ok: true, value: { proposed: "withdrawn" } });
    await drainOutbox();
    expect(await shown()).toEqual([0, "being_checked", "being_checked"]);
    expect((await answerProposal(desk.alex, { id, version: 2, isConfirmed: true }, soon(3))).ok).toBe(true);
    await drainOutbox();
    expect(await shown()).toEqual([0, "none_provided", "none_provided"]);
    expect((await count.mails()).map(({ subject }) => subject)).toEqual([
      "Your verified evidence is being looked at again",
      "Verified evidence was withdrawn",
    ]);
  });

  test("counts again as it did before when the second moderator lets it stand", async () => {
    const id = await licence({ status: "verified", checkedById: desk.alex.id });
    const { checkedOn } = await stateOf(id);
    await withdrawEvidence(desk.robin, { id, version: 1, reason: "revoked_at_source", note: FACTS }, NOW);
    expect((await answerProposal(desk.alex, { id, version: 2, isConfirmed: false }, soon(3))).ok).toBe(true);
    expect(await stateOf(id)).toMatchObject({ status: "verified", version: 3, checkedById: desk.alex.id, checkedOn });
  });

  test("can be held once: the second who tries is told that it changed", async () => {
    const id = await licence({ status: "verified" });
    const withdrawal = { id, version: 1, reason: "revoked_at_source", note: FACTS } as const;
    const outcomes = await Promise.all([desk.robin, desk.alex].map((who) => withdrawEvidence(who, withdrawal, NOW)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().evidenceProposal.count()).toBe(1);
  });
});

test("illegal transitions are refused and change nothing", async () => {
  const states: EvidenceStatus[] = ["declared", "needs_better_copy", "rejected", "expired", "withdrawn"];
  for (const status of [...states, "verified" as const]) {
    const id = await certificate({ status });
    expect([status, (await decideEvidence(desk.robin, decision(id), NOW)).ok]).toEqual([status, false]);
    expect([status, (await decideEvidence(desk.robin, rejection(id), NOW)).ok]).toEqual([status, false]);
    expect([status, (await openEvidence(desk.robin, id, NOW)).ok]).toEqual([status, false]);
    expect((await answerProposal(desk.robin, { id, version: 1, isConfirmed: true }, NOW)).ok).toBe(false);
    if (status !== "verified") {
      const withdrawal = { id, version: 1, reason: "altered", note: FACTS } as const;
      expect((await withdrawEvidence(desk.robin, withdrawal, NOW)).ok).toBe(false);
    }
    expect((await stateOf(id)).status).toBe(status);
  }
  expect(await count.decisions()).toBe(0);
});

test("P-07 the document goes ninety days after the decision, and stays while it is looked at again", async () => {
  const document = await db().privateDocument.create({
    data: { ownerId: desk.owner.id, storageKey: "k".repeat(26), mediaType: "image/jpeg", byteLength: 1, sha256: "a" },
  });
  const purgeAfter = async () =>
    (await db().privateDocument.findUniqueOrThrow({ where: { id: document.id } })).purgeAfter;
  const id = await licence({ documentId: document.id });
  await decideEvidence(desk.robin, decision(id), NOW);
  expect(await purgeAfter()).toEqual(new Date("2026-09-01T12:00:00Z"));
  await withdrawEvidence(desk.robin, { id, version: 2, reason: "altered", note: FACTS }, NOW);
  expect(await purgeAfter()).toBeNull();
});

test("the item says what stands out: the same number, the same file, dates that can't be, other premises", async () => {
  const other = technicianRow({ name: "Bo Lind" });
  await db().technician.createMany({ data: [other] });
  const file = (ownerId: string, key: string) => ({
    ownerId,
    storageKey: key.repeat(26),
    mediaType: "image/jpeg",
    byteLength: 1,
    sha256: "same",
    purgedAt: NOW,
  });
  const [mine, theirs] = await Promise.all([
    db().privateDocument.create({ data: file(desk.owner.id, "m") }),
    db().privateDocument.create({ data: file(desk.client.id, "t") }),
  ]);
  const elsewhere = premisesRow({ name: "Elsewhere" });
  await db().premises.createMany({ data: [elsewhere] });
  const copied = await licence({ technicianId: other.id, number: "ab 1234", documentId: theirs.id });
  const id = await licence({
    issuedOn: new Date("2026-07-01"),
    holder: "premises",
    place: elsewhere.id,
    documentId: mine.id,
  });
  const item = await findEvidenceItem(asViewer(desk.robin), id, NOW);
  expect(item?.warnings).toEqual([
    { words: "The same number stands on the profile of somebody else.", related: [{ id: copied, name: "Bo Lind" }] },
    {
      words: "The very same file or picture was handed in by another account.",
      related: [{ id: copied, name: "Bo Lind" }],
    },
    { words: "The day of issue is in the future.", related: [] },
    { words: "The premises that it names are not on the profile.", related: [] },
  ]);
  expect(item?.document).toEqual({ state: "gone" });
  expect(item?.fields[1]).toEqual({ label: "Number", value: "AB-1234" });
});

test("verified evidence is found by name or number, whatever its spelling, and nothing else is", async () => {
  const [id] = [await licence({ status: "verified" }), await licence({ number: "ZZ-1" })];
  const member = evidenceRow({ technicianId: desk.technician.id, kind: "association", status: "verified" });
  await db().evidence.createMany({ data: [member] });
  await db().association.createMany({ data: [associationRow({ evidenceId: member.id, memberNumber: "55" })] });
  expect((await listVerifiedEvidence(desk.robin, "ab 12-34")).map((one) => one.id)).toEqual([id]);
  expect((await listVerifiedEvidence(desk.robin, "STONE")).map((one) => one.id)).toEqual([id, member.id]);
  for (const nothing of ["", "%", "ZZ-1", "'; DROP TABLE"])
    expect(await listVerifiedEvidence(desk.robin, nothing)).toEqual([]);
});

test("who leaves premises has the licence of those premises looked at again, and only that", async () => {
  const kept = await licence({ status: "verified", holder: "premises", place: premisesId });
  const person = await licence({ status: "verified" });
  const elsewhere = premisesRow();
  await db().premises.createMany({ data: [elsewhere] });
  const left = await licence({ status: "verified", holder: "premises", place: elsewhere.id });
  expect(await db().$transaction((tx) => recheckAfterPremisesChange(desk.technician.id, NOW, tx))).toBe(1);
  const states = await Promise.all([kept, person, left].map(async (id) => (await stateOf(id)).status));
  expect(states).toEqual(["verified", "verified", "in_check"]);
  expect(await count.audits("evidence_recheck")).toBe(1);
  const proposed = await decideEvidence(desk.robin, rejection(left, { version: 2, reason: "place_differs" }), NOW);
  expect(proposed).toEqual({ ok: true, value: { proposed: "withdrawn" } });
});

test("the overview counts what the queue lists", async () => {
  await Promise.all([licence(), certificate(), licence({ status: "verified" })]);
  const counted = (await countQueues(desk.robin, NOW)).find(({ queue }) => queue === "evidence");
  expect(counted?.count).toBe((await listHandedIn(desk.robin, { kind: "evidence", page: 1 }, NOW)).count);
  expect(counted?.count).toBe(2);
});

test("L-01 the audit record has every step and no word of anybody's", async () => {
  const id = await licence();
  await openEvidence(desk.robin, id, NOW);
  await claimItem(desk.robin, "evidence", id, NOW);
  await decideEvidence(desk.robin, rejection(id), NOW);
  await answerProposal(desk.alex, { id, version: 2, isConfirmed: true }, NOW);
  const events = await db().auditEvent.findMany({ orderBy: { sequence: "asc" } });
  expect(events.map(({ action, fromState, toState }) => [action, fromState, toState])).toEqual([
    ["evidence_opened", "submitted", "in_check"],
    ["evidence_rejected_proposed", "in_check", "in_check"],
    ["evidence_decided", "in_check", "rejected"],
  ]);
  expect(
    JSON.stringify(events, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain(FACTS);
});
