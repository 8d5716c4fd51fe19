import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { scheduleEvidencePurge } from "#app/domain/criteria/evidence-retention.server.ts";
import type { CheckDecisionKind } from "#app/domain/moderation/check-decision.ts";
import { PATIENCE } from "#app/domain/moderation/decide-item.server.ts";
import { needsSecondModerator, reasonsFor } from "#app/domain/moderation/evidence-acts.ts";
import type { EvidenceRefusal } from "#app/domain/moderation/evidence-refusal.ts";
import { sourceWords } from "#app/domain/moderation/evidence-item.ts";
import type { Compared } from "#app/domain/moderation/evidence-item.ts";
import { lockEvidence, moveEvidence, tellOwner } from "#app/domain/moderation/evidence-row.server.ts";
import type { EvidenceRow } from "#app/domain/moderation/evidence-row.server.ts";
import { proposeRefusal } from "#app/domain/moderation/propose-refusal.server.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import { supersedeOlder } from "#app/domain/moderation/supersede-evidence.server.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** How long a paper holds; `expiresOn` only with `date`. */
export type Expiry = { kind: "date"; expiresOn: string } | { kind: "none" | "unknown" };
export type EvidenceDecision = {
  id: string;
  version: number;
  decision: CheckDecisionKind;
  reason: CheckReason | null;
  note: string | null;
  /** For an approval. */
  expiry: Expiry | null;
  compared: readonly Compared[];
};

/** A decision's id, or that a second moderator was asked. */
export type EvidenceDone = { decisionId: string } | { proposed: "rejected" | "withdrawn" };

/**
 * Decides about evidence that waits, in one transaction or not at all. Of any number of decisions on one version exactly
 * one is carried out (F-13). Refusing an authorization only proposes it: somebody else has to agree.
 */
export async function decideEvidence(
  viewer: Pick<Viewer, "userId">,
  input: EvidenceDecision,
  now: Date,
): Promise<Result<EvidenceDone, EvidenceRefusal>> {
  return db().$transaction(async (tx) => {
    const locked = await lockEvidence(viewer, input.id, now, tx);
    if (!locked.ok) return locked;
    const row = locked.value;
    if (row.version !== input.version) return refuse("changed");
    if (row.status !== "submitted" && row.status !== "in_check") return refuse("changed");
    if (row.proposals.length > 0) return refuse("second_look");
    return input.decision === "approve" ? verify(viewer, row, input, now, tx) : turnDown(viewer, row, input, now, tx);
  }, PATIENCE);
}

async function verify(
  viewer: Pick<Viewer, "userId">,
  row: EvidenceRow,
  { expiry, compared }: EvidenceDecision,
  now: Date,
  tx: Db,
): Promise<Result<EvidenceDone, EvidenceRefusal>> {
  if (expiry === null || compared.length === 0) return refuse("no_dates");
  const expiresOn = expiry.kind === "date" ? new Date(`${expiry.expiresOn}T00:00:00Z`) : null;
  const isOver = expiresOn !== null && (dayOf(expiresOn) <= dayOf(now) || (row.issuedOn ?? now) > expiresOn);
  if (isOver) return refuse("over");
  const checkedOn = new Date(`${dayOf(now)}T00:00:00Z`);
  const noExpiryReason =
    expiry.kind === "date" ? null : expiry.kind === "none" ? ("none_under_regime" as const) : ("unknown" as const);
  const checked = { checkedById: viewer.userId, checkedOn, source: sourceWords(compared) };
  const sourceUrl = sourceUrlOf(row, compared);
  const toState = await moveEvidence(row, "verify", { ...checked, sourceUrl, expiresOn, noExpiryReason }, tx);
  if (toState === null) return refuse("changed");
  const superseded = await supersedeOlder({ ...row, expiresOn }, viewer.userId, tx);
  await scheduleEvidencePurge(row.id, now, tx);
  await tellOwner(row, { outcome: "verified", reason: null }, tx);
  if (superseded.length > 0) await recordAudits(superseded, tx);
  const decided = { fromState: row.status, toState, checkReason: null, note: null };
  return ok({ decisionId: await record(viewer, row, decided, tx) });
}

/** Where readers can look the fact up themselves: only what a moderator said they looked at. */
function sourceUrlOf({ sourceUrl, authorization }: EvidenceRow, compared: readonly Compared[]): string | null {
  if (compared.includes("rule")) return authorization?.regime.sourceUrl ?? null;
  if (!compared.includes("register")) return null;
  return sourceUrl ?? authorization?.regime.publicRegisterUrl ?? null;
}

async function turnDown(
  viewer: Pick<Viewer, "userId">,
  row: EvidenceRow,
  { decision, reason, note }: EvidenceDecision,
  now: Date,
  tx: Db,
): Promise<Result<EvidenceDone, EvidenceRefusal>> {
  const act = decision === "reject" ? "reject" : "request_changes";
  if (reason === null || note === null || !reasonsFor(act, row.kind).includes(reason)) return refuse("no_reason");
  if (needsSecondModerator(act, row.kind)) {
    // What was verified once and is being looked at again is taken back; what never was is refused.
    const toStatus = row.checkedOn === null ? "rejected" : "withdrawn";
    return proposeRefusal(viewer, row, { toStatus, reason, note }, now, tx);
  }
  const toState = await moveEvidence(row, act === "reject" ? "reject" : "ask_better_copy", {}, tx);
  if (toState === null) return refuse("changed");
  await scheduleEvidencePurge(row.id, now, tx);
  await tellOwner(row, { outcome: act === "reject" ? "rejected" : "needs_better_copy", reason }, tx);
  const decided = { fromState: row.status, toState, checkReason: reason, note };
  return ok({ decisionId: await record(viewer, row, decided, tx) });
}

/** The last step of each. */
export function record(
  viewer: Pick<Viewer, "userId">,
  row: Pick<EvidenceRow, "id" | "version" | "submittedAt">,
  decided: { fromState: string; toState: string; checkReason: CheckReason | null; note: string | null },
  tx: Db,
): Promise<string> {
  const subject = { subjectKind: "evidence", subjectId: row.id, subjectVersion: row.version } as const;
  return recordDecision(
    { ...subject, ...decided, moderatorId: viewer.userId, reason: null, waitingSince: row.submittedAt, stars: null },
    tx,
  );
}
