import { z } from "zod";
import type { Claim } from "#app/domain/moderation/queue.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** The columns of a queue's row that say who has the item open, with `queueClaimJoinSql`. */
export const queueClaimSql = Prisma.sql`u.id AS "claimedById", u."displayName" AS "claimedBy", c."expiresAt" AS until`;

/** Joins the live claim of an item `q`, and who holds it; `kind` is SQL for the item's kind as text. */
export function queueClaimJoinSql(kind: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`LEFT JOIN "ModerationClaim" c
      ON c."subjectKind"::text = ${kind} AND c."subjectId" = q.id AND c."expiresAt" > ${now}
    LEFT JOIN "User" u ON u.id = c."moderatorId"`;
}

export const queueClaimColumns = {
  claimedById: z.string().nullable(),
  claimedBy: z.string().nullable(),
  until: z.date().nullable(),
};

type ClaimColumns = { claimedById: string | null; claimedBy: string | null; until: Date | null };

/** The claim of a row as its viewer sees it; null while nobody has the item open. */
export function toQueueClaim({ claimedById, claimedBy, until }: ClaimColumns, viewerId: string): Claim | null {
  if (claimedBy === null || until === null) return null;
  return { isMine: claimedById === viewerId, by: claimedBy, until: until.toISOString() };
}
