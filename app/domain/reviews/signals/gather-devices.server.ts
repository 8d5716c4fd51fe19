import type { DeviceFacts } from "#app/domain/reviews/signals/find-shared-device.ts";
import type { ReviewUnderTest } from "#app/domain/reviews/signals/review-under-test.server.ts";
import type { Db } from "#app/platform/db.server.ts";

export async function gatherDevices(review: ReviewUnderTest, tx: Db): Promise<DeviceFacts> {
  const { id, technicianId, authorId, deviceHash, ipHash, technician } = review;
  const { ownerId } = technician;
  const byOthers = async (where: { deviceHash: string } | { ipHash: string }) => {
    const found = await tx.review.findMany({
      where: { ...where, technicianId, id: { not: id }, OR: [{ authorId: null }, { authorId: { not: authorId } }] },
      orderBy: { submittedAt: "desc" },
      take: 20,
      select: { id: true },
    });
    return found.map((other) => other.id);
  };
  // A technician may be a client of others: their own reviews show their browser.
  const ownReviews = (where: object) => tx.review.count({ where: { ...where, authorId: ownerId } });
  return {
    sameDeviceIds: deviceHash === null ? [] : await byOthers({ deviceHash }),
    sameAddressIds: ipHash === null ? [] : await byOthers({ ipHash }),
    isTechnicianDevice: ownerId !== null && deviceHash !== null && (await ownReviews({ deviceHash })) > 0,
    isTechnicianAddress:
      ownerId !== null &&
      ipHash !== null &&
      ((await tx.session.count({ where: { userId: ownerId, ipHash } })) > 0 || (await ownReviews({ ipHash })) > 0),
  };
}
