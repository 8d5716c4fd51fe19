// @ts-check
import * as fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";

/** Folder of the project, wherever a command was called from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

const MEGABYTE = 1_000_000;

/**
 * The folder for everything that a running Hairline keeps (DATA_DIR, else `.data`), made when missing.
 * @param {NodeJS.ProcessEnv} env
 */
export function openDataDir(env) {
  const dataDir = path.resolve(ROOT, env["DATA_DIR"] || ".data");
  const stat = fs.statSync(dataDir, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory())
    throw new Failure(`${dataDir} is a file, but Hairline keeps its data there. Move it away.`);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  // Before anything is made in it: on a read-only disk, making folders fails with a misleading "no such file".
  fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK);
  fs.mkdirSync(path.join(dataDir, "logs"), { recursive: true, mode: 0o755 });
  return dataDir;
}

/**
 * Refuses to begin work that would fill the disk.
 * @param {string} folder
 * @param {number} needed in megabytes
 */
export function checkSpace(folder, needed) {
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free >= needed) return;
  throw new Failure(
    `only ${free} MB are free on the disk of ${folder}, ${needed} MB are needed. Free some space and start again.`,
  );
}

/** Refuses a Node.js that the project was not made for. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(
    `Node.js 20.19 or newer is needed, this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
}
