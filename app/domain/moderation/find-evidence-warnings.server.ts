import { z } from "zod";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { EvidenceWarningLine } from "#app/domain/moderation/evidence-item.ts";
import { plainNumber, typedWarnings } from "#app/domain/moderation/evidence-warnings.ts";
import type { Db } from "#app/platform/db.server.ts";

type Row = {
  id: string;
  technicianId: string;
  documentId: string | null;
  issuedOn: Date | null;
  expiresOn: Date | null;
  authorization: {
    holder: "person" | "premises";
    premisesId: string | null;
    regimeKey: string;
    number: string | null;
    notRequired: boolean;
    regime: { countryCode: string };
  } | null;
  association: { name: string; memberNumber: string | null } | null;
};

/** More than these say nothing new. */
const MOST = 5;
const found = z.array(z.object({ id: z.uuid(), name: z.string(), isSamePlace: z.boolean() }));

/** Why to look twice at this evidence, each with what it is about. */
export async function findEvidenceWarnings(row: Row, now: Date, tx: Db): Promise<EvidenceWarningLine[]> {
  const places = await tx.technicianPremises.findMany({
    where: { technicianId: row.technicianId },
    select: { premisesId: true, premises: { select: { countryCode: true } } },
  });
  const typed = typedWarnings(
    {
      issuedOn: row.issuedOn && dayOf(row.issuedOn),
      expiresOn: row.expiresOn && dayOf(row.expiresOn),
      authorization: row.authorization && { ...row.authorization, countryCode: row.authorization.regime.countryCode },
      places: places.map(({ premisesId, premises }) => ({ premisesId, countryCode: premises.countryCode })),
    },
    dayOf(now),
  );
  const [numbers, copies] = await Promise.all([sameNumber(row, tx), sameDocument(row, tx)]);
  return [...numbers, ...copies, ...typed.map((words) => ({ words, related: [] }))];
}

async function sameNumber({ technicianId, authorization, association }: Row, tx: Db): Promise<EvidenceWarningLine[]> {
  const plain = plainNumber(authorization?.number ?? association?.memberNumber ?? "");
  if (plain === "") return [];
  const rows = authorization
    ? await tx.$queryRaw`
        SELECT e.id, t.name, coalesce(a."premisesId" = ${authorization.premisesId}::uuid, false) AS "isSamePlace"
        FROM "Authorization" a JOIN "Evidence" e ON e.id = a."evidenceId" JOIN "Technician" t ON t.id = e."technicianId"
        WHERE a."regimeKey" = ${authorization.regimeKey} AND e."technicianId" <> ${technicianId}::uuid
          AND regexp_replace(upper(a.number), '[^[:alnum:]]', '', 'g') = ${plain}
        ORDER BY e."createdAt" DESC, e.id LIMIT ${MOST}::int`
    : await tx.$queryRaw`
        SELECT e.id, t.name, false AS "isSamePlace"
        FROM "Association" a JOIN "Evidence" e ON e.id = a."evidenceId" JOIN "Technician" t ON t.id = e."technicianId"
        WHERE a.name = ${association?.name ?? ""} AND e."technicianId" <> ${technicianId}::uuid
          AND regexp_replace(upper(a."memberNumber"), '[^[:alnum:]]', '', 'g') = ${plain}
        ORDER BY e."createdAt" DESC, e.id LIMIT ${MOST}::int`;
  const all = found.parse(rows);
  const [shared, others] = [all.filter((one) => one.isSamePlace), all.filter((one) => !one.isSamePlace)];
  return [
    line("The same number stands on the profile of somebody else.", others),
    line("The same premises’ number stands on the profile of somebody who works there too.", shared),
  ].flat();
}

async function sameDocument({ id, documentId }: Row, tx: Db): Promise<EvidenceWarningLine[]> {
  if (documentId === null) return [];
  const own = await tx.privateDocument.findUnique({
    where: { id: documentId },
    select: { sha256: true, ownerId: true },
  });
  if (own === null) return [];
  const copies = await tx.evidence.findMany({
    where: { id: { not: id }, document: { is: { sha256: own.sha256, ownerId: { not: own.ownerId } } } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, technician: { select: { name: true } } },
  });
  const related = copies.map((copy) => ({ id: copy.id, name: copy.technician.name }));
  return line("The very same file or picture was handed in by another account.", related);
}

function line(words: string, related: { id: string; name: string }[]): EvidenceWarningLine[] {
  return related.length === 0 ? [] : [{ words, related: related.map(({ id, name }) => ({ id, name })) }];
}
