import { recordAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { CheckReason, ReviewReason, SubjectKind } from "#app/platform/generated/prisma/enums.ts";

export type Decision = {
  subjectKind: SubjectKind;
  subjectId: string;
  /** Null where the clock decided. */
  moderatorId: string | null;
  fromState: string;
  toState: string;
  reason: ReviewReason | null;
  /** Instead of `reason` where the subject is no text. */
  checkReason?: CheckReason | null;
  /** The facts of the case in the moderator's words, for the statement of reasons. */
  note: string | null;
  /** The version that was decided on: of two decisions on one version the database takes one. */
  subjectVersion: number;
  waitingSince: Date | null;
  /** Stars of the review, for the published rates by star band; null for what has none. */
  stars: number | null;
  requestId?: string | null;
};

/**
 * Writes the decision, ends the claim and appends to the audit record: the LAST step of the transaction that carried it
 * out by a compare-and-swap. Returns the decision's id.
 */
export async function recordDecision({ requestId = null, ...decision }: Decision, tx: Db): Promise<string> {
  const { subjectKind, subjectId, moderatorId, fromState, toState } = decision;
  const { id } = await tx.moderationDecision.create({ data: decision, select: { id: true } });
  await tx.moderationClaim.deleteMany({ where: { subjectKind, subjectId } });
  const entry = { actorId: moderatorId, action: `${subjectKind}_decided`, subjectKind, subjectId };
  const reason = decision.reason ?? decision.checkReason ?? null;
  await recordAudit({ ...entry, fromState, toState, reason, requestId }, tx);
  return id;
}
