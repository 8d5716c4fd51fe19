import { data, redirect } from "@remix-run/node";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { decideEvidence } from "#app/domain/moderation/decide-evidence.server.ts";
import type { EvidenceDone, Expiry } from "#app/domain/moderation/decide-evidence.server.ts";
import type { EvidenceRefusal } from "#app/domain/moderation/evidence-refusal.ts";
import {
  evidenceDecisionForm,
  missingForEvidence,
  secondLookForm,
  withdrawalForm,
} from "#app/domain/moderation/evidence-schema.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { openNextEvidence } from "#app/domain/moderation/open-evidence.server.ts";
import { answerProposal } from "#app/domain/moderation/second-look.server.ts";
import { withdrawEvidence } from "#app/domain/moderation/withdraw-evidence.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { REFUSED } from "#app/routes/moderation.evidence.$id/refusals.ts";

type Schema = Parameters<typeof withErrors>[1];

/** Decides about evidence that waits. */
export async function decide(viewer: Viewer, id: string, form: URLSearchParams, now: Date) {
  const fields = readFields(evidenceDecisionForm, form, ["compared"]);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const missing = missingForEvidence(fields.value, dayOf(now));
  if (Object.keys(missing).length > 0) {
    return data<FormReply>(withErrors(form, evidenceDecisionForm, missing), { status: 400 });
  }
  const { version, decision, reason = null, note = null, expiry, expiresOn, compared = [] } = fields.value;
  const held: Expiry | null =
    expiry === undefined
      ? null
      : expiry !== "date"
        ? { kind: expiry }
        : expiresOn === undefined
          ? null
          : { kind: "date", expiresOn };
  const decided = await decideEvidence(viewer, { id, version, decision, reason, note, expiry: held, compared }, now);
  return decided.ok ? onwards(viewer, decided.value, now) : refused(decided.reason, form, evidenceDecisionForm);
}

/** Takes verified evidence back, or asks a second moderator to. */
export async function withdraw(viewer: Viewer, id: string, form: URLSearchParams, now: Date) {
  const fields = readFields(withdrawalForm, form);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const done = await withdrawEvidence(viewer, { id, ...fields.value }, now);
  return done.ok ? onwards(viewer, done.value, now) : refused(done.reason, form, withdrawalForm);
}

/** The second moderator's answer. */
export async function answerSecondLook(viewer: Viewer, id: string, form: URLSearchParams, now: Date) {
  const fields = readFields(secondLookForm, form);
  if (!fields.ok) return data<FormReply>(fields.reason, { status: 400 });
  const { version, answer } = fields.value;
  const done = await answerProposal(viewer, { id, version, isConfirmed: answer === "confirm" }, now);
  if (!done.ok) return refused(done.reason, form, secondLookForm);
  const { decisionId } = done.value;
  // It waits again as it did before, for anybody.
  if (decisionId === null) return redirect(handedInPath("evidence", id), 303);
  return onwards(viewer, { decisionId }, now);
}

/** To what has waited longest after it, with a word on what was done. */
async function onwards(viewer: Viewer, done: EvidenceDone, now: Date) {
  const query = "decisionId" in done ? `done=${done.decisionId}` : `proposed=${done.proposed}`;
  const next = await openNextEvidence(viewer, now);
  const path = next === null ? "/moderation/evidence" : handedInPath("evidence", next);
  return redirect(`${path}?${query}${next === null ? "&empty=" : ""}`, 303);
}

function refused(reason: EvidenceRefusal, form: URLSearchParams, schema: Schema) {
  if (reason === "not_found" || reason === "own_matter") throw notFound();
  const { status, words, field } = REFUSED[reason];
  return data<FormReply>(withErrors(form, schema, { [field]: words }), { status });
}
