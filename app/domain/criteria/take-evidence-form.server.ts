import { DOCUMENT_PROBLEMS } from "#app/domain/media/document.ts";
import { keepDocument } from "#app/domain/media/keep-document.server.ts";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { EvidenceQuestion } from "#app/domain/criteria/evidence-form-view.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { evidenceSchema, readEvidenceForm } from "#app/domain/criteria/read-evidence-form.ts";
import { saveEvidence } from "#app/domain/criteria/save-evidence.server.ts";
import type { SaveEvidenceRefusal } from "#app/domain/criteria/save-evidence.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** The one file input of the form. */
export const DOCUMENT_FIELD = "document";

export type EvidenceFormOutcome =
  | { kind: "saved"; evidenceId: string; isSubmitted: boolean }
  | { kind: "exists"; evidenceId: string }
  | { kind: "not_found" }
  | { kind: "refused"; status: 400 | 409 | 429 | 507; reply: FormReply; retryAfterSeconds?: number };

type Target = { question: EvidenceQuestion; evidenceId: string; version: number; hasAttached: boolean };

/**
 * Takes the form of one piece of evidence: keeps it as declared, or hands it in with its document. A file that can be
 * used is kept for a day even if something else in the form is wrong, so that nobody has to send it again.
 */
export async function takeEvidenceForm(
  viewer: EvidenceOwner,
  { question, evidenceId, version, hasAttached }: Target,
  upload: Upload,
  now: Date,
): Promise<EvidenceFormOutcome> {
  const { form } = upload;
  const isSubmitted = form.get("intent") === "submit";
  const read = readEvidenceForm(question, form, dayOf(now));
  const reply = read.ok ? withErrors(form, evidenceSchema(question), {}) : read.reason;
  const shown = (more: Record<string, string>, documentId: string | null): FormReply => ({
    ...reply,
    values: { ...reply.values, evidenceId, ...(documentId === null ? {} : { keptDocument: documentId }) },
    errors: { ...reply.errors, ...Object.fromEntries(Object.entries(more).map(([name, words]) => [name, [words]])) },
  });

  const document = isSubmitted ? await takeDocument(viewer, upload, now) : ok(null);
  if (!document.ok) {
    const { status, words, retryAfterSeconds } = document.reason;
    const refused = { kind: "refused" as const, status, reply: shown({ [DOCUMENT_FIELD]: words }, null) };
    return retryAfterSeconds === undefined ? refused : { ...refused, retryAfterSeconds };
  }
  const documentId = document.value;
  const needsDocument = !(question.kind === "authorization" && question.choice.startsWith("none_"));
  const lacks = isSubmitted && needsDocument && documentId === null && !hasAttached;
  const missing: Record<string, string> = lacks ? { [DOCUMENT_FIELD]: SAVE_REFUSED.no_document } : {};
  if (!read.ok || lacks) return { kind: "refused", status: 400, reply: shown(missing, documentId) };

  if (isSubmitted) {
    const turn = await takeTurn("evidence", viewer.userId);
    if (!turn.allowed) {
      const words = "That was a lot to check for one day. What you wrote is still here: go on tomorrow.";
      const { retryAfterSeconds } = turn;
      return { kind: "refused", status: 429, reply: shown({ form: words }, documentId), retryAfterSeconds };
    }
  }
  const submit = isSubmitted ? { documentId } : null;
  const saved = await saveEvidence(viewer, { evidenceId, version, facts: read.value, submit }, now);
  if (saved.ok) return { kind: "saved", evidenceId, isSubmitted };
  const { reason } = saved;
  if (reason === "not_found") return { kind: "not_found" };
  if (reason === "exists") return { kind: "exists", evidenceId };
  const field = reason === "no_document" ? DOCUMENT_FIELD : reason === "no_place" ? "place" : "form";
  const status = reason === "no_document" || reason === "no_place" ? 400 : 409;
  return { kind: "refused", status, reply: shown({ [field]: SAVE_REFUSED[reason] }, documentId) };
}

const SAVE_REFUSED: Record<Exclude<SaveEvidenceRefusal, "not_found" | "exists">, string> = {
  changed: "This was changed, sent or decided since you opened the page. Open it again to see how it stands.",
  closed: "This is with the moderators or decided, so it can’t be changed.",
  too_many: "Your profile has as much evidence as one profile can hold. Give up what is no longer needed first.",
  no_place: "Choose one of your places.",
  no_document: "Choose the document: a PDF, JPEG or PNG file of up to 10 MB. Without one, nobody can check it.",
};

type DocumentProblem = { status: 400 | 429 | 507; words: string; retryAfterSeconds?: number };

/** The document that was sent or chosen from those of the last day; null where there was none. */
async function takeDocument(
  viewer: EvidenceOwner,
  { form, files, refused }: Upload,
  now: Date,
): Promise<Result<string | null, DocumentProblem>> {
  if (refused[0]) {
    const words = refused[0].reason === "too_large" ? DOCUMENT_PROBLEMS.too_large : "Send one file at a time.";
    return refuse({ status: 400, words });
  }
  const [file] = files;
  if (!file) {
    const chosen = form.get("keptDocument") ?? "";
    return ok(isRowId(chosen) ? chosen : null);
  }
  const turn = await takeTurn("upload", viewer.userId);
  if (!turn.allowed) {
    const words = "Too many files were sent within an hour. What you wrote is still here: try again later.";
    return refuse({ status: 429, words, retryAfterSeconds: turn.retryAfterSeconds });
  }
  const kept = await keepDocument(viewer.userId, file.bytes, now);
  if (kept.ok) return ok(kept.value.documentId);
  return refuse({ status: kept.reason === "no_room" ? 507 : 400, words: DOCUMENT_PROBLEMS[kept.reason] });
}
