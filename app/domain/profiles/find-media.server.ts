import { isPublicPhoto } from "#app/domain/profiles/is-public-photo.server.ts";
import { ownPhoto } from "#app/domain/reviews/own-photo.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/** Who may see a picture: everybody, or this one viewer. */
export type MediaAccess = "public" | "private";

/** A moderator's looks at one picture within this time are one look on record: a page asks for several widths. */
const ONE_LOOK_MS = 15 * 60_000;

/**
 * Whether the picture with this storage key may be shown, asked at every request (U-05): to everybody once it is
 * published with consent; before and after that to whoever sent it, and to moderators with their second factor, whose
 * look is put on record. Null for all others, who are not even asked to sign in.
 */
export async function findMediaAccess(
  storageKey: string,
  findWho: () => Promise<Viewer | null>,
  now: Date,
): Promise<MediaAccess | null> {
  if (await isPublicPhoto(storageKey)) return "public";
  const viewer = await findWho();
  if (!viewer) return null;
  const owned = [...ownPhoto(viewer.userId).OR, { portfolioCase: { technician: { ownerId: viewer.userId } } }];
  if (await db().photo.count({ where: { storageKey, OR: owned } })) return "private";
  if (!viewer.roles.includes("moderator") || !viewer.hasSecondFactor || viewer.mfaAt === null) return null;
  const photo = await db().photo.findFirst({ where: { storageKey }, select: { id: true } });
  if (!photo) return null;
  await recordLook(viewer.userId, photo.id, now);
  return "private";
}

async function recordLook(actorId: string, photoId: string, now: Date): Promise<void> {
  const look = { actorId, action: "photo_viewed", subjectKind: "photo", subjectId: photoId };
  const since = new Date(now.getTime() - ONE_LOOK_MS);
  if (await db().auditEvent.count({ where: { ...look, at: { gt: since } } })) return;
  await db().$transaction((tx) => recordAudit(look, tx));
}
