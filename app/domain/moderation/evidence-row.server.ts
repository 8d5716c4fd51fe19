import { nextEvidenceStatus, evidenceStatusesBefore } from "#app/domain/criteria/evidence-states.ts";
import type { EvidenceEvent } from "#app/domain/criteria/evidence-states.ts";
import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import type { EvidenceStatus } from "#app/domain/criteria/criterion.ts";
import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { evidenceMail } from "#app/domain/moderation/evidence-mails.ts";
import type { EvidenceOutcome } from "#app/domain/moderation/evidence-mails.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

const WITH_ALL = {
  technician: { select: { owner: { select: { email: true } } } },
  authorization: { include: { regime: true } },
  hygiene: true,
  training: true,
  association: true,
  proposals: { where: { status: "proposed" as const } },
} as const satisfies Prisma.EvidenceInclude;

export type EvidenceRow = Prisma.EvidenceGetPayload<{ include: typeof WITH_ALL }>;

/**
 * Evidence for a moderator to decide about, locked until the transaction ends: of two who come at once the second sees
 * what the first did. Nobody's own matter (Z-07), nor what another moderator has open.
 */
export async function lockEvidence(
  viewer: Pick<Viewer, "userId">,
  id: string,
  now: Date,
  tx: Db,
): Promise<Result<EvidenceRow, "not_found" | "own_matter" | "claimed">> {
  if (!isRowId(id)) return refuse("not_found");
  await tx.$queryRaw`SELECT 1 AS locked FROM "Evidence" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.evidence.findUnique({ where: { id }, include: WITH_ALL });
  if (row === null) return refuse("not_found");
  if (await isOwnMatter(viewer, "evidence", id, tx)) return refuse("own_matter");
  if (await isClaimedByAnother(viewer, "evidence", id, now, tx)) return refuse("claimed");
  return ok(row);
}

/** Compare-and-swap on id, version and state; the new state, or null where the event is not possible or came too late. */
export async function moveEvidence(
  { id, status, version }: Pick<EvidenceRow, "id" | "status" | "version">,
  event: EvidenceEvent,
  data: Prisma.EvidenceUncheckedUpdateManyInput,
  tx: Db,
): Promise<EvidenceStatus | null> {
  const toState = nextEvidenceStatus(status, event);
  if (toState === null) return null;
  const { count } = await tx.evidence.updateMany({
    where: { id, version, status: { in: evidenceStatusesBefore(event) } },
    data: { ...data, status: toState, version: { increment: 1 } },
  });
  return count === 1 ? toState : null;
}

/** Tells whoever keeps the profile. An unclaimed listing has nobody to tell. */
export async function tellOwner(
  row: EvidenceRow,
  told: { outcome: EvidenceOutcome; reason: CheckReason | null; isByTwo?: boolean },
  tx: Db,
): Promise<void> {
  const to = row.technician.owner?.email;
  if (to === undefined) return;
  const { isByTwo = false, ...rest } = told;
  await queueMail(evidenceMail(to, { evidenceId: row.id, version: row.version, isByTwo, ...rest }), tx);
}
