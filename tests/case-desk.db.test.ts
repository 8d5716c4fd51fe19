import { beforeEach, expect, test } from "vitest";
import { decideCase, openCase, openNextCase } from "#app/domain/moderation/decide-case.server.ts";
import { findCaseItem } from "#app/domain/moderation/find-case-item.server.ts";
import { confirmOwnHead } from "#app/domain/portfolio/ask-consent.server.ts";
import { findOwnCase } from "#app/domain/portfolio/find-own-case.server.ts";
import { sendCase } from "#app/domain/portfolio/send-case.server.ts";
import { withdrawCaseConsent } from "#app/domain/portfolio/withdraw-consent.server.ts";
import { isPublicPhoto } from "#app/domain/profiles/is-public-photo.server.ts";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { db } from "#app/platform/db.server.ts";
import { asManyAtOnce } from "./support/moderation-desk.ts";
import { addPicture, addDraft, addSent, NOW, openPortfolioDesk, versionOf } from "./support/portfolio-desk.ts";
import type { PortfolioDesk } from "./support/portfolio-desk.ts";

let desk: PortfolioDesk;
beforeEach(async () => {
  desk = await openPortfolioDesk();
});

const approve = async (id: string, who = desk.robin, version?: number) =>
  decideCase(
    who,
    { id, version: version ?? (await versionOf(id)), decision: "approve", reason: null, note: null },
    NOW,
  );

test("an approved case is public with its oldest result, and its technician is told by a link", async () => {
  const { caseId, photoIds } = await addSent(desk);
  const { storageKey } = await db().photo.findUniqueOrThrow({ where: { id: photoIds[1] ?? "" } });
  expect(await isPublicPhoto(storageKey)).toBe(false);
  expect((await approve(caseId)).ok).toBe(true);
  expect(await isPublicPhoto(storageKey)).toBe(true);
  expect(await db().portfolioCase.findUnique({ where: { id: caseId } })).toMatchObject({
    status: "published",
    daysSinceLastSession: 40,
  });
  expect(await db().outgoingMail.count({ where: { key: { startsWith: "portfolio-case-decided:" } } })).toBe(1);
});

test("F-13 of many decisions on one version one is carried out", async () => {
  const { caseId } = await addSent(desk);
  const version = await versionOf(caseId);
  const reject = { id: caseId, version, decision: "reject", reason: "not_smp", note: "It is a tattoo." } as const;
  const outcomes = await asManyAtOnce(12, (index) =>
    index % 2 ? approve(caseId, desk.robin, version) : decideCase(desk.alex, reject, NOW),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.every((one) => one.ok || one.reason === "changed")).toBe(true);
  expect(await db().moderationDecision.count()).toBe(1);
});

test("P-02 without a yes to exactly these pictures nothing is published", async () => {
  const { caseId, photoIds } = await addSent(desk);
  await db().consent.deleteMany({ where: { photoId: photoIds[0] ?? "" } });
  expect(await approve(caseId)).toEqual({ ok: false, reason: "no_consent" });
  expect(await db().portfolioCase.findUnique({ where: { id: caseId } })).toMatchObject({ status: "submitted" });
});

test("P-02 F-22 a yes taken back while moderators publish and the index is written ends with nothing public", async () => {
  const { caseId, photoIds, token } = await addSent(desk);
  const keys = (await db().photo.findMany({ where: { id: { in: photoIds } } })).map(({ storageKey }) => storageKey);
  const version = await versionOf(caseId);
  await Promise.all([
    approve(caseId, desk.robin, version),
    withdrawCaseConsent(token, NOW),
    drainOutbox(),
    approve(caseId, desk.alex, version),
  ]);
  await drainOutbox();
  expect(await db().portfolioCase.findUnique({ where: { id: caseId } })).toMatchObject({ status: "withdrawn" });
  for (const key of keys) expect(await isPublicPhoto(key)).toBe(false);
  expect(await db().searchOutbox.count()).toBe(0);
});

test("Z-07 nobody decides or reads a case of their own, or of somebody at the same premises", async () => {
  const { caseId } = await addSent(desk);
  expect(await approve(caseId, desk.owner)).toEqual({ ok: false, reason: "own_matter" });
  expect(await findCaseItem(desk.owner, caseId, NOW)).toBeNull();
  expect(await openCase(desk.owner, caseId, NOW)).toEqual({ ok: false, reason: "own_matter" });
});

test("a refusal needs a reason of cases and the facts; the technician reads both and hands in again", async () => {
  const { caseId } = await addSent(desk);
  const version = await versionOf(caseId);
  const ask = { id: caseId, version, decision: "request_changes", note: "Cover the ear with the ring." } as const;
  for (const reason of [null, "number_not_found"] as const) {
    expect(await decideCase(desk.robin, { ...ask, reason }, NOW)).toEqual({ ok: false, reason: "no_reason" });
  }
  expect((await decideCase(desk.robin, { ...ask, reason: "shows_identity" }, NOW)).ok).toBe(true);
  expect(await findOwnCase(desk.keeper, caseId, NOW)).toMatchObject({
    status: "changes_requested",
    refusal: { reason: "shows_identity", note: "Cover the ear with the ring." },
  });
  const again = await sendCase(desk.keeper, caseId, { event: "submit", version: version + 1 }, NOW);
  expect(again.ok).toBe(true);
});

test("P-08 a moderator's look is on record once in a while, and the technician sees it", async () => {
  const { caseId } = await addSent(desk);
  await findCaseItem(desk.robin, caseId, new Date());
  await findCaseItem(desk.robin, caseId, new Date());
  expect((await findOwnCase(desk.keeper, caseId, NOW))?.looks.map(({ by }) => by)).toEqual(["Robin"]);
});

test("drafts and what is withdrawn are nobody's to check, and a taken-back case is gone from the queue", async () => {
  const { caseId } = await addSent(desk);
  expect(await openNextCase(desk.robin, NOW)).toBe(caseId);
  await sendCase(desk.keeper, caseId, { event: "take_back", version: await versionOf(caseId) }, NOW);
  expect(await findCaseItem(desk.robin, caseId, NOW)).toBeNull();
  expect(await openNextCase(desk.alex, NOW)).toBeNull();
  expect((await approve(caseId)).ok).toBe(false);
});

test("pictures that stand on another technician's case, or in another case of the same one, are told", async () => {
  const { caseId } = await addSent(desk);
  const theirs = await addDraft({ keeper: desk.stranger });
  await addPicture(desk, (await addDraft(desk)).caseId, { seed: 2 });
  const item = await findCaseItem(desk.robin, caseId, NOW);
  expect(item?.similar.some(({ where }) => where === "a case of Ben Rowe")).toBe(true);
  expect(item?.similar.some(({ where }) => where === "a case of Ada Stone")).toBe(true);
  expect(item?.similar.map(({ href }) => href)).toContain(`/moderation/portfolio/${theirs.caseId}`);
});

test("a case that shows the technician's own head says so to the moderator", async () => {
  const { caseId } = await addDraft(desk);
  await confirmOwnHead(desk.keeper, caseId, NOW);
  await sendCase(desk.keeper, caseId, { event: "submit", version: await versionOf(caseId) }, NOW);
  expect(await findCaseItem(desk.robin, caseId, NOW)).toMatchObject({ isOwnHead: true, consent: "given" });
  expect((await approve(caseId)).ok).toBe(true);
});
