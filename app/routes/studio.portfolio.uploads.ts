import { data } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { CASE_PHOTO_PROBLEMS, PIECE_BYTES } from "#app/domain/portfolio/case-bounds.ts";
import type { CasePhotoProblem } from "#app/domain/portfolio/case-bounds.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { beginUpload, finishUpload, forgetUpload, takePiece } from "#app/domain/portfolio/pending-upload.server.ts";
import type { UploadAnswer } from "#app/domain/portfolio/upload-answer.ts";
import { beginSchema, cancelSchema, finishSchema, pieceSchema } from "#app/domain/portfolio/upload-schema.ts";
import { takeTurn } from "#app/platform/durable-limits.server.ts";
import type { DurableLimitName } from "#app/platform/durable-limits.server.ts";
import { readFields } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readUpload } from "#app/platform/read-upload.server.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import { requireTechnician } from "#app/platform/require-viewer.server.ts";

const LIMITS = {
  maxFiles: 1,
  maxFileBytes: PIECE_BYTES,
  maxTotalBytes: PIECE_BYTES,
  fileFields: ["piece"],
  deadlineSeconds: 55,
};

/** Pictures sent in pieces by pages with JavaScript. The form itself sends whole files without. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const upload = await readUpload(request, LIMITS);
  if (!upload.ok) throw data(null, { status: upload.reason });
  const { form } = upload.value;
  switch (form.get("intent")) {
    case "begin":
      return (await overLimit("portfolio_picture", viewer)) ?? begin(viewer, form);
    case "piece":
      return (await overLimit("portfolio_piece", viewer)) ?? piece(viewer, upload.value);
    case "finish":
      return (await overLimit("portfolio_picture", viewer)) ?? finish(viewer, form);
    case "cancel": {
      const fields = readFields(cancelSchema, form);
      if (!fields.ok) return malformed(fields.reason);
      await forgetUpload(viewer, fields.value.uploadId);
      return answer({});
    }
    default:
      throw data(null, { status: 400 });
  }
}

async function begin(viewer: PortfolioKeeper, form: URLSearchParams) {
  const fields = readFields(beginSchema, form);
  if (!fields.ok) return malformed(fields.reason);
  const { caseId, fingerprint, byteLength } = fields.value;
  const words = wordsOf(fields.value);
  const begun = await beginUpload(viewer, caseId, { fingerprint, byteLength, words }, new Date());
  if (begun.ok) return answer(begun.value);
  return refusal(begun.reason, begun.reason === "too_large" ? 413 : begun.reason === "not_found" ? 404 : 400);
}

async function piece(viewer: PortfolioKeeper, { form, files, refused }: Upload) {
  const fields = readFields(pieceSchema, form);
  if (!fields.ok) return malformed(fields.reason);
  const [file] = files;
  if (!file || refused.length > 0) return refusal("more_than_announced", 413);
  const { uploadId, offset } = fields.value;
  const taken = await takePiece(viewer, uploadId, { offset, bytes: file.bytes }, new Date());
  if (taken.ok) return answer(taken.value);
  switch (taken.reason.kind) {
    case "offset":
      return answer({ problem: "offset", words: OFFSET, uploadId, receivedBytes: taken.reason.receivedBytes }, 409);
    case "too_small":
      throw data(null, { status: 400 });
    default:
      return refusal(taken.reason.kind, STATUS[taken.reason.kind]);
  }
}

async function finish(viewer: PortfolioKeeper, form: URLSearchParams) {
  const fields = readFields(finishSchema, form);
  if (!fields.ok) return malformed(fields.reason);
  const { uploadId } = fields.value;
  const finished = await finishUpload(viewer, uploadId, wordsOf(fields.value), new Date());
  if (finished.ok) return answer({});
  if (finished.reason.kind === "offset") {
    return answer({ problem: "offset", words: OFFSET, uploadId, receivedBytes: finished.reason.receivedBytes }, 409);
  }
  const { kind } = finished.reason;
  return refusal(kind, kind === "not_found" || kind === "gone" ? 404 : kind === "no_room" ? 507 : 400);
}

const OFFSET = "The rest of this picture is still missing. Choose the same file again to go on.";
const STATUS = { gone: 404, more_than_announced: 413, no_room: 507 } as const;

function wordsOf(said: { photosAre: "before" | "after"; takenOn?: Date | undefined; caption?: string | undefined }) {
  return { isBefore: said.photosAre === "before", takenOn: said.takenOn ?? null, caption: said.caption ?? null };
}

async function overLimit(name: DurableLimitName, { userId }: PortfolioKeeper): Promise<Response | null> {
  const turn = await takeTurn(name, userId);
  if (turn.allowed) return null;
  return refusal("too_often", 429, { "Retry-After": String(turn.retryAfterSeconds) });
}

/** What is said about the picture is wrong; anything else no page of ours sends. */
function malformed({ errors }: FormReply): Response {
  const words = Object.entries(errors).flatMap(([name, messages]) =>
    ["photosAre", "takenOn", "caption"].includes(name) ? messages : [],
  );
  if (words.length === 0) throw data(null, { status: 400 });
  return answer({ problem: "fields", words: words.join(" ") }, 400);
}

function refusal(problem: CasePhotoProblem, status: number, headers: Record<string, string> = {}): Response {
  return answer({ problem, words: CASE_PHOTO_PROBLEMS[problem] }, status, headers);
}

function answer(said: Partial<UploadAnswer>, status = 200, headers: Record<string, string> = {}): Response {
  const whole: UploadAnswer = { problem: null, words: null, uploadId: null, receivedBytes: null, ...said };
  return Response.json(whole, { status, headers: { ...headers, "Cache-Control": "no-store" } });
}
