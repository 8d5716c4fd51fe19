import { ownEvidence } from "#app/domain/criteria/own-evidence.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { keepWhileWaiting } from "#app/domain/criteria/evidence-retention.server.ts";
import { evidenceStatusesBefore } from "#app/domain/criteria/evidence-states.ts";
import type { EvidenceFacts } from "#app/domain/criteria/read-evidence-form.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Pieces of evidence of one profile that are neither replaced nor given up: many times what anybody has. */
const MOST_EVIDENCE = 80;

export type EvidenceToSave = {
  /** Of a new one: chosen by the page that shows the form, so that the same form sent twice is one piece of evidence. */
  evidenceId: string;
  /** Of the row that was shown; 0 for a new one. */
  version: number;
  facts: EvidenceFacts;
  /** Hand it in for checking, with this document; null: with the one that lies beside it already. */
  submit: { documentId: string | null } | null;
};

/**
 * `changed`: decided, sent or changed since the form was opened. `exists`: this very form was sent before. `closed`: it
 * waits for a moderator or is decided. `no_place`: the place is none of theirs. `no_document`: nothing to check it by.
 */
export type SaveEvidenceRefusal =
  "not_found" | "changed" | "exists" | "closed" | "too_many" | "no_place" | "no_document";

/**
 * Writes down one piece of evidence, new or changed while it is only declared or waits for a better copy, and hands it
 * in for checking where that is asked. A verified paper is never changed: what replaces it is a new one.
 */
export async function saveEvidence(
  viewer: EvidenceOwner,
  { evidenceId, version, facts, submit }: EvidenceToSave,
  now: Date,
): Promise<Result<{ evidenceId: string }, SaveEvidenceRefusal>> {
  const save = async (tx: Db): Promise<Result<{ evidenceId: string }, SaveEvidenceRefusal>> => {
    // Additions of one profile come one after the other, so that their number is right.
    const locked = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Technician"
      WHERE id = ${viewer.technicianId}::uuid AND "ownerId" = ${viewer.userId}::uuid FOR NO KEY UPDATE`;
    if (locked.length === 0) return refuse("not_found");
    if (!(await isOwnPlace(viewer, facts, tx))) return refuse("no_place");
    const written =
      version === 0
        ? await addRow(viewer, evidenceId, facts, now, tx)
        : await changeRow(viewer, { evidenceId, version, facts }, tx);
    if (!written.ok) return undo(written.reason);
    const entry = { actorId: viewer.userId, subjectKind: "evidence", subjectId: evidenceId };
    const saved = { ...entry, action: version === 0 ? "evidence_added" : "evidence_changed" };
    if (submit === null) {
      await recordAudits([saved], tx);
      return ok({ evidenceId });
    }
    const sent = await submitRow(viewer, { evidenceId, version: written.value.version }, submit, facts, now, tx);
    if (!sent.ok) return undo(sent.reason);
    const { fromState } = sent.value;
    await recordAudits([saved, { ...entry, action: "evidence_submitted", fromState, toState: "submitted" }], tx);
    return ok({ evidenceId });
  };
  try {
    return await db().$transaction(save);
  } catch (problem) {
    if (problem instanceof Undone) return refuse(problem.reason);
    throw problem;
  }
}

/** Ends the transaction, so that a refusal late in it leaves nothing behind. */
class Undone extends Error {
  constructor(readonly reason: SaveEvidenceRefusal) {
    super(reason);
  }
}
function undo(reason: SaveEvidenceRefusal): never {
  throw new Undone(reason);
}

async function isOwnPlace(viewer: EvidenceOwner, facts: EvidenceFacts, tx: Db): Promise<boolean> {
  if (facts.kind !== "authorization" || facts.authorization.premisesId === null) return true;
  const { premisesId } = facts.authorization;
  const { technicianId, technician } = ownEvidence(viewer);
  return (await tx.technicianPremises.count({ where: { technicianId, technician, premisesId } })) === 1;
}

const CRITERION_OF = {
  authorization: "authorization",
  hygiene: "sterile",
  training: "training",
  association: "dedication",
} as const;

async function addRow(viewer: EvidenceOwner, id: string, facts: EvidenceFacts, now: Date, tx: Db) {
  const present = await tx.evidence.findUnique({ where: { id }, select: { technicianId: true } });
  if (present)
    return refuse(present.technicianId === viewer.technicianId ? ("exists" as const) : ("not_found" as const));
  const kept = await tx.evidence.count({
    where: { technicianId: viewer.technicianId, status: { notIn: ["superseded", "withdrawn"] } },
  });
  if (kept >= MOST_EVIDENCE) return refuse("too_many" as const);
  const data = {
    id,
    technicianId: viewer.technicianId,
    criterion: CRITERION_OF[facts.kind],
    kind: facts.kind,
    ...sharedColumns(facts),
    createdAt: now,
  };
  const evidence = await tx.evidence.create({ data, select: { version: true } });
  await writeOwnTable(id, facts, tx);
  return ok(evidence);
}

async function changeRow(
  viewer: EvidenceOwner,
  { evidenceId: id, version, facts }: Pick<EvidenceToSave, "evidenceId" | "version" | "facts">,
  tx: Db,
) {
  const where = { id, kind: facts.kind, ...ownEvidence(viewer) };
  const { count } = await tx.evidence.updateMany({
    where: { ...where, version, status: { in: evidenceStatusesBefore("submit") } },
    data: { ...sharedColumns(facts), version: { increment: 1 } },
  });
  if (count === 1) {
    await writeOwnTable(id, facts, tx);
    return ok({ version: version + 1 });
  }
  const row = await tx.evidence.findFirst({ where, select: { version: true } });
  if (row === null) return refuse("not_found" as const);
  return refuse(row.version === version ? ("closed" as const) : ("changed" as const));
}

function sharedColumns({ issuedOn, expiresOn, noExpiryReason }: EvidenceFacts) {
  return { issuedOn: toDate(issuedOn), expiresOn: toDate(expiresOn), noExpiryReason };
}

const toDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

async function writeOwnTable(evidenceId: string, facts: EvidenceFacts, tx: Db): Promise<void> {
  const where = { evidenceId };
  const select = { evidenceId: true };
  switch (facts.kind) {
    case "authorization": {
      const data = facts.authorization;
      await tx.authorization.upsert({ where, create: { evidenceId, ...data }, update: data, select });
      return;
    }
    case "hygiene": {
      const data = facts.hygiene;
      await tx.hygieneEvidence.upsert({ where, create: { evidenceId, ...data }, update: data, select });
      return;
    }
    case "training": {
      const data: Omit<Prisma.TrainingUncheckedCreateInput, "evidenceId"> = {
        ...facts.training,
        completedOn: toDate(facts.training.completedOn),
      };
      await tx.training.upsert({ where, create: { evidenceId, ...data }, update: data, select });
      return;
    }
    case "association": {
      const data = facts.association;
      await tx.association.upsert({ where, create: { evidenceId, ...data }, update: data, select });
    }
  }
}

/** Compare-and-swap on the version that was just written: of many at once one is in the queue. */
async function submitRow(
  viewer: EvidenceOwner,
  { evidenceId: id, version }: { evidenceId: string; version: number },
  { documentId }: { documentId: string | null },
  facts: EvidenceFacts,
  now: Date,
  tx: Db,
) {
  const where = { id, ...ownEvidence(viewer) };
  const row = await tx.evidence.findFirst({ where, select: { documentId: true, status: true } });
  if (row === null) return refuse("not_found" as const);
  const used = documentId ?? row.documentId;
  const isKept = used !== null && (await keepWhileWaiting(used, viewer.userId, tx));
  // That nothing is required has no paper to show.
  const needsDocument = facts.kind !== "authorization" || !facts.authorization.notRequired;
  if (!isKept && (needsDocument || used !== null)) return refuse("no_document" as const);
  const { count } = await tx.evidence.updateMany({
    where: { ...where, version, status: { in: evidenceStatusesBefore("submit") } },
    data: { status: "submitted", submittedAt: now, documentId: used, version: { increment: 1 } },
  });
  return count === 1 ? ok({ fromState: row.status }) : refuse("changed" as const);
}
