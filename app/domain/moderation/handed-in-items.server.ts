import { isOwnTechnicianSql } from "#app/domain/moderation/own-matter.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * SQL: everything that technicians handed in and a moderator has to check, as rows (kind, "evidenceKind", id, since, heading,
 * about, "isOwn", remark). The heading of hygiene evidence is its key (see
 * `evidenceHeadingWords`). Evidence for which a second moderator is asked is nobody's who asked: for them it is their own.
 */
export function handedInSql(viewerId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT 'evidence' AS kind, e.kind::text AS "evidenceKind", e.id, coalesce(p."createdAt", e."submittedAt", e."createdAt") AS since,
      coalesce(a.authority, g.provider, m.name, h."hygieneKind"::text, '') AS heading,
      t.name AS about,
      (${isOwnTechnicianSql(viewerId, Prisma.sql`e."technicianId"`)} OR coalesce(p."proposedById" = ${viewerId}::uuid, false)) AS "isOwn",
      CASE p."toStatus" WHEN 'rejected' THEN 'Second look: rejection proposed'
        WHEN 'withdrawn' THEN 'Second look: withdrawal proposed' END AS remark
    FROM "Evidence" e JOIN "Technician" t ON t.id = e."technicianId"
      LEFT JOIN "Authorization" a ON a."evidenceId" = e.id LEFT JOIN "Training" g ON g."evidenceId" = e.id
      LEFT JOIN "Association" m ON m."evidenceId" = e.id LEFT JOIN "HygieneEvidence" h ON h."evidenceId" = e.id
      LEFT JOIN "EvidenceProposal" p ON p."evidenceId" = e.id AND p.status = 'proposed'
    WHERE e.status IN ('submitted', 'in_check')
    UNION ALL
    SELECT 'portfolio_case', NULL, c.id, coalesce(c."submittedAt", c."createdAt"), c.title, t.name,
      ${isOwnTechnicianSql(viewerId, Prisma.sql`c."technicianId"`)}, NULL
    FROM "PortfolioCase" c JOIN "Technician" t ON t.id = c."technicianId" WHERE c.status = 'submitted'
    UNION ALL
    SELECT 'listing_claim', NULL, l.id, coalesce(l."submittedAt", l."createdAt"), t.name, u."displayName",
      (l."claimantId" = ${viewerId}::uuid OR coalesce(l."earlierOwnerId" = ${viewerId}::uuid, false)
        OR ${isOwnTechnicianSql(viewerId, Prisma.sql`l."technicianId"`)}),
      CASE WHEN l."objectBy" IS NULL THEN NULL WHEN l.objection = '' THEN 'Its keeper agrees'
        WHEN l.objection IS NOT NULL THEN 'Its keeper objected'
        ELSE 'Its keeper may object until ' || to_char(l."objectBy" AT TIME ZONE 'UTC', 'YYYY-MM-DD') END
    FROM "ListingClaim" l JOIN "Technician" t ON t.id = l."technicianId" JOIN "User" u ON u.id = l."claimantId"
    WHERE l.status = 'awaiting_moderator'`;
}
