import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { boundaryOf, splitMultipart } from "#app/platform/split-multipart.server.ts";

export type UploadLimits = {
  maxFiles: number;
  maxFileBytes: number;
  /** Of all files together. */
  maxTotalBytes: number;
  /** The form's file inputs; files under any other name are dropped unseen. */
  fileFields: readonly string[];
  /** How long the body may take, in seconds. */
  deadlineSeconds?: number;
};

export type UploadedFile = {
  field: string;
  /** As the sender calls it: for messages only. */ name: string;
  bytes: Uint8Array;
};
/** A file that was left out, so that the page can say which one and why while it keeps the rest of the form. */
export type RefusedFile = { field: string; name: string; reason: "too_large" | "too_many" | "too_much" };
export type Upload = { form: URLSearchParams; files: UploadedFile[]; refused: RefusedFile[] };

const MOST_PARTS = 40;
const LONGEST_FIELD_NAME = 100;
/** Bytes of all fields together: the longest review in any script, percent-encoded, and as much again. */
const LARGEST_FIELDS = 256 * 1024;
const DEADLINE_SECONDS = 30;

/**
 * Reads a posted form with files (and one without, however encoded). Sizes are counted as the bytes arrive, whatever
 * Content-Length says (U-01): a file that is too large is read past and named in `refused`, everything else of the form
 * is kept. The whole is refused with the HTTP status to answer: 400 malformed or cut off, 408 not in by the deadline,
 * 413 too many parts or fields, 415 no form. Ask who is there before calling this: nobody's files are read.
 */
export async function readUpload(
  request: Request,
  limits: UploadLimits,
): Promise<Result<Upload, 400 | 408 | 413 | 415>> {
  const contentType = request.headers.get("Content-Type");
  const mediaType = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  const boundary = boundaryOf(contentType);
  if (mediaType === "application/x-www-form-urlencoded") return readPlainForm(request, limits);
  if (mediaType !== "multipart/form-data") return refuse(415);
  if (boundary === null) return refuse(400);

  const collector = collectParts(limits);
  const parser = splitMultipart(boundary, collector.receiver);
  const ending = await readBody(request, limits, (chunk) => {
    if (!parser.write(chunk)) return 400;
    return collector.isOverflowing() ? 413 : null;
  });
  if (ending !== null) return refuse(ending);
  return parser.finish() ? ok(collector.upload) : refuse(400);
}

async function readPlainForm(request: Request, limits: UploadLimits): Promise<Result<Upload, 400 | 408 | 413>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const ending = await readBody(request, limits, (chunk) => {
    size += chunk.byteLength;
    if (size > LARGEST_FIELDS) return 413;
    chunks.push(chunk);
    return null;
  });
  if (ending !== null) return refuse(ending);
  return ok({ form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")), files: [], refused: [] });
}

/** Hands the body on piece by piece; answers with a status as soon as `take` does, or when it is late or cut off. */
async function readBody<S extends number>(
  request: Request,
  { maxTotalBytes, deadlineSeconds = DEADLINE_SECONDS }: UploadLimits,
  take: (chunk: Uint8Array) => S | null,
): Promise<S | 400 | 408 | 413 | null> {
  const reader = request.body?.getReader();
  if (!reader) return 400;
  // What is refused is still read, so that the sender sees the answer; this much more and no further.
  const most = 4 * maxTotalBytes + LARGEST_FIELDS;
  if (Number(request.headers.get("Content-Length") ?? 0) > most) return 413;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), deadlineSeconds * 1000);
  });
  let size = 0;
  let ending: S | 413 | null = null;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === "late") {
        void forget(reader);
        return 408;
      }
      if (next.done) return ending;
      size += next.value.byteLength;
      if (size > most) return 413;
      ending ??= take(next.value);
    }
  } catch {
    return 400;
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the rest run out; how long that may take is the server's limit for a request. */
async function forget(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender went away, which is as good.
  }
}

function collectParts({ maxFiles, maxFileBytes, maxTotalBytes, fileFields }: UploadLimits) {
  const upload: Upload = { form: new URLSearchParams(), files: [], refused: [] };
  let parts = 0;
  let fieldBytes = 0;
  let fileBytes = 0;
  let fileCount = 0;
  let field = "";
  let fileName: string | null = null;
  let pieces: Buffer[] = [];
  let size = 0;
  let problem: RefusedFile["reason"] | null = null;

  /** Why the file at hand can't be kept, counting what has come of it so far. */
  function problemNow(): RefusedFile["reason"] | null {
    if (fileCount >= maxFiles) return "too_many";
    if (size > maxFileBytes) return "too_large";
    return fileBytes + size > maxTotalBytes ? "too_much" : null;
  }

  function endFile(name: string): void {
    // A file input that was left empty sends a nameless file without a byte.
    if (!fileFields.includes(field) || (size === 0 && name === "")) return;
    if (problem) {
      upload.refused.push({ field, name: shownName(name), reason: problem });
      return;
    }
    upload.files.push({ field, name: shownName(name), bytes: Buffer.concat(pieces) });
    fileCount += 1;
    fileBytes += size;
  }

  return {
    upload,
    isOverflowing: () => parts > MOST_PARTS || fieldBytes > LARGEST_FIELDS || field.length > LONGEST_FIELD_NAME,
    receiver: {
      begin(head: { name: string; fileName: string | null }) {
        parts += 1;
        field = head.name;
        fileName = head.fileName;
        pieces = [];
        size = 0;
        problem = null;
      },
      take(piece: Buffer) {
        size += piece.length;
        if (fileName === null) fieldBytes += piece.length;
        else if (fileFields.includes(field)) problem ??= problemNow();
        else return;
        if (problem) pieces = [];
        else if (fieldBytes <= LARGEST_FIELDS) pieces.push(Buffer.from(piece));
      },
      end() {
        if (fileName !== null) endFile(fileName);
        else upload.form.append(field, Buffer.concat(pieces).toString("utf8"));
        pieces = [];
      },
    },
  };
}

/** The last part of a path, short and without control characters. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[^\P{C} ]/gu, "").trim();
  return plain.length > 80 ? `${plain.slice(0, 76)}...` : plain || "unnamed file";
}
