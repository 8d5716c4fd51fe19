import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { askConsent, confirmOwnHead } from "#app/domain/portfolio/ask-consent.server.ts";
import { CASE_PHOTO_PROBLEMS } from "#app/domain/portfolio/case-bounds.ts";
import {
  changedCaseSchema,
  changedPhotoSchema,
  judgeCase,
  movedPhotoSchema,
  versionSchema,
} from "#app/domain/portfolio/case-schema.ts";
import { askConsentSchema } from "#app/domain/portfolio/consent-schema.ts";
import { CASE_GAP_WORDS } from "#app/domain/portfolio/case-gaps.ts";
import { describeCasePhoto, moveCasePhoto, removeCasePhoto } from "#app/domain/portfolio/edit-case-photos.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { forgetUpload } from "#app/domain/portfolio/pending-upload.server.ts";
import { changeCase } from "#app/domain/portfolio/save-case.server.ts";
import { sendCase } from "#app/domain/portfolio/send-case.server.ts";
import type { OwnCaseEvent } from "#app/domain/portfolio/send-case.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { keepCasePhotos } from "#app/routes/studio.portfolio.$id._index/keep-case-photos.server.ts";

/** Which form of the page was refused, with what it shows again. */
export type Answered = { intent: string; reply: FormReply };

const CLOSED = "This case can no longer be changed as it is. Look at its state above.";
const CHANGED = "This case was changed or decided since you opened the page. Look at it again, then try once more.";

/** Carries out one of the case page's forms, each named by its intent. */
export async function actOnCase(keeper: PortfolioKeeper, id: string, upload: Upload, now: Date) {
  const { form } = upload;
  const intent = form.get("intent") ?? "";
  switch (intent) {
    case "save":
      return save(keeper, id, form, now);
    case "add_photos":
      return keepCasePhotos(keeper, id, upload, now);
    case "describe_photo":
      return describe(keeper, id, form, now);
    case "move_photo":
      return move(keeper, id, form);
    case "remove_photo":
      return remove(keeper, id, form);
    case "discard_upload": {
      const uploadId = form.get("uploadId") ?? "";
      if (isRowId(uploadId)) await forgetUpload(keeper, uploadId);
      return back(id, "discarded", "pictures");
    }
    case "ask_consent":
      return ask(keeper, id, form, now);
    case "own_head":
      return ownHead(keeper, id, form, now);
    case "submit":
    case "take_back":
    case "reopen":
    case "withdraw":
      return send(keeper, id, intent, form, now);
    default:
      throw data(null, { status: 400 });
  }
}

function back(id: string, done: string, anchor = "") {
  return redirect(`/studio/portfolio/${id}?done=${done}${anchor === "" ? "" : `#${anchor}`}`, 303);
}

function refused(intent: string, reply: FormReply, status = 400, headers: Record<string, string> = {}) {
  return data<Answered>({ intent, reply }, { status, headers });
}

function refusedWith(
  intent: string,
  form: URLSearchParams,
  schema: z.ZodObject,
  errors: Record<string, string>,
  status: number,
) {
  return refused(intent, withErrors(form, schema, errors), status);
}

async function save(keeper: PortfolioKeeper, id: string, form: URLSearchParams, now: Date) {
  const fields = readFields(changedCaseSchema, form);
  if (!fields.ok) return refused("save", fields.reason);
  const problems = judgeCase(fields.value, now);
  if (Object.keys(problems).length > 0) return refusedWith("save", form, changedCaseSchema, problems, 400);
  const saved = await changeCase(keeper, id, fields.value);
  if (saved.ok) return back(id, "saved");
  switch (saved.reason) {
    case "not_found":
      throw notFound();
    case "needs_last_session": {
      const words = "There are results with an age: it can’t be counted without this date.";
      return refusedWith("save", form, changedCaseSchema, { lastSessionOn: words }, 400);
    }
    default: {
      const words = saved.reason === "closed" ? CLOSED : CHANGED;
      return refusedWith("save", form, changedCaseSchema, { form: words }, 409);
    }
  }
}

async function describe(keeper: PortfolioKeeper, id: string, form: URLSearchParams, now: Date) {
  const fields = readFields(changedPhotoSchema, form);
  if (!fields.ok) return refused("describe_photo", fields.reason);
  const { photoId, photosAre, takenOn = null, caption = null } = fields.value;
  const words = { isBefore: photosAre === "before", takenOn, caption };
  const described = await describeCasePhoto(keeper, photoId, words, now);
  if (described.ok) return back(id, "described", `picture-${photoId}`);
  if (described.reason === "not_found") throw notFound();
  const field = described.reason === "closed" ? "form" : "takenOn";
  const problem = { [field]: CASE_PHOTO_PROBLEMS[described.reason] };
  return refusedWith("describe_photo", form, changedPhotoSchema, problem, field === "form" ? 409 : 400);
}

async function move(keeper: PortfolioKeeper, id: string, form: URLSearchParams) {
  const fields = readFields(movedPhotoSchema, form);
  if (!fields.ok) throw data(null, { status: 400 });
  const done = await moveCasePhoto(keeper, fields.value.photoId, fields.value.move);
  if (done.ok) return back(id, "moved", `picture-${fields.value.photoId}`);
  if (done.reason === "not_found") throw notFound();
  return refusedWith("move_photo", form, movedPhotoSchema, { form: CASE_PHOTO_PROBLEMS.closed }, 409);
}

async function remove(keeper: PortfolioKeeper, id: string, form: URLSearchParams) {
  const photoId = form.get("photoId") ?? "";
  if (!isRowId(photoId)) throw data(null, { status: 400 });
  const removed = await removeCasePhoto(keeper, photoId);
  if (removed.ok) return back(id, "removed", "pictures");
  if (removed.reason === "not_found") throw notFound();
  return refusedWith("remove_photo", form, movedPhotoSchema, { form: CASE_PHOTO_PROBLEMS.closed }, 409);
}

const ASK_REFUSALS = {
  closed: CLOSED,
  no_pictures: "Add the pictures first: consent is for exactly those.",
  own_address: "This is your own address. If the pictures show yourself, say so below instead.",
} as const;

async function ask(keeper: PortfolioKeeper, id: string, form: URLSearchParams, now: Date) {
  const fields = readFields(askConsentSchema, form);
  if (!fields.ok) return refused("ask_consent", fields.reason);
  const turns = [await takeTurn("consent_mail_case", id), await takeTurn("consent_mail", keeper.userId)];
  const full = turns.find(({ allowed }) => !allowed);
  if (full?.allowed === false) {
    const words = "Enough of these mails were sent today. Go on tomorrow.";
    const reply = withErrors(form, askConsentSchema, { email: words });
    return refused("ask_consent", reply, 429, { "Retry-After": String(full.retryAfterSeconds) });
  }
  const asked = await askConsent(keeper, id, fields.value.email, now);
  if (asked.ok) return back(id, "asked", "consent");
  if (asked.reason === "not_found") throw notFound();
  const problem = { [asked.reason === "own_address" ? "email" : "form"]: ASK_REFUSALS[asked.reason] };
  return refusedWith("ask_consent", form, askConsentSchema, problem, asked.reason === "own_address" ? 400 : 409);
}

async function ownHead(keeper: PortfolioKeeper, id: string, form: URLSearchParams, now: Date) {
  if (form.get("isOwnHead") !== "yes") {
    const reply = withErrors(form, askConsentSchema, { isOwnHead: "Tick it if the pictures show yourself." });
    return refused("own_head", reply);
  }
  const confirmed = await confirmOwnHead(keeper, id, now);
  if (confirmed.ok) return back(id, "own_head", "consent");
  if (confirmed.reason === "not_found") throw notFound();
  return refusedWith("own_head", form, askConsentSchema, { form: ASK_REFUSALS[confirmed.reason] }, 409);
}

async function send(keeper: PortfolioKeeper, id: string, event: OwnCaseEvent, form: URLSearchParams, now: Date) {
  const fields = readFields(versionSchema, form);
  if (!fields.ok) throw data(null, { status: 400 });
  const sent = await sendCase(keeper, id, { event, version: fields.value.version }, now);
  if (sent.ok) return event === "withdraw" ? redirect("/studio/portfolio?done=withdrawn", 303) : back(id, event);
  switch (sent.reason.kind) {
    case "not_found":
      throw notFound();
    case "gaps": {
      const words = sent.reason.gaps.map((gap) => CASE_GAP_WORDS[gap]).join(" ");
      return refusedWith(event, form, versionSchema, { form: words }, 400);
    }
    default:
      return refusedWith(event, form, versionSchema, { form: sent.reason.kind === "changed" ? CHANGED : CLOSED }, 409);
  }
}
