/*
 * How long a document that supports a visit is kept (P-03). It is there for one decision and for an appeal against it.
 */
const DAYS_AFTER_DECISION = 30;
const MONTHS_AFTER_APPEAL = 6;

/** When a document goes: 30 days after the decision, or six months while the author can appeal or has appealed. */
export function documentPurgeAfter(decidedAt: Date, isAppealable: boolean): Date {
  const at = new Date(decidedAt);
  if (isAppealable) at.setUTCMonth(at.getUTCMonth() + MONTHS_AFTER_APPEAL);
  else at.setUTCDate(at.getUTCDate() + DAYS_AFTER_DECISION);
  return at;
}

/** When a document of a review that is never sent or never decided goes: nothing private stays for good. */
export function undecidedDocumentPurgeAfter(sentAt: Date): Date {
  return documentPurgeAfter(sentAt, true);
}
