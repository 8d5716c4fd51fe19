import { followNotices } from "#app/domain/moderation/follow-notices.server.ts";
import { checkWaitingReviews } from "#app/domain/reviews/signals/check-waiting-reviews.server.ts";
import { forgetOldSignIns } from "#app/domain/accounts/forget-old-sign-ins.server.ts";
import { forgetOldCounts } from "#app/domain/insights/forget-old-counts.server.ts";
import { purgeDocuments } from "#app/domain/media/keep-document.server.ts";
import { recomputeResponseTimes } from "#app/domain/enquiries/recompute-response-time.server.ts";
import { makeAvif } from "#app/domain/media/make-avif.server.ts";
import { lapseListingClaims } from "#app/domain/technicians/lapse-listing-claims.server.ts";
import { expireEvidence } from "#app/domain/moderation/expire-evidence.server.ts";
import { warnOfExpiry } from "#app/domain/moderation/warn-of-expiry.server.ts";
import { endLapsedClaims } from "#app/domain/moderation/end-claims.server.ts";
import { forgetOldUploads } from "#app/domain/portfolio/pending-upload.server.ts";
import { purgeCasePictures } from "#app/domain/portfolio/purge-case-pictures.server.ts";
import { remindToConfirm } from "#app/domain/profiles/edit/remind-to-confirm.server.ts";
import { askForFollowUps } from "#app/domain/reviews/ask-for-follow-ups.server.ts";
import { deleteOldDrafts, forgetWhereFrom } from "#app/domain/reviews/forget-old-traces.server.ts";
import { remindOfChanges } from "#app/domain/reviews/remind-of-changes.server.ts";
import { checkNewestAudit } from "#app/platform/check-audit.server.ts";
import { deleteOldLimits, deleteOldMails } from "#app/platform/delete-old-rows.server.ts";
import { createMailSender } from "#app/platform/send-mails.server.ts";
import type { Job } from "#app/server/clock.ts";

/** Everything that the clock does, each on its own. A job's turn may come late or twice: it must stand both. */
export const JOBS: readonly Job[] = [
  { name: "send mails", everySeconds: 2, run: createMailSender() },
  { name: "check the audit record", everySeconds: 86_400, run: checkNewestAudit },
  { name: "ask for follow-ups", everySeconds: 3_600, run: askForFollowUps },
  { name: "remind of changes", everySeconds: 3_600, run: remindOfChanges },
  { name: "remind of unconfirmed profiles", everySeconds: 3_600, run: remindToConfirm },
  { name: "forget old sign-ins", everySeconds: 3_600, run: forgetOldSignIns },
  { name: "forget where reviews came from", everySeconds: 3_600, run: forgetWhereFrom },
  { name: "delete old drafts", everySeconds: 86_400, run: deleteOldDrafts },
  { name: "end lapsed claims", everySeconds: 3_600, run: endLapsedClaims },
  { name: "lapse claims on listings", everySeconds: 600, run: lapseListingClaims },
  { name: "delete old limits", everySeconds: 3_600, run: deleteOldLimits },
  { name: "delete old mails", everySeconds: 86_400, run: deleteOldMails },
  { name: "look for signals of reviews", everySeconds: 3, run: checkWaitingReviews },
  { name: "make AVIF copies", everySeconds: 15, run: (now) => makeAvif(now) },
  { name: "delete documents whose time is over", everySeconds: 600, run: (now) => purgeDocuments(now) },
  { name: "forget old counts", everySeconds: 86_400, run: forgetOldCounts },
  { name: "delete pictures of withdrawn cases", everySeconds: 60, run: () => purgeCasePictures() },
  { name: "forget uploads that were not finished", everySeconds: 600, run: (now) => forgetOldUploads(now) },
  { name: "count enquiries that nobody answered", everySeconds: 86_400, run: (now) => recomputeResponseTimes(now) },
  { name: "expire evidence", everySeconds: 60, run: expireEvidence },
  { name: "warn of expiry", everySeconds: 600, run: warnOfExpiry },
  { name: "follow defamation notices", everySeconds: 60, run: followNotices },
];
