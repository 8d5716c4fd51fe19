import { Prisma } from "#app/platform/generated/prisma/client.ts";

/**
 * SQL: whether a newer row `n` of "Evidence" renews an older row `e`: the same technician's, of the same thing. An
 * authorisation is the same under one regime for one holder, at one place; a paper about hygiene by its kind, a
 * membership by its association. A course is never renewed.
 */
const renewsSql = Prisma.sql`(n."technicianId" = e."technicianId" AND n.id <> e.id AND n."createdAt" > e."createdAt"
  AND n.kind = e.kind AND CASE e.kind
    WHEN 'authorization' THEN EXISTS (SELECT 1 FROM "Authorization" ea JOIN "Authorization" na ON na."evidenceId" = n.id
      WHERE ea."evidenceId" = e.id AND na."regimeKey" = ea."regimeKey" AND na.holder = ea.holder
        AND na."premisesId" IS NOT DISTINCT FROM ea."premisesId" AND NOT na."notRequired")
    WHEN 'hygiene' THEN EXISTS (SELECT 1 FROM "HygieneEvidence" eh JOIN "HygieneEvidence" nh ON nh."evidenceId" = n.id
      WHERE eh."evidenceId" = e.id AND nh."hygieneKind" = eh."hygieneKind")
    WHEN 'association' THEN EXISTS (SELECT 1 FROM "Association" es JOIN "Association" ns ON ns."evidenceId" = n.id
      WHERE es."evidenceId" = e.id AND lower(ns.name) = lower(es.name))
    ELSE false END)`;

/** SQL: a newer one of the same thing waits for a moderator or was verified: nobody needs reminding of the older one. */
export const isRenewedSql = Prisma.sql`EXISTS (SELECT 1 FROM "Evidence" n
  WHERE n.status IN ('submitted', 'in_check', 'verified') AND ${renewsSql})`;
