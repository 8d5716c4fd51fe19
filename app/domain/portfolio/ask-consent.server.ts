import { CHANGEABLE_CASES } from "#app/domain/portfolio/case-states.ts";
import { consentPath } from "#app/domain/portfolio/consent-link.server.ts";
import { consentRequestMail } from "#app/domain/portfolio/consent-mails.ts";
import { CASE_CONSENT_VERSION, CONSENT_DAYS, OWN_HEAD_CONSENT_VERSION } from "#app/domain/portfolio/consent-words.ts";
import { lockCase, ownCases } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { isSameMailbox } from "#app/domain/portfolio/same-mailbox.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";

export type AskConsentRefusal = "not_found" | "closed" | "no_pictures" | "own_address";

/**
 * Asks the person in the pictures of an own case by a mail with a link. Of the address only a keyed hash is kept. An
 * earlier request that was not answered ends with the new one. The technician's own address is refused: who shows
 * themself says so by `confirmOwnHead`.
 */
export async function askConsent(
  keeper: PortfolioKeeper,
  caseId: string,
  email: string,
  now: Date,
): Promise<Result<null, AskConsentRefusal>> {
  return db().$transaction(async (tx) => {
    const found = await hold(keeper, caseId, tx);
    if (!found.ok) return found;
    const { ownEmail, technicianName } = found.value;
    if (isSameMailbox(email, ownEmail)) return refuse("own_address" as const);
    await endUnanswered(caseId, now, tx);
    const { id } = await tx.caseConsentRequest.create({
      data: {
        portfolioCaseId: caseId,
        emailHash: keyedHash("address", email),
        textVersion: CASE_CONSENT_VERSION,
        sentAt: now,
        expiresAt: new Date(now.getTime() + CONSENT_DAYS * DAY_MS),
      },
      select: { id: true },
    });
    await queueMail(consentRequestMail(email, { requestId: id, technicianName, path: consentPath(id) }), tx);
    await recordAudit({ ...entry(keeper, caseId), action: "case_consent_asked" }, tx);
    return ok(null);
  });
}

/** The technician is the person in the pictures: their own yes, signed in, for the pictures that are there now. */
export async function confirmOwnHead(
  keeper: PortfolioKeeper,
  caseId: string,
  now: Date,
): Promise<Result<null, AskConsentRefusal>> {
  return db().$transaction(async (tx) => {
    const found = await hold(keeper, caseId, tx);
    if (!found.ok) return found;
    await endUnanswered(caseId, now, tx);
    const emailHash = keyedHash("address", found.value.ownEmail);
    await tx.caseConsentRequest.create({
      data: {
        portfolioCaseId: caseId,
        emailHash,
        textVersion: OWN_HEAD_CONSENT_VERSION,
        sentAt: now,
        expiresAt: now,
        confirmedAt: now,
      },
    });
    await tx.consent.createMany({
      data: found.value.photoIds.map((photoId) => ({
        purpose: "publish_photo" as const,
        textVersion: OWN_HEAD_CONSENT_VERSION,
        userId: keeper.userId,
        photoId,
        portfolioCaseId: caseId,
        givenAt: now,
      })),
    });
    await recordAudit({ ...entry(keeper, caseId), action: "case_consent_given" }, tx);
    return ok(null);
  });
}

function entry({ userId }: PortfolioKeeper, caseId: string) {
  return { actorId: userId, subjectKind: "portfolio_case", subjectId: caseId };
}

/** An own case whose pictures can still be asked about, held until the end of the transaction. */
async function hold(keeper: PortfolioKeeper, caseId: string, tx: Db) {
  await lockCase(caseId, tx);
  const found = await tx.portfolioCase.findFirst({
    where: { id: caseId, ...ownCases(keeper) },
    select: {
      status: true,
      photos: { select: { id: true } },
      technician: { select: { name: true, owner: { select: { email: true } } } },
    },
  });
  if (!found?.technician.owner) return refuse("not_found" as const);
  if (!CHANGEABLE_CASES.includes(found.status)) return refuse("closed" as const);
  if (found.photos.length === 0) return refuse("no_pictures" as const);
  const { technician, photos } = found;
  return ok({
    technicianName: technician.name,
    ownEmail: technician.owner?.email ?? "",
    photoIds: photos.map(({ id }) => id),
  });
}

async function endUnanswered(portfolioCaseId: string, now: Date, tx: Db): Promise<void> {
  await tx.caseConsentRequest.updateMany({
    where: { portfolioCaseId, confirmedAt: null, declinedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}
