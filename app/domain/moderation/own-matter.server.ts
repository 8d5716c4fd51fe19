import { z } from "zod";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { SubjectKind } from "#app/platform/generated/prisma/enums.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/** SQL: the technician with this id is the viewer, or works at premises where the viewer does. */
export function isOwnTechnicianSql(viewerId: string, technicianId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Technician" mine WHERE mine."ownerId" = ${viewerId}::uuid
    AND (mine.id = ${technicianId} OR EXISTS (
      SELECT 1 FROM "TechnicianPremises" here JOIN "TechnicianPremises" there ON there."premisesId" = here."premisesId"
      WHERE here."technicianId" = mine.id AND there."technicianId" = ${technicianId})))`;
}

/**
 * SQL: the row `r` of "Review", with its thread, is a matter of the viewer's own: they wrote it, it is about them or
 * somebody at the same premises, or they reported something in it.
 */
export function isOwnReviewSql(viewerId: string): Prisma.Sql {
  return Prisma.sql`(coalesce(r."authorId" = ${viewerId}::uuid, false)
    OR ${isOwnTechnicianSql(viewerId, Prisma.sql`r."technicianId"`)}
    OR EXISTS (SELECT 1 FROM "Report" p WHERE p."reporterId" = ${viewerId}::uuid AND (
      (p."subjectKind" IN ('review', 'reply') AND p."subjectId" = r.id)
      OR (p."subjectKind" = 'follow_up' AND p."subjectId" IN (SELECT x.id FROM "ReviewFollowUp" x WHERE x."reviewId" = r.id)))))`;
}

/** SQL that finds a row when the subject is the viewer's own matter; null for kinds that lead on to another subject. */
function ownSql(viewerId: string, kind: SubjectKind, id: string): Prisma.Sql {
  switch (kind) {
    case "review":
    case "reply":
      return Prisma.sql`SELECT 1 FROM "Review" r WHERE r.id = ${id}::uuid AND ${isOwnReviewSql(viewerId)}`;
    case "follow_up":
      return Prisma.sql`SELECT 1 FROM "ReviewFollowUp" f JOIN "Review" r ON r.id = f."reviewId"
        WHERE f.id = ${id}::uuid AND ${isOwnReviewSql(viewerId)}`;
    case "evidence":
      return Prisma.sql`SELECT 1 FROM "Evidence" e
        WHERE e.id = ${id}::uuid AND ${isOwnTechnicianSql(viewerId, Prisma.sql`e."technicianId"`)}`;
    case "portfolio_case":
      return Prisma.sql`SELECT 1 FROM "PortfolioCase" c
        WHERE c.id = ${id}::uuid AND ${isOwnTechnicianSql(viewerId, Prisma.sql`c."technicianId"`)}`;
    case "listing_claim":
      return Prisma.sql`SELECT 1 FROM "ListingClaim" l
        WHERE l.id = ${id}::uuid AND (l."claimantId" = ${viewerId}::uuid OR l."earlierOwnerId" = ${viewerId}::uuid
          OR ${isOwnTechnicianSql(viewerId, Prisma.sql`l."technicianId"`)})`;
    case "technician":
      return Prisma.sql`SELECT 1 WHERE ${isOwnTechnicianSql(viewerId, Prisma.sql`${id}::uuid`)}`;
    case "user":
      return Prisma.sql`SELECT 1 WHERE ${id}::uuid = ${viewerId}::uuid`;
    case "report":
      return Prisma.sql`SELECT 1 FROM "Report" p WHERE p.id = ${id}::uuid AND p."reporterId" = ${viewerId}::uuid`;
    case "appeal":
      return Prisma.sql`SELECT 1 FROM "Appeal" a JOIN "ModerationDecision" d ON d.id = a."decisionId"
        WHERE a.id = ${id}::uuid AND (a."authorId" = ${viewerId}::uuid OR d."moderatorId" = ${viewerId}::uuid)`;
  }
}

/**
 * Whether a moderator must keep their hands off (Z-07): what they wrote, what is about them or somebody at the same
 * premises, what they reported, an appeal against their own decision, and reports and appeals about any of these.
 */
export async function isOwnMatter(
  viewer: Pick<Viewer, "userId">,
  kind: SubjectKind,
  id: string,
  tx: Db,
): Promise<boolean> {
  const rows = z.array(z.unknown()).parse(await tx.$queryRaw(ownSql(viewer.userId, kind, id)));
  if (rows.length > 0) return true;
  const behind = await subjectBehind(kind, id, tx);
  return behind !== null && isOwnMatter(viewer, behind.subjectKind, behind.subjectId, tx);
}

/** What a report or an appeal is about. */
async function subjectBehind(kind: SubjectKind, id: string, tx: Db) {
  const select = { subjectKind: true, subjectId: true } as const;
  if (kind === "report") return tx.report.findUnique({ where: { id }, select });
  if (kind !== "appeal") return null;
  const appeal = await tx.appeal.findUnique({ where: { id }, select: { decision: { select } } });
  return appeal?.decision ?? null;
}
