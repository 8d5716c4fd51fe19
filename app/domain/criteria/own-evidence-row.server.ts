import { z } from "zod";
import { CHECK_REASONS } from "#app/domain/criteria/check-reasons.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import { CRITERION_KEYS, EVIDENCE_STATUSES } from "#app/domain/criteria/criterion.ts";
import { HYGIENE_KINDS } from "#app/domain/criteria/evidence-fact.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { isRenewedSql } from "#app/domain/criteria/same-evidence.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";

const day = z.string().nullable();
const reasons = Object.keys(CHECK_REASONS) as [CheckReason, ...CheckReason[]];
const hygieneKinds = Object.keys(HYGIENE_KINDS) as (keyof typeof HYGIENE_KINDS)[];

/** One row of `ownEvidenceSql`. */
const ownEvidenceRow = z.object({
  id: z.uuid(),
  version: z.number(),
  criterion: z.enum(CRITERION_KEYS),
  kind: z.enum(["authorization", "hygiene", "training", "association"]),
  status: z.enum(EVIDENCE_STATUSES),
  issuedOn: day,
  expiresOn: day,
  noExpiryReason: z.enum(["none_under_regime", "unknown"]).nullable(),
  checkedOn: day,
  submittedAt: z.coerce.date().nullable(),
  isHeld: z.boolean(),
  isRenewed: z.boolean(),
  refusal: z
    .object({ reason: z.enum(reasons).nullable(), note: z.string().nullable(), at: z.coerce.date() })
    .nullable(),
  document: z
    .object({
      id: z.uuid(),
      mediaType: z.string(),
      createdAt: z.coerce.date(),
      purgeAfter: z.coerce.date().nullable(),
      purgedAt: z.coerce.date().nullable(),
    })
    .nullable(),
  authorization: z
    .object({
      regimeKey: z.string(),
      regime: z.string(),
      holder: z.enum(["person", "premises"]),
      premisesId: z.uuid().nullable(),
      premises: z.string().nullable(),
      authority: z.string(),
      number: z.string().nullable(),
      notRequired: z.boolean(),
      reason: z.string().nullable(),
      renewalNote: z.string(),
      registerNote: z.string(),
    })
    .nullable(),
  hygiene: z.object({ kind: z.enum(hygieneKinds), detail: z.string().nullable() }).nullable(),
  training: z
    .object({
      provider: z.string(),
      trainer: z.string().nullable(),
      courseName: z.string(),
      smpHours: z.number().nullable(),
      liveModels: z.number().nullable(),
      completedOn: day,
    })
    .nullable(),
  association: z
    .object({ name: z.string(), memberNumber: z.string().nullable(), memberSince: z.number().nullable() })
    .nullable(),
});
export type OwnEvidenceRow = z.output<typeof ownEvidenceRow>;
const rowsOf = z.array(z.object({ row: ownEvidenceRow }));

/** All evidence of the owner's own profile, newest first. */
export async function listOwnEvidenceRows(viewer: EvidenceOwner, tx: Db = db()): Promise<OwnEvidenceRow[]> {
  return rowsOf.parse(await tx.$queryRaw(ownEvidenceSql(viewer, null))).map(({ row }) => row);
}

/** The row of one piece of one's own; null for everybody else's and for what isn't there. */
export async function findOwnEvidenceRow(
  viewer: EvidenceOwner,
  evidenceId: string,
  tx: Db = db(),
): Promise<OwnEvidenceRow | null> {
  const [found] = rowsOf.parse(await tx.$queryRaw(ownEvidenceSql(viewer, evidenceId)));
  return found?.row ?? null;
}

/**
 * SQL: evidence of the owner's own profile, newest first, as JSON in a column `row`. What was only declared and then
 * taken back is left out: nobody ever looked at it.
 */
function ownEvidenceSql({ userId, technicianId }: EvidenceOwner, only: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT json_build_object('id', e.id, 'version', e.version, 'criterion', e.criterion, 'kind', e.kind,
      'status', e.status, 'issuedOn', e."issuedOn", 'expiresOn', e."expiresOn", 'noExpiryReason', e."noExpiryReason",
      'checkedOn', e."checkedOn", 'submittedAt', e."submittedAt",
      'isHeld', EXISTS (SELECT 1 FROM "EvidenceProposal" p WHERE p."evidenceId" = e.id AND p.status = 'proposed'),
      'isRenewed', ${isRenewedSql},
      'refusal', (SELECT json_build_object('reason', d."checkReason", 'note', d.note, 'at', d."decidedAt")
        FROM "ModerationDecision" d
        WHERE d."subjectKind" = 'evidence' AND d."subjectId" = e.id AND d."toState" = e.status::text
          AND e.status IN ('needs_better_copy', 'rejected', 'withdrawn')
        ORDER BY d."decidedAt" DESC LIMIT 1),
      'document', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'mediaType', f."mediaType",
        'createdAt', f."createdAt", 'purgeAfter', f."purgeAfter", 'purgedAt', f."purgedAt") END,
      'authorization', CASE WHEN a."evidenceId" IS NOT NULL THEN json_build_object('regimeKey', g.key, 'regime', g.name,
        'holder', a.holder, 'premisesId', a."premisesId", 'premises', ap.name, 'authority', a.authority,
        'number', a.number, 'notRequired', a."notRequired", 'reason', a.reason, 'renewalNote', g."renewalNote",
        'registerNote', g."publicRegisterNote") END,
      'hygiene', CASE WHEN h."evidenceId" IS NOT NULL THEN
        json_build_object('kind', h."hygieneKind", 'detail', h.detail) END,
      'training', CASE WHEN c."evidenceId" IS NOT NULL THEN json_build_object('provider', c.provider,
        'trainer', c.trainer, 'courseName', c."courseName", 'smpHours', c."smpHours", 'liveModels', c."liveModels",
        'completedOn', c."completedOn") END,
      'association', CASE WHEN s."evidenceId" IS NOT NULL THEN json_build_object('name', s.name,
        'memberNumber', s."memberNumber", 'memberSince', s."memberSince") END) AS row
    FROM "Evidence" e
      JOIN "Technician" t ON t.id = e."technicianId" AND t."ownerId" = ${userId}::uuid
      LEFT JOIN "PrivateDocument" f ON f.id = e."documentId" AND f."ownerId" = ${userId}::uuid
      LEFT JOIN "Authorization" a ON a."evidenceId" = e.id
      LEFT JOIN "Regime" g ON g.key = a."regimeKey"
      LEFT JOIN "Premises" ap ON ap.id = a."premisesId"
      LEFT JOIN "HygieneEvidence" h ON h."evidenceId" = e.id
      LEFT JOIN "Training" c ON c."evidenceId" = e.id
      LEFT JOIN "Association" s ON s."evidenceId" = e.id
    WHERE e."technicianId" = ${technicianId}::uuid AND (${only}::uuid IS NULL OR e.id = ${only}::uuid)
      AND (e.status <> 'withdrawn' OR e."submittedAt" IS NOT NULL OR e."checkedOn" IS NOT NULL)
    ORDER BY e."createdAt" DESC, e.id`;
}
