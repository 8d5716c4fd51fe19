import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { isKeyedHash, keyedHash } from "#app/platform/secret-box.server.ts";

const ID_LENGTH = 36;
const TOKEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[\w-]{43}$/;
const speltOut = (reviewId: string) => `stop follow-ups of ${reviewId}`;

/** Where one press ends the mails that ask for follow-ups of this review; whoever has the link needs no account. */
export function stopFollowUpsPath(reviewId: string): string {
  return `/follow-ups/stop/${reviewId}${keyedHash("link", speltOut(reviewId))}`;
}

function readToken(token: string): string | null {
  if (!TOKEN.test(token)) return null;
  const reviewId = token.slice(0, ID_LENGTH);
  return isKeyedHash("link", speltOut(reviewId), token.slice(ID_LENGTH)) ? reviewId : null;
}

/** Whether mails were stopped; null for a link that is not ours or whose review is gone. */
export async function findFollowUpStop(token: string): Promise<{ isStopped: boolean } | null> {
  const id = readToken(token);
  const review = id && (await db().review.findUnique({ where: { id }, select: { followUpsStoppedAt: true } }));
  return review ? { isStopped: review.followUpsStoppedAt !== null } : null;
}

/** Stops the mails, or asks for them again. False for a link that is not ours. Doing it twice changes nothing. */
export async function setFollowUpStop(token: string, isStopped: boolean, now: Date): Promise<boolean> {
  const id = readToken(token);
  if (id === null) return false;
  return db().$transaction(async (tx) => {
    const { count } = await tx.review.updateMany({
      where: { id, followUpsStoppedAt: isStopped ? null : { not: null } },
      data: { followUpsStoppedAt: isStopped ? now : null },
    });
    if (count === 0) return (await tx.review.count({ where: { id } })) > 0;
    // By the link, which needs nobody signed in.
    const action = isStopped ? "follow_up_mails_stopped" : "follow_up_mails_resumed";
    await recordAudit({ actorId: null, action, subjectKind: "review", subjectId: id }, tx);
    return true;
  });
}
