import { invitationMail } from "#app/domain/reviews/invitation-mails.ts";
import { makeVisitCodes } from "#app/domain/reviews/make-visit-code.server.ts";
import {
  hashInvitedAddress,
  isInvitationStopped,
  stopInvitationsPath,
} from "#app/domain/reviews/stop-invitations.server.ts";
import { reviewPathWithCode } from "#app/domain/reviews/visit-code.ts";
import { dayWords } from "#app/domain/technicians/fact-words.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";

/** For so long nobody is invited by the same technician again. */
const AGAIN_AFTER_DAYS = 365;

export type Inviting = { id: string; slug: string; name: string };

/**
 * Makes a code for somebody and mails it; needs `lockVisitCodes` before. An address that wants no invitations, or had
 * one from this technician within the year, gets no mail; a code is made all the same, so that the technician's figures
 * don't tell who that is.
 */
export async function sendInvitation(
  technician: Inviting,
  email: string,
  channel: "mail" | "enquiry",
  now: Date,
  tx: Db,
): Promise<void> {
  const emailHash = hashInvitedAddress(email);
  const since = new Date(now.getTime() - AGAIN_AFTER_DAYS * DAY_MS);
  const earlier = await tx.visitCode.count({
    where: { technicianId: technician.id, emailHash, createdAt: { gt: since } },
  });
  const isStopped = await isInvitationStopped(emailHash, tx);
  const [made] = await makeVisitCodes(technician.id, 1, { channel, emailHash }, now, tx);
  if (!made || earlier > 0 || isStopped) return;
  const mail = invitationMail({
    visitCodeId: made.id,
    to: email,
    technicianName: technician.name,
    reviewPath: reviewPathWithCode(technician.slug, made.code),
    until: dayWords(made.expiresAt),
    stopPath: stopInvitationsPath(emailHash),
    because: channel === "enquiry" ? "enquiry" : "address_given",
  });
  await queueMail(mail, tx);
}
