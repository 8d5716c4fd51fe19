// @ts-check
import { createHash } from "node:crypto";
import { createReadStream, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/**
 * One hash over the names and contents of files and whole folders, so that a step can tell that nothing it depends on
 * has changed. Paths that do not exist count as absent, not as an error.
 * @param {string} root
 * @param {string[]} entries paths below root
 * @param {{ salt?: string, skip?: (relative: string) => boolean }} [options]
 */
export function hashOf(root, entries, { salt = "", skip = () => false } = {}) {
  const hash = createHash("sha256").update(salt);
  /** @param {string} relative */
  const add = (relative) => {
    if (skip(relative)) return;
    const full = path.join(root, relative);
    const stat = lstatSync(full, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(full).sort()) add(path.posix.join(relative, name));
    } else if (stat.isFile()) {
      hash.update(`\0${relative}\0${stat.size}\0`).update(readFileSync(full));
    }
  };
  for (const entry of [...entries].sort()) add(entry);
  return hash.digest("hex");
}

/** @param {string} file */
export async function hashOfBigFile(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/**
 * Whether a stamp file holds exactly this value.
 * @param {string} file
 * @param {string} value
 */
export function isStamped(file, value) {
  try {
    return readFileSync(file, "utf8") === value;
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @param {string} value
 */
export function stamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/**
 * Takes a stamp away before the work begins, so that work cut short is never taken for done.
 * @param {string} file
 */
export function unstamp(file) {
  rmSync(file, { force: true });
}
