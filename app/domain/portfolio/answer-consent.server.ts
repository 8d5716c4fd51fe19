import { readConsentToken } from "#app/domain/portfolio/consent-link.server.ts";
import { consentGivenMail } from "#app/domain/portfolio/consent-mails.ts";
import { lockCase } from "#app/domain/portfolio/own-case.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * `not_found`: a link that is not ours. `pictures_changed`: the case has other pictures than those that were shown with
 * the form. `closed`: answered already, out of time, or the case is gone.
 */
export type AnswerConsentRefusal = "not_found" | "pictures_changed" | "closed";

/**
 * The answer of the person in the pictures, by their link. A yes is for exactly the pictures that they were shown, and
 * is kept for each picture and the case. Of many presses at once one counts; the same answer again changes nothing.
 */
export async function answerConsent(
  token: string,
  { isYes, shownPhotoIds }: { isYes: boolean; shownPhotoIds: readonly string[] },
  now: Date,
): Promise<Result<null, AnswerConsentRefusal>> {
  const requestId = readConsentToken(token);
  if (requestId === null) return refuse("not_found");
  return db().$transaction(async (tx) => {
    const found = await findRequest(requestId, tx);
    if (!found) return refuse("not_found");
    const { portfolioCaseId, emailHash, textVersion } = found;
    await lockCase(portfolioCaseId, tx);
    const portfolioCase = await tx.portfolioCase.findUnique({
      where: { id: portfolioCaseId },
      select: {
        status: true,
        photos: { select: { id: true } },
        technician: { select: { owner: { select: { email: true } } } },
      },
    });
    if (!portfolioCase || portfolioCase.status === "withdrawn") return refuse("closed");
    const photoIds = portfolioCase.photos.map(({ id }) => id);
    if (isYes && !isSame(photoIds, shownPhotoIds)) {
      return (await isAnsweredYes(requestId, tx)) ? ok(null) : refuse("pictures_changed");
    }
    const { count } = await tx.caseConsentRequest.updateMany({
      where: { id: requestId, confirmedAt: null, declinedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      data: isYes ? { confirmedAt: now } : { declinedAt: now },
    });
    if (count !== 1) return (await isAnswered(requestId, isYes, tx)) ? ok(null) : refuse("closed");
    const { owner } = portfolioCase.technician;
    if (isYes) {
      await tx.consent.createMany({
        data: photoIds.map((photoId) => ({
          purpose: "publish_photo" as const,
          textVersion,
          subjectEmailHash: emailHash,
          photoId,
          portfolioCaseId,
          givenAt: now,
        })),
      });
      if (owner) await queueMail(consentGivenMail(owner.email, { requestId, caseId: portfolioCaseId }), tx);
    }
    // By the link, which needs nobody signed in.
    const action = isYes ? "case_consent_given" : "case_consent_not_given";
    await recordAudit({ actorId: null, action, subjectKind: "portfolio_case", subjectId: portfolioCaseId }, tx);
    return ok(null);
  });
}

function findRequest(id: string, tx: Db) {
  return tx.caseConsentRequest.findUnique({
    where: { id },
    select: { portfolioCaseId: true, emailHash: true, textVersion: true },
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((id) => other.includes(id));
}

const isAnsweredYes = (requestId: string, tx: Db) => isAnswered(requestId, true, tx);

async function isAnswered(id: string, isYes: boolean, tx: Db): Promise<boolean> {
  const answered = isYes ? { confirmedAt: { not: null }, withdrawnAt: null } : { declinedAt: { not: null } };
  return (await tx.caseConsentRequest.count({ where: { id, ...answered } })) > 0;
}
