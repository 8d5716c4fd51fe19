import type { PhotoStage } from "#app/domain/media/photo.ts";
import { ownChangeablePhoto, ownPhoto } from "#app/domain/reviews/own-photo.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/** One of somebody's photos with what it belongs to. */
export type OwnPhotoDetail = {
  id: string;
  key: string;
  width: number;
  height: number;
  stage: PhotoStage;
  isConsented: boolean;
  /** Whether parts of it can still be hidden: its review is a draft or was sent back for changes. */
  isChangeable: boolean;
  /** The month of the follow-up that it belongs to; null for a review's. */
  followUpMonth: number | null;
  technicianName: string;
  reviewId: string;
};

const ofReview = { id: true, technician: { select: { name: true } } } as const;
const selected = {
  id: true,
  storageKey: true,
  width: true,
  height: true,
  stage: true,
  consents: { where: { purpose: "publish_photo", withdrawnAt: { not: null } }, select: { id: true }, take: 1 },
  review: { select: ofReview },
  reviewFollowUp: { select: { month: true, review: { select: ofReview } } },
} as const satisfies Prisma.PhotoSelect;

/** All photos that somebody sent with reviews and follow-ups, newest first. */
export async function listEveryOwnPhoto(viewer: Pick<Viewer, "userId">): Promise<OwnPhotoDetail[]> {
  const [rows, changeable] = await Promise.all([
    db().photo.findMany({
      where: ownPhoto(viewer.userId),
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: selected,
    }),
    db().photo.findMany({ where: ownChangeablePhoto(viewer.userId), select: { id: true } }),
  ]);
  const isChangeable = new Set(changeable.map(({ id }) => id));
  return rows.flatMap((row) => toDetail(row, isChangeable.has(row.id)) ?? []);
}

/** One of them, or null: also for somebody else's. */
export async function findOwnPhoto(viewer: Pick<Viewer, "userId">, photoId: string): Promise<OwnPhotoDetail | null> {
  const row = await db().photo.findFirst({ where: { id: photoId, ...ownPhoto(viewer.userId) }, select: selected });
  if (!row) return null;
  const changeable = await db().photo.count({ where: { id: photoId, ...ownChangeablePhoto(viewer.userId) } });
  return toDetail(row, changeable > 0);
}

function toDetail(
  row: Prisma.PhotoGetPayload<{ select: typeof selected }>,
  isChangeable: boolean,
): OwnPhotoDetail | null {
  const { storageKey, consents, review, reviewFollowUp, ...photo } = row;
  const parent = review ?? reviewFollowUp?.review;
  if (!parent) return null;
  return {
    ...photo,
    key: storageKey,
    isConsented: consents.length === 0,
    isChangeable,
    followUpMonth: reviewFollowUp?.month ?? null,
    technicianName: parent.technician.name,
    reviewId: parent.id,
  };
}
