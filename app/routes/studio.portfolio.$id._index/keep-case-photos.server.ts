import { data, redirect } from "@remix-run/node";
import { addCasePhoto } from "#app/domain/portfolio/add-case-photo.server.ts";
import { CASE_PHOTO_PROBLEMS } from "#app/domain/portfolio/case-bounds.ts";
import { casePhotoSchema } from "#app/domain/portfolio/case-schema.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import { notFound } from "#app/platform/require-viewer.server.ts";

const INTENT = "add_photos";

/** Keeps the pictures that came with the form. Those that can't be kept are named with the reason, the others stay. */
export async function keepCasePhotos(keeper: PortfolioKeeper, id: string, upload: Upload, now: Date) {
  const fields = readFields(casePhotoSchema, upload.form);
  if (!fields.ok) return data({ intent: INTENT, reply: fields.reason }, { status: 400 });
  const { photosAre, takenOn = null, caption = null } = fields.value;
  const words = { isBefore: photosAre === "before", takenOn, caption };
  const problems = upload.refused.map(({ name, reason }) => `${name}: ${CASE_PHOTO_PROBLEMS[reason]}`);
  if (upload.files.length === 0 && problems.length === 0) problems.push(CASE_PHOTO_PROBLEMS.no_file);
  let status = 400;
  for (const { name, bytes } of upload.files) {
    const turn = await takeTurn("portfolio_picture", keeper.userId);
    if (!turn.allowed) {
      problems.push(CASE_PHOTO_PROBLEMS.too_often);
      status = 429;
      break;
    }
    const added = await addCasePhoto(keeper, id, { bytes, words }, now);
    if (added.ok) continue;
    if (added.reason === "not_found") throw notFound();
    problems.push(`${name}: ${CASE_PHOTO_PROBLEMS[added.reason]}`);
  }
  if (problems.length === 0) return redirect(`/studio/portfolio/${id}?done=added#pictures`, 303);
  const reply = withErrors(upload.form, casePhotoSchema, {});
  reply.errors["photos"] = problems;
  return data({ intent: INTENT, reply }, { status });
}
