import { z } from "zod";
import { claimItem } from "#app/domain/moderation/claim-item.server.ts";
import { QUEUE_KINDS } from "#app/domain/moderation/queue.ts";
import type { QueueKind } from "#app/domain/moderation/queue.ts";
import { waitingItemsSql } from "#app/domain/moderation/waiting-items.server.ts";
import { raiseSignals } from "#app/domain/reviews/signals/raise-signals.server.ts";
import { statusesBefore } from "#app/domain/reviews/review-states.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

const found = z.array(z.object({ kind: z.enum(QUEUE_KINDS), id: z.uuid() }));

/** How many of the oldest items are tried before "somebody else has them all": more than moderators at one time. */
const TRIES = 20;

/** Row locks of the three kinds: who comes second passes the row over and takes the next one. */
const LOCK: Record<QueueKind, (id: string) => Prisma.Sql> = {
  review: (id) => Prisma.sql`SELECT 1 FROM "Review"
    WHERE id = ${id}::uuid AND status IN ('pending', 'in_review') FOR UPDATE SKIP LOCKED`,
  follow_up: (id) => Prisma.sql`SELECT 1 FROM "ReviewFollowUp"
    WHERE id = ${id}::uuid AND status = 'pending' FOR UPDATE SKIP LOCKED`,
  reply: (id) => Prisma.sql`SELECT 1 FROM "Reply"
    WHERE "reviewId" = ${id}::uuid AND status = 'pending' FOR UPDATE SKIP LOCKED`,
};

/**
 * Takes an item that waits, or keeps it for another quarter of an hour. Of a review that is opened for the first time
 * the state says so, and its signals are looked for where no job did it yet. `changed`: it no longer waits.
 */
export async function openItem(
  viewer: Pick<Viewer, "userId">,
  kind: QueueKind,
  id: string,
  now: Date,
): Promise<Result<{ expiresAt: Date }, "own_matter" | "claimed" | "changed">> {
  return db().$transaction((tx) => open(viewer, kind, id, now, tx));
}

/** Opens what has waited longest and nobody has open; null when there is nothing left for this moderator. */
export async function openNextItem(
  viewer: Pick<Viewer, "userId">,
  only: QueueKind | null,
  now: Date,
): Promise<{ kind: QueueKind; id: string } | null> {
  const candidates = found.parse(
    await db().$queryRaw`
      SELECT q.kind, q.id FROM (${waitingItemsSql(viewer.userId)}) q
      WHERE NOT q."isOwn" AND (${only}::text IS NULL OR q.kind = ${only}::text) AND NOT EXISTS (
        SELECT 1 FROM "ModerationClaim" c WHERE c."subjectKind"::text = q.kind AND c."subjectId" = q.id
          AND c."expiresAt" > ${now} AND c."moderatorId" <> ${viewer.userId}::uuid)
      ORDER BY q.since, q.id LIMIT ${TRIES}::int`,
  );
  for (const { kind, id } of candidates) {
    const opened = await openItem(viewer, kind, id, now);
    if (opened.ok) return { kind, id };
  }
  return null;
}

async function open(viewer: Pick<Viewer, "userId">, kind: QueueKind, id: string, now: Date, tx: Db) {
  const locked = z.array(z.unknown()).parse(await tx.$queryRaw(LOCK[kind](id)));
  if (locked.length === 0) return refuse("changed" as const);
  const claimed = await claimItem(viewer, kind, id, now, tx);
  if (!claimed.ok || kind !== "review") return claimed;
  const review = await tx.review.findUniqueOrThrow({ where: { id }, select: { signalsCheckedAt: true } });
  if (review.signalsCheckedAt === null) await raiseSignals(id, now, tx);
  // The text is the same, so its version is too: the author may still change or withdraw it.
  const { count } = await tx.review.updateMany({
    where: { id, status: { in: statusesBefore("open").filter((status) => status !== "in_review") } },
    data: { status: "in_review" },
  });
  if (count === 1) {
    const entry = { actorId: viewer.userId, action: "review_opened", subjectKind: "review", subjectId: id };
    await recordAudit({ ...entry, fromState: "pending", toState: "in_review" }, tx);
  }
  return ok(claimed.value);
}
