// @ts-check

/** An expected reason not to go on. Its message is one plain line that says what is wrong and what to do. */
export class Failure extends Error {}

/**
 * Takes passwords out of addresses, so that no log or terminal ever shows one.
 * @param {string} text
 */
export function redact(text) {
  return text.replaceAll(/\b([a-z][a-z0-9+]*:\/\/)[^\s/@:]*:[^\s/@]*@/gi, "$1***@");
}

/**
 * The one line shown for an error, whatever was thrown: disk and permission errors of the operating system are put
 * into words, everything else keeps the first line of its message.
 * @param {unknown} error
 * @returns {string}
 */
export function plainReason(error) {
  if (error instanceof Failure) return redact(error.message);
  const { code, path: file } = systemError(error);
  const place = file ?? "the project folder";
  if (code === "ENOSPC") return `the disk is full (${place}). Free some space and start again.`;
  if (code === "EDQUOT") return `your disk quota is used up (${place}). Free some space and start again.`;
  if (code === "EROFS") return `${place} is on a read-only disk. Use a folder that can be written.`;
  if (code === "EACCES" || code === "EPERM") {
    return `no right to use ${place}. Check who owns it, or start as its owner.`;
  }
  if (code === "ENOTDIR" || code === "EISDIR")
    return `${place} is not what it should be (file or folder). Move it away.`;
  const message = error instanceof Error ? error.message : String(error);
  return redact(message.split("\n", 1)[0]?.trim() || "unknown error");
}

/**
 * A line for output of another program that names a well-known trouble with the disk, or null.
 * @param {string} output
 */
export function diskTrouble(output) {
  if (/ENOSPC|no space left on device|disk full/i.test(output))
    return "the disk is full. Free some space and start again.";
  if (/EROFS|read-only file system/i.test(output)) return "the disk is read-only. Use a folder that can be written.";
  return null;
}

/**
 * @param {unknown} error
 * @returns {{ code: string | undefined, path: string | undefined }}
 */
function systemError(error) {
  if (!(error instanceof Error)) return { code: undefined, path: undefined };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const path = "path" in error && typeof error.path === "string" ? error.path : undefined;
  return { code, path };
}
