import { Busboy } from "@fastify/busboy";
import type { BusboyFileStream, BusboyInstance } from "@fastify/busboy";

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

/** Bytes of all fields together: the longest review in any script, percent-encoded, and as much again. */
export const LARGEST_FIELDS = 256 * 1024;
const MOST_PARTS = 40;
const LONGEST_FIELD_NAME = 100;
/** Bytes. Browsers send some 150; a file's name can be long. */
const LONGEST_HEAD = 4_096;
const MOST_HEAD_LINES = 10;

type Trouble = 400 | 413;

/**
 * Takes a multipart form apart while it is written piece by piece. `write` and `end` answer with a status as soon as
 * the whole form has to be refused; nothing more may be written then. `destroy` it in every case. Null for a
 * Content-Type without a usable boundary.
 */
export function openMultipart(contentType: string, limits: UploadLimits) {
  let trouble: Trouble | null = null;
  const form = new URLSearchParams();
  const incoming = collectFiles(limits);
  let fieldBytes = 0;

  const parser = openParser(contentType, limits, (name) => {
    if (name === undefined) trouble ??= 400;
    else if (name.length > LONGEST_FIELD_NAME) trouble ??= 413;
  });
  if (!parser) return null;

  parser.on("field", (name, value, _, isCut) => {
    fieldBytes += Buffer.byteLength(value);
    if (isCut || fieldBytes > LARGEST_FIELDS) trouble ??= 413;
    if (trouble === null) form.append(name, value);
  });
  parser.on("file", (field, stream, name) => {
    // The stream of a form that is cut off reports it too, and an event nobody hears would end the process.
    stream.on("error", () => (trouble ??= 400));
    if (trouble === null && limits.fileFields.includes(field)) incoming.begin(field, name, stream);
    else stream.resume();
  });
  for (const limit of ["partsLimit", "fieldsLimit", "filesLimit"] as const) {
    parser.on(limit, () => (trouble ??= 413));
  }
  parser.on("error", () => (trouble ??= 400));

  /**
   * Resolves once the parser is through with what `start` gives it. On some malformed bodies it never says so; but all
   * it does is done before an immediate comes up, so one that is silent by then never will.
   */
  const settle = (start: (done: () => void) => void): Promise<Trouble | null> =>
    new Promise((resolve) => {
      const silent = setImmediate(() => resolve((trouble ??= 400)));
      start(() => {
        clearImmediate(silent);
        resolve(trouble);
      });
    });

  return {
    write: (chunk: Uint8Array) => settle((done) => parser.write(chunk, done)),
    end: () => settle((done) => parser.once("finish", done).once("error", done).end()),
    /** Only for a form that ended without trouble. */
    upload: (): Upload => ({ form, ...incoming.sort() }),
    destroy: () => void parser.destroy(),
  };
}

/** `look` is told the name of every part that is one of a form. */
function openParser(
  contentType: string,
  { maxFileBytes }: UploadLimits,
  look: (name: string | undefined) => void,
): BusboyInstance | null {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      preservePath: true,
      isPartAFile: (name, _, fileName) => {
        look(name);
        return fileName !== undefined;
      },
      // Which files are kept is decided below, so that the form can say why; these are for what gets past that.
      limits: {
        fieldNameSize: LONGEST_FIELD_NAME,
        fieldSize: LARGEST_FIELDS,
        fields: MOST_PARTS,
        fileSize: maxFileBytes + 1,
        files: MOST_PARTS,
        parts: MOST_PARTS,
        headerPairs: MOST_HEAD_LINES,
        headerSize: LONGEST_HEAD,
      },
    });
  } catch {
    return null;
  }
}

type IncomingFile = {
  field: string;
  name: string;
  size: number;
  pieces: Buffer[];
  problem: RefusedFile["reason"] | null;
};

function collectFiles({ maxFiles, maxFileBytes, maxTotalBytes }: UploadLimits) {
  const incoming: IncomingFile[] = [];

  /** Why a file can't be kept, counting what has come of it so far and the files before it. */
  function problemOf(file: IncomingFile): RefusedFile["reason"] | null {
    const before = incoming
      .slice(0, incoming.indexOf(file))
      .filter((other) => other.problem === null && isThere(other));
    if (before.length >= maxFiles) return "too_many";
    if (file.size > maxFileBytes) return "too_large";
    return before.reduce((sum, { size }) => sum + size, file.size) > maxTotalBytes ? "too_much" : null;
  }

  return {
    begin(field: string, name: string, stream: BusboyFileStream): void {
      const file: IncomingFile = { field, name, size: 0, pieces: [], problem: null };
      incoming.push(file);
      stream.on("data", (piece: Buffer) => {
        file.size += piece.length;
        file.problem ??= problemOf(file);
        if (file.problem) file.pieces = [];
        // A copy, since the parser uses its own buffer again.
        else file.pieces.push(Buffer.from(piece));
      });
    },
    /** Once all have come. */
    sort(): Pick<Upload, "files" | "refused"> {
      const files: UploadedFile[] = [];
      const refused: RefusedFile[] = [];
      for (const file of incoming.filter(isThere)) {
        const { field, pieces } = file;
        const name = shownName(file.name);
        file.problem ??= problemOf(file);
        if (file.problem) refused.push({ field, name, reason: file.problem });
        else files.push({ field, name, bytes: Buffer.concat(pieces) });
      }
      return { files, refused };
    },
  };
}

/** A file input that was left empty sends a nameless file without a byte. */
function isThere({ name, size }: IncomingFile): boolean {
  return size > 0 || name !== "";
}

/** The last part of a path, short and without control characters. */
function shownName(name: string): string {
  // Browsers write a quotation mark and line ends as in an address.
  const unescaped = name.replace(/%22/g, '"').replace(/%0[ad]/gi, " ");
  const last = unescaped.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[^\P{C} ]/gu, "").trim();
  return plain.length > 80 ? `${plain.slice(0, 76)}...` : plain || "unnamed file";
}
