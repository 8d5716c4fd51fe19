import { nextCaseStatus } from "#app/domain/portfolio/case-states.ts";
import { readConsentToken } from "#app/domain/portfolio/consent-link.server.ts";
import { consentTakenBackMail } from "#app/domain/portfolio/consent-mails.ts";
import { lockCase } from "#app/domain/portfolio/own-case.server.ts";
import { purgeCasePictures } from "#app/domain/portfolio/purge-case-pictures.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";

/**
 * Takes back a yes, by the link that it was given with and whatever became of the case since. From the commit on the
 * case and its pictures are gone for readers everywhere (P-02); then the files are deleted, by a job where that is cut
 * off. False for a link that is not ours or that no yes was given with. Doing it again changes nothing.
 */
export async function withdrawCaseConsent(token: string, now: Date, store: Storage = storage()): Promise<boolean> {
  const requestId = readConsentToken(token);
  const request = requestId === null ? null : await findConfirmed(requestId);
  if (requestId === null || !request) return false;
  const { portfolioCaseId } = request;
  await db().$transaction(async (tx) => {
    await lockCase(portfolioCaseId, tx);
    const { count } = await tx.caseConsentRequest.updateMany({
      where: { id: requestId, confirmedAt: { not: null }, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count !== 1) return;
    await tx.consent.updateMany({
      where: { portfolioCaseId, purpose: "publish_photo", withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    const { status, technician } = await tx.portfolioCase.findUniqueOrThrow({
      where: { id: portfolioCaseId },
      select: { status: true, technician: { select: { owner: { select: { email: true } } } } },
    });
    const toState = nextCaseStatus(status, "withdraw");
    if (toState !== null) {
      await tx.portfolioCase.updateMany({
        where: { id: portfolioCaseId },
        data: { status: toState, version: { increment: 1 } },
      });
      await tx.moderationClaim.deleteMany({ where: { subjectKind: "portfolio_case", subjectId: portfolioCaseId } });
      if (technician.owner) await queueMail(consentTakenBackMail(technician.owner.email, { requestId }), tx);
    }
    // By the link, which needs nobody signed in.
    const entry = { actorId: null, action: "case_consent_taken_back", subjectKind: "portfolio_case" };
    await recordAudit({ ...entry, subjectId: portfolioCaseId, fromState: status, toState: toState ?? status }, tx);
  });
  await purgeCasePictures({ caseId: portfolioCaseId }, store);
  return true;
}

function findConfirmed(id: string) {
  return db().caseConsentRequest.findFirst({
    where: { id, confirmedAt: { not: null } },
    select: { portfolioCaseId: true },
  });
}
