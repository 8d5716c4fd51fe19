import { isOwnReviewSql } from "#app/domain/moderation/own-matter.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * SQL: everything that somebody wrote and a moderator has to read, as rows (kind, id, "reviewId", since, heading,
 * about, "isOwn"). A follow-up or reply waits only while readers see the review that it stands below.
 */
export function waitingItemsSql(viewerId: string): Prisma.Sql {
  const isOwn = isOwnReviewSql(viewerId);
  return Prisma.sql`
    SELECT 'review' AS kind, r.id, r.id AS "reviewId", r."submittedAt" AS since, r.title AS heading, t.name AS about,
      ${isOwn} AS "isOwn"
    FROM "Review" r JOIN "Technician" t ON t.id = r."technicianId" WHERE r.status IN ('pending', 'in_review')
    UNION ALL
    SELECT 'follow_up', f.id, r.id, f."submittedAt", r.title, t.name, ${isOwn}
    FROM "ReviewFollowUp" f JOIN "Review" r ON r.id = f."reviewId" JOIN "Technician" t ON t.id = r."technicianId"
    WHERE f.status = 'pending' AND r.status IN ('published', 'under_investigation')
    UNION ALL
    SELECT 'reply', r.id, r.id, a."submittedAt", r.title, t.name, ${isOwn}
    FROM "Reply" a JOIN "Review" r ON r.id = a."reviewId" JOIN "Technician" t ON t.id = r."technicianId"
    WHERE a.status = 'pending' AND r.status IN ('published', 'under_investigation')`;
}

/** SQL: the review behind the row `a` of "Appeal" was not withdrawn since, so that there is something to decide. */
export const appealWaitsSql = Prisma.sql`EXISTS (SELECT 1 FROM "ModerationDecision" d JOIN "Review" r ON r.id = d."subjectId"
  WHERE d.id = a."decisionId" AND d."subjectKind" = 'review' AND r.status = 'appealed')`;
