import { PIECE_BYTES, LEAST_PIECE_BYTES } from "#app/domain/portfolio/case-bounds.ts";
import { readUploadAnswer, UPLOADS_PATH } from "#app/domain/portfolio/upload-answer.ts";
import type { UploadAnswer } from "#app/domain/portfolio/upload-answer.ts";

export type PieceProgress = { percent: number; note: string | null };
type Sending = {
  file: File;
  /** The case, and what is said about the picture. */
  fields: Readonly<Record<string, string>>;
  signal: AbortSignal;
  onProgress: (progress: PieceProgress) => void;
};

/** So often in a row nothing may get through before the sender is asked to try again. */
const MOST_TRIES = 8;
const LONGEST_WAIT_MS = 15_000;
const LATER = ["busy", "no_room"];
const LOST: UploadAnswer = {
  problem: "lost",
  words: "The connection is gone. What was sent is kept for a day: choose the same file again to go on.",
  uploadId: null,
  receivedBytes: null,
};

/**
 * Sends one file in pieces and goes on after a dropped connection from where it stopped, also one of an earlier visit.
 * Answers how it ended. A cancelled one is forgotten on the server too.
 */
export async function sendInPieces({ file, fields, signal, onProgress }: Sending): Promise<UploadAnswer> {
  const begin = { intent: "begin", ...fields, byteLength: String(file.size), fingerprint: fingerprintOf(file) };
  let state = await persist(() => post(begin, signal), signal, onProgress);
  let pieceBytes = PIECE_BYTES;
  let tries = 0;
  while (state.problem === null && state.uploadId !== null) {
    const { uploadId, receivedBytes } = state;
    const offset = receivedBytes ?? 0;
    onProgress({ percent: Math.floor((100 * offset) / file.size), note: null });
    if (offset >= file.size) return finish(uploadId, { fields, signal, onProgress });
    const piece = { intent: "piece", uploadId, offset: String(offset) };
    const sent = await post(piece, signal, file.slice(offset, offset + pieceBytes));
    if (signal.aborted) break;
    if (sent?.problem === null || (sent?.problem === "offset" && sent.receivedBytes !== null)) {
      state = { ...sent, problem: null, uploadId };
      tries = sent.problem === null ? 0 : tries + 1;
      if (tries > MOST_TRIES) return LOST;
      continue;
    }
    if (sent && !LATER.includes(sent.problem)) return sent;
    tries += 1;
    if (tries > MOST_TRIES) return sent ?? LOST;
    // Where little gets through, smaller pieces do.
    pieceBytes = Math.max(LEAST_PIECE_BYTES, Math.floor(pieceBytes / 2));
    onProgress({ percent: Math.floor((100 * offset) / file.size), note: "Waiting for the connection" });
    await wait(tries, signal);
    // What arrived before the connection broke is not sent again.
    const asked = await post(begin, signal);
    if (asked) state = asked;
  }
  if (signal.aborted && state.uploadId !== null) await post({ intent: "cancel", uploadId: state.uploadId });
  return state;
}

async function finish(uploadId: string, { fields, signal, onProgress }: Omit<Sending, "file">): Promise<UploadAnswer> {
  onProgress({ percent: 100, note: "Being prepared" });
  return persist(() => post({ intent: "finish", ...fields, uploadId }, signal), signal, onProgress);
}

/** Once more while nothing comes back, or what stands in the way goes by itself. */
async function persist(
  ask: () => Promise<UploadAnswer | null>,
  signal: AbortSignal,
  onProgress: Sending["onProgress"],
): Promise<UploadAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer && (answer.problem === null || !LATER.includes(answer.problem))) return answer;
    if (tries > MOST_TRIES || signal.aborted) return answer ?? LOST;
    if (!answer) onProgress({ percent: 0, note: "Waiting for the connection" });
    await wait(tries, signal);
  }
}

/** Longer each time; over at once when the connection is back, or it was cancelled. */
function wait(tries: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries));
    window.addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}

/** Null when no answer of ours came back. */
async function post(fields: Record<string, string>, signal?: AbortSignal, piece?: Blob): Promise<UploadAnswer | null> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (piece) body.append("piece", piece, "piece");
  try {
    const response = await fetch(UPLOADS_PATH, { method: "POST", body, ...(signal ? { signal } : {}) });
    if (response.redirected) return { ...LOST, problem: "signed_out", words: "Not sent: you are signed out." };
    return readUploadAnswer(await response.json());
  } catch {
    return null;
  }
}

/** The same for the same file: its name, size and date, mixed into 16 hexadecimal digits twice over. */
function fingerprintOf({ name, size, lastModified }: Pick<File, "name" | "size" | "lastModified">): string {
  const text = `${name}\n${size}\n${lastModified}`;
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => mix(text, seed)).join("");
}

function mix(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0).toString(16).padStart(8, "0");
}
