import { randomInt } from "node:crypto";
import type { ProofLevel } from "#app/domain/reviews/rating.ts";
import {
  formatVisitCode,
  normaliseVisitCode,
  VISIT_CODE_DAYS,
  VISIT_CODE_LENGTH,
  VISIT_CODE_SYMBOLS,
  VISIT_CODES_AT_ONCE,
} from "#app/domain/reviews/visit-code.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";

/** Codes that a technician may have unused at a time. */
const MOST_UNUSED = 200;

export type ShownVisitCode = { code: string; expiresAt: Date };

/** Only this is stored: who reads the table has no code. */
function hashVisitCode(code: string): string {
  return keyedHash("link", `visit-code ${code}`);
}

function newVisitCode(): string {
  return Array.from({ length: VISIT_CODE_LENGTH }, () => VISIT_CODE_SYMBOLS[randomInt(VISIT_CODE_SYMBOLS.length)]).join(
    "",
  );
}

/** Makes codes for a technician to hand to clients. They can be read this once only. */
export async function createVisitCodes(
  viewer: Pick<Viewer, "technicianId">,
  count: number,
  now: Date,
): Promise<Result<ShownVisitCode[], "not_found" | "too_many">> {
  const { technicianId } = viewer;
  if (technicianId === null) return refuse("not_found");
  if (!Number.isInteger(count) || count < 1 || count > VISIT_CODES_AT_ONCE) return refuse("too_many");
  return db().$transaction(async (tx) => {
    // Two windows making codes at once wait for each other, so that the limit holds.
    await tx.$queryRaw`SELECT 1 AS locked FROM "Technician" WHERE id = ${technicianId}::uuid FOR NO KEY UPDATE`;
    const unused = await tx.visitCode.count({ where: { technicianId, usedAt: null, expiresAt: { gt: now } } });
    if (unused + count > MOST_UNUSED) return refuse("too_many" as const);
    const expiresAt = new Date(now.getTime() + VISIT_CODE_DAYS * DAY_MS);
    const codes = Array.from({ length: count }, newVisitCode);
    await tx.visitCode.createMany({
      data: codes.map((code) => ({ technicianId, codeHash: hashVisitCode(code), expiresAt, createdAt: now })),
    });
    return ok(codes.map((code) => ({ code: formatVisitCode(code), expiresAt })));
  });
}

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
