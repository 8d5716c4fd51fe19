import { hashVisitCode } from "#app/domain/reviews/make-visit-code.server.ts";
import type { ProofLevel } from "#app/domain/reviews/rating.ts";
import { normaliseVisitCode } from "#app/domain/reviews/visit-code.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Uses a code up for a review of this technician, once ever; null when it is wrong, used, expired or somebody else's. */
async function spendVisitCode(technicianId: string, typed: string, now: Date, tx: Db): Promise<string | null> {
  const code = normaliseVisitCode(typed);
  if (code === null) return null;
  const [spent] = await tx.visitCode.updateManyAndReturn({
    where: { codeHash: hashVisitCode(code), technicianId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { id: true },
  });
  return spent?.id ?? null;
}

/** The author's enquiry that this technician treated, which is proof by itself. */
export async function findTreatedEnquiry(
  authorId: string,
  technicianId: string,
  tx: Db = db(),
): Promise<string | null> {
  const found = await tx.enquiryRecipient.findFirst({
    where: { technicianId, status: "treated", enquiry: { authorId } },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}

type ProofInput = {
  reviewId: string;
  authorId: string;
  technicianId: string;
  /** As it was typed, or null. */
  visitCode: string | null;
  isContactConfirmed: boolean;
};

/**
 * Settles how far a visit is supported when its review is sent, in that transaction: what was proven before stays. A
 * document alone changes nothing until a moderator has looked at it.
 */
export async function settleProof(
  { reviewId, authorId, technicianId, visitCode, isContactConfirmed }: ProofInput,
  now: Date,
  tx: Db,
): Promise<Result<ProofLevel, "wrong_code">> {
  const before = await tx.visitProof.findUnique({
    where: { reviewId },
    select: { recipientId: true, visitCodeId: true, isAccepted: true },
  });
  let visitCodeId = before?.visitCodeId ?? null;
  if (visitCodeId === null && visitCode !== null) {
    visitCodeId = await spendVisitCode(technicianId, visitCode, now, tx);
    if (visitCodeId === null) return refuse("wrong_code");
  }
  const recipientId = before?.recipientId ?? (await findTreatedEnquiry(authorId, technicianId, tx));
  const level = levelOf({
    isConfirmed: visitCodeId !== null || recipientId !== null,
    isAccepted: before?.isAccepted === true,
    isContactConfirmed,
  });
  const proof = { level, visitCodeId, recipientId, decidedAt: now };
  await tx.visitProof.upsert({
    where: { reviewId },
    create: { reviewId, ...proof },
    update: proof,
    select: { level: true },
  });
  return ok(level);
}

function levelOf(known: { isConfirmed: boolean; isAccepted: boolean; isContactConfirmed: boolean }): ProofLevel {
  if (known.isConfirmed) return "confirmed";
  if (known.isAccepted) return "document_checked";
  return known.isContactConfirmed ? "contact_confirmed" : "unconfirmed";
}
