import type { ConsentFacts } from "#app/domain/portfolio/consent-state.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What `consentStateOf` goes by for one case, as the transaction sees it. */
export async function findConsentFacts(
  portfolioCaseId: string,
  photos: readonly { id: string }[],
  tx: Db,
): Promise<ConsentFacts> {
  const [request, consents] = await Promise.all([
    tx.caseConsentRequest.findFirst({
      where: { portfolioCaseId },
      orderBy: [{ sentAt: "desc" }, { id: "desc" }],
      select: { expiresAt: true, confirmedAt: true, declinedAt: true, withdrawnAt: true },
    }),
    tx.consent.findMany({
      where: { portfolioCaseId, purpose: "publish_photo", withdrawnAt: null, photoId: { not: null } },
      select: { photoId: true },
    }),
  ]);
  return {
    photoIds: photos.map(({ id }) => id),
    consentedPhotoIds: consents.flatMap(({ photoId }) => photoId ?? []),
    request,
  };
}
