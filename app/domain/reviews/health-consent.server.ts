import { HEALTH_CONSENT_VERSION } from "#app/domain/reviews/attestation.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Brings the ledger of consents in line with whether a health detail is kept in a review (P-06): a new line when it
 * begins to be, a date in the line when it ends. Call it in the transaction that writes or clears `concern`.
 */
export async function keepHealthConsent(
  { reviewId, userId, isKept }: { reviewId: string; userId: string; isKept: boolean },
  now: Date,
  tx: Db,
): Promise<void> {
  const purpose = "process_health_data" as const;
  const open = { reviewId, purpose, withdrawnAt: null };
  if (!isKept) {
    await tx.consent.updateMany({ where: open, data: { withdrawnAt: now } });
    return;
  }
  const given = await tx.consent.count({ where: { ...open, textVersion: HEALTH_CONSENT_VERSION } });
  if (given > 0) return;
  await tx.consent.create({ data: { reviewId, userId, purpose, textVersion: HEALTH_CONSENT_VERSION, givenAt: now } });
}
