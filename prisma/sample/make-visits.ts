import { createHash } from "node:crypto";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { addDays } from "./days.ts";
import type { DraftedReview } from "./make-reviews.ts";

export type Visits = { codes: Prisma.VisitCodeCreateManyInput[]; proofs: Prisma.VisitProofCreateManyInput[] };

/** What stands behind "visit confirmed" and "document checked": a used visit code, or a document deleted since. */
export function makeVisits(
  reviews: readonly DraftedReview[],
  idOf: (kind: string, reviewId: string) => string,
): Visits {
  const visits: Visits = { codes: [], proofs: [] };
  for (const { row } of reviews) {
    if (row.proofLevel !== "confirmed" && row.proofLevel !== "document_checked") continue;
    const usedAt = new Date(row.submittedAt ?? row.createdAt ?? 0);
    const visitCodeId = row.proofLevel === "confirmed" ? idOf("visit-code", row.id) : null;
    if (visitCodeId !== null) {
      const codeHash = createHash("sha256").update(visitCodeId).digest("hex");
      visits.codes.push({
        id: visitCodeId,
        technicianId: row.technicianId,
        codeHash,
        expiresAt: addDays(usedAt, 365),
        usedAt,
        createdAt: new Date(row.lastSessionOn ?? usedAt),
      });
    }
    visits.proofs.push({ reviewId: row.id, level: row.proofLevel, visitCodeId, decidedAt: usedAt });
  }
  return visits;
}
