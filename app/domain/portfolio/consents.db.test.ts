import { beforeEach, expect, test } from "vitest";
import { answerConsent } from "#app/domain/portfolio/answer-consent.server.ts";
import { askConsent, confirmOwnHead } from "#app/domain/portfolio/ask-consent.server.ts";
import { rotateCasePhoto } from "#app/domain/portfolio/replace-case-photo.server.ts";
import { findConsentPage, openConsentPhoto } from "#app/domain/portfolio/find-consent-page.server.ts";
import { findOwnCase } from "#app/domain/portfolio/find-own-case.server.ts";
import { purgeCasePictures } from "#app/domain/portfolio/purge-case-pictures.server.ts";
import { withdrawCaseConsent } from "#app/domain/portfolio/withdraw-consent.server.ts";
import { db } from "#app/platform/db.server.ts";
import { storage } from "#app/platform/storage.server.ts";
import { asManyAtOnce } from "../../../tests/support/moderation-desk.ts";
import { addDraft, addPicture, addSent, ask, NOW, openPortfolioDesk } from "../../../tests/support/portfolio-desk.ts";
import type { PortfolioDesk } from "../../../tests/support/portfolio-desk.ts";

let desk: PortfolioDesk;
beforeEach(async () => {
  desk = await openPortfolioDesk();
});

const stateOf = async (caseId: string, now = NOW) => (await findOwnCase(desk.keeper, caseId, now))?.consent;

test("P-02 a yes is kept for each picture and the case, and the address is nowhere but on the mail", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  const token = await ask(desk, caseId);
  expect((await answerConsent(token, { isYes: true, shownPhotoIds: photoIds }, NOW)).ok).toBe(true);
  const consents = await db().consent.findMany({ orderBy: { photoId: "asc" } });
  expect(consents).toMatchObject(
    photoIds.map((photoId) => ({ photoId, portfolioCaseId: caseId, purpose: "publish_photo", withdrawnAt: null })),
  );
  const kept = JSON.stringify([
    consents,
    await db().caseConsentRequest.findMany(),
    await db().portfolioCase.findMany(),
  ]);
  expect(kept).not.toContain("subject@example.org");
  expect(await stateOf(caseId)).toBe("given");
});

test("F-11 of fifty yeses at once one counts, and all are told the same", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  const token = await ask(desk, caseId);
  const outcomes = await asManyAtOnce(50, () => answerConsent(token, { isYes: true, shownPhotoIds: photoIds }, NOW));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await db().consent.count()).toBe(2);
  expect(await db().auditEvent.count({ where: { action: "case_consent_given" } })).toBe(1);
  expect(await db().outgoingMail.count({ where: { key: { startsWith: "case-consent-given:" } } })).toBe(1);
});

test("P-02 a picture that was added or turned after the yes needs a new yes", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  await answerConsent(await ask(desk, caseId), { isYes: true, shownPhotoIds: photoIds }, NOW);
  await addPicture(desk, caseId, { seed: 3 });
  expect(await stateOf(caseId)).toBe("pictures_changed");
  const all = (await db().photo.findMany({ select: { id: true } })).map(({ id }) => id);
  await answerConsent(await ask(desk, caseId), { isYes: true, shownPhotoIds: all }, NOW);
  expect(await stateOf(caseId)).toBe("given");
  await rotateCasePhoto(desk.keeper, photoIds[0] ?? "", 1, NOW);
  expect(await stateOf(caseId)).toBe("pictures_changed");
});

test("P-02 a yes to other pictures than those that are there now is no yes", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  const token = await ask(desk, caseId);
  await addPicture(desk, caseId, { seed: 3 });
  expect(await answerConsent(token, { isYes: true, shownPhotoIds: photoIds }, NOW)).toEqual({
    ok: false,
    reason: "pictures_changed",
  });
  expect(await db().consent.count()).toBe(0);
});

test("a no and no answer look the same to the technician, and neither can be turned into a yes", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  const token = await ask(desk, caseId);
  expect(await stateOf(caseId)).toBe("waiting");
  expect((await answerConsent(token, { isYes: false, shownPhotoIds: [] }, NOW)).ok).toBe(true);
  expect(await stateOf(caseId)).toBe("not_given");
  const yes = { isYes: true, shownPhotoIds: photoIds };
  expect(await answerConsent(token, yes, NOW)).toEqual({ ok: false, reason: "closed" });
  const late = await ask(desk, caseId);
  const after = new Date(NOW.getTime() + 31 * 86_400_000);
  expect(await stateOf(caseId, after)).toBe("not_given");
  expect(await answerConsent(late, yes, after)).toEqual({ ok: false, reason: "closed" });
});

test("Z-02 a link that was changed by one letter is no link, and shows no picture", async () => {
  const { caseId, photoIds } = await addDraft(desk);
  const token = await ask(desk, caseId);
  const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  expect(await findConsentPage(forged, NOW)).toBeNull();
  expect(await openConsentPhoto(forged, photoIds[0] ?? "", NOW)).toBeNull();
  expect((await answerConsent(forged, { isYes: true, shownPhotoIds: photoIds }, NOW)).ok).toBe(false);
  expect(await withdrawCaseConsent(forged, NOW)).toBe(false);
  const other = await addDraft(desk);
  expect(await openConsentPhoto(token, other.photoIds[0] ?? "", NOW)).toBeNull();
  (await openConsentPhoto(token, photoIds[0] ?? "", NOW))?.stream.destroy();
});

test("the technician's own address is refused, with any tag; who shows their own head confirms it signed in", async () => {
  const { caseId } = await addDraft(desk);
  const tagged = desk.owner.email.replace("@", "+client@");
  for (const email of [desk.owner.email, tagged]) {
    expect(await askConsent(desk.keeper, caseId, email, NOW)).toEqual({ ok: false, reason: "own_address" });
  }
  expect(await db().outgoingMail.count()).toBe(0);
  expect((await confirmOwnHead(desk.keeper, caseId, NOW)).ok).toBe(true);
  expect(await findOwnCase(desk.keeper, caseId, NOW)).toMatchObject({ consent: "given", isOwnHead: true });
  expect((await askConsent(desk.stranger, caseId, "x@example.org", NOW)).ok).toBe(false);
  expect((await confirmOwnHead(desk.stranger, caseId, NOW)).ok).toBe(false);
});

test("P-04 the mail says nothing of what the pictures show", async () => {
  const { caseId } = await addDraft(desk);
  await ask(desk, caseId);
  const [mail] = await db().outgoingMail.findMany();
  expect(mail?.subject).toBe("Ada Stone asks for your consent");
});

test("P-02 F-22 a yes taken back withdraws the case in one step and deletes the pictures; again changes nothing", async () => {
  const { caseId, photoIds, token } = await addSent(desk);
  const keys = (await db().photo.findMany({ where: { id: { in: photoIds } } })).map(({ storageKey }) => storageKey);
  const outcomes = await asManyAtOnce(12, () => withdrawCaseConsent(token, NOW));
  expect(outcomes.every(Boolean)).toBe(true);
  expect(await db().portfolioCase.findUnique({ where: { id: caseId } })).toMatchObject({ status: "withdrawn" });
  expect(await db().consent.count({ where: { portfolioCaseId: caseId, withdrawnAt: { not: null } } })).toBe(2);
  expect(await db().auditEvent.count({ where: { action: "case_consent_taken_back" } })).toBe(1);
  expect(await db().outgoingMail.count({ where: { key: { startsWith: "case-consent-taken-back:" } } })).toBe(1);
  for (const key of keys) expect(await storage().read(key, "960.webp")).toBeNull();
  expect(await db().photo.count()).toBe(0);
  expect(await findConsentPage(token, NOW)).toMatchObject({ state: "taken_back", photos: [] });
});

test("P-02 what was cut off after the commit is deleted by the job", async () => {
  const { photoIds, token } = await addSent(desk);
  const [key = ""] = (await db().photo.findMany({ where: { id: { in: photoIds } } })).map((row) => row.storageKey);
  const broken = { ...storage(), remove: () => Promise.reject(new Error("the power went")) };
  await expect(withdrawCaseConsent(token, NOW, broken)).rejects.toThrow("the power went");
  expect(await db().portfolioCase.findMany()).toMatchObject([{ status: "withdrawn" }]);
  (await storage().read(key, "960.webp"))?.stream.destroy();
  expect(await purgeCasePictures()).toBe(2);
  expect(await storage().read(key, "960.webp")).toBeNull();
  expect(await purgeCasePictures()).toBe(0);
});
