import { LARGEST_FIELDS, openMultipart } from "#app/platform/parse-multipart.server.ts";
import type { Upload, UploadLimits } from "#app/platform/parse-multipart.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type { Upload, UploadedFile, UploadLimits } from "#app/platform/parse-multipart.server.ts";

const DEADLINE_SECONDS = 30;

/** Takes a body as it arrives; a status ends it. */
type Sink<S extends number> = {
  write: (chunk: Uint8Array) => S | null | Promise<S | null>;
  end: () => S | null | Promise<S | null>;
};

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
  const contentType = request.headers.get("Content-Type") ?? "";
  const mediaType = contentType.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType === "application/x-www-form-urlencoded") return readPlainForm(request, limits);
  if (mediaType !== "multipart/form-data") return refuse(415);

  const parser = openMultipart(contentType, limits);
  if (!parser) return refuse(400);
  try {
    const ending = await readBody(request, limits, parser);
    return ending === null ? ok(parser.upload()) : refuse(ending);
  } finally {
    parser.destroy();
  }
}

async function readPlainForm(request: Request, limits: UploadLimits): Promise<Result<Upload, 400 | 408 | 413>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const ending = await readBody(request, limits, {
    write(chunk) {
      size += chunk.byteLength;
      if (size > LARGEST_FIELDS) return 413;
      chunks.push(chunk);
      return null;
    },
    end: () => null,
  });
  if (ending !== null) return refuse(ending);
  return ok({ form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")), files: [], refused: [] });
}

/** Hands the body on piece by piece; answers with a status as soon as the sink does, or when it is late or cut off. */
async function readBody<S extends number>(
  request: Request,
  { maxTotalBytes, deadlineSeconds = DEADLINE_SECONDS }: UploadLimits,
  sink: Sink<S>,
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
  let ending: S | "late" | null = null;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === "late") break;
      if (next.done) {
        ending ??= await Promise.race([sink.end(), late]);
        return ending === "late" ? 408 : ending;
      }
      size += next.value.byteLength;
      if (size > most) return 413;
      ending ??= await Promise.race([sink.write(next.value), late]);
      if (ending === "late") break;
    }
    void forget(reader);
    return 408;
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
