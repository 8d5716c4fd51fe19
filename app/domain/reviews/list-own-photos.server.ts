import type { PhotoParent } from "#app/domain/reviews/add-review-photos.server.ts";
import type { OwnPhoto } from "#app/domain/reviews/own-photo.ts";
import { ownPhoto } from "#app/domain/reviews/own-photo.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

export type { OwnPhoto };

/** The photos of one's own review or follow-up, in their order; none for anybody else's. */
export async function listOwnPhotos(
  viewer: Pick<Viewer, "userId">,
  of: PhotoParent,
  tx: Db = db(),
): Promise<OwnPhoto[]> {
  const parent = "reviewId" in of ? { reviewId: of.reviewId } : { reviewFollowUpId: of.followUpId };
  const rows = await tx.photo.findMany({
    where: { ...parent, ...ownPhoto(viewer.userId) },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      storageKey: true,
      width: true,
      height: true,
      stage: true,
      daysSinceLastSession: true,
      consents: { where: { purpose: "publish_photo", withdrawnAt: { not: null } }, select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ storageKey, consents, ...photo }) => ({
    ...photo,
    key: storageKey,
    isConsented: consents.length === 0,
  }));
}
