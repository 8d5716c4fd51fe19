/*
 * The small protocol of sending a picture in pieces: intents posted to one address, each answered by an `UploadAnswer`.
 * See docs/decisions/0018.
 */
export const UPLOADS_PATH = "/studio/portfolio/uploads";

export type UploadAnswer = {
  /** Null while all is well; `words` says it to people. */
  problem: string | null;
  words: string | null;
  uploadId: string | null;
  /** The next piece begins there. */
  receivedBytes: number | null;
};

/** An answer as it came back; null for anything else. */
export function readUploadAnswer(json: unknown): UploadAnswer | null {
  if (typeof json !== "object" || json === null) return null;
  const get = (name: string): unknown => Reflect.get(json, name);
  const text = (name: string) => (typeof get(name) === "string" ? String(get(name)) : null);
  const receivedBytes = get("receivedBytes");
  if (!("problem" in json && "words" in json)) return null;
  return {
    problem: text("problem"),
    words: text("words"),
    uploadId: text("uploadId"),
    receivedBytes: typeof receivedBytes === "number" ? receivedBytes : null,
  };
}
