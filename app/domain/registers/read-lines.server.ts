import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { UnusableFile } from "#app/domain/registers/refusal.ts";

/** A file being imported, as its readers see it. */
export type SourceFile = {
  path: string;
  bytes: number;
  modifiedAt: Date;
};

/** Finds the file, or throws `UnusableFile` with the reason in one line. */
export async function openSourceFile(filePath: string): Promise<SourceFile> {
  try {
    const found = await stat(filePath);
    if (!found.isFile()) throw new UnusableFile(`${filePath} is not a file`);
    return { path: filePath, bytes: found.size, modifiedAt: found.mtime };
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile(`${filePath} can't be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "no permission";
  return error instanceof Error ? error.message : String(error);
}

type ReadOptions = {
  /** Told the number of bytes in each piece that was read. */
  onBytes?: (bytes: number) => void;
  /** Told the SHA-256 of the whole file, in hex, once it has been read to its end. */
  onDigest?: (sha256: string) => void;
};

const NEWLINE = 0x0a;
const LONGEST_LINE = 1_000_000;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/**
 * The lines of a file, some at a time, without their ends; memory doesn't grow with the file. A line that isn't UTF-8
 * is taken as Windows-1252, which is what spreadsheets on Windows write.
 */
export async function* readLines(file: SourceFile, options: ReadOptions = {}): AsyncGenerator<string[]> {
  const hash = createHash("sha256");
  let rest: Buffer = Buffer.alloc(0);
  let isStart = true;
  for await (const chunk of piecesOf(file)) {
    hash.update(chunk);
    options.onBytes?.(chunk.length);
    let bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isStart) {
      // A byte-order mark may come in pieces.
      if (bytes.length < 3 && bytes.length < file.bytes) {
        rest = bytes;
        continue;
      }
      bytes = withoutMark(bytes, file);
      isStart = false;
    }
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    rest = bytes.subarray(end);
    if (rest.length > LONGEST_LINE) {
      throw new UnusableFile(
        `${path.basename(file.path)} has a line of more than ${LONGEST_LINE / 1e6} MB, so it is not a list`,
      );
    }
    if (end > 0) yield linesOf(bytes.subarray(0, end - 1));
  }
  if (rest.length > 0) yield linesOf(isStart ? withoutMark(rest, file) : rest);
  options.onDigest?.(hash.digest("hex"));
}

async function* piecesOf(file: SourceFile): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file.path, { highWaterMark: 256 * 1024 })) {
      if (Buffer.isBuffer(chunk)) yield chunk;
    }
  } catch (error) {
    throw error instanceof UnusableFile ? error : new UnusableFile(`${file.path} can't be read: ${reasonOf(error)}`);
  }
}

function withoutMark(bytes: Buffer, file: SourceFile): Buffer {
  const start = bytes.subarray(0, 4).toString("latin1");
  if (start.startsWith("ÿþ") || start.startsWith("þÿ")) {
    throw new UnusableFile(`${path.basename(file.path)} is UTF-16; save it as UTF-8`);
  }
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u001f\u008b") || start.startsWith("%PDF")) {
    throw new UnusableFile(`${path.basename(file.path)} is a spreadsheet or archive, not text; save it as CSV or JSON`);
  }
  return start.startsWith("ï»¿") ? bytes.subarray(3) : bytes;
}

function linesOf(bytes: Buffer): string[] {
  const text = decodeUtf8(bytes);
  const lines =
    text !== null ? text.split("\n") : splitLines(bytes).map((line) => decodeUtf8(line) ?? windows1252.decode(line));
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}
