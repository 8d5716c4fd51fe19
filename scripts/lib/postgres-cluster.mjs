// @ts-check
import * as fs from "node:fs";
import path from "node:path";
import { fatalLine } from "./engine-log.mjs";
import { diskTrouble, Failure } from "./failure.mjs";
import { recordOf } from "./keep-program.mjs";
import { giveTo } from "./postgres-place.mjs";

/** The release line of the server that comes with the package; a cluster belongs to exactly one. */
const MAJOR = "18";

/**
 * @typedef {import("./postgres-place.mjs").Place & {
 *   dataDir: string,
 *   adminPassword: string,
 *   log: { file: string, read: () => string },
 *   keep: typeof import("./keep-program.mjs").keep,
 * }} ClusterOptions
 */

/**
 * Makes the cluster when there is none (true), else checks that this server can use it (false). A new one is made beside
 * its place and moved there whole, so that a kill never leaves half a cluster.
 * @param {ClusterOptions} options
 */
export async function makeCluster(options) {
  const { cluster, owner } = options;
  const draft = `${cluster}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  if (isUsable(cluster)) return false;

  fs.mkdirSync(draft, { mode: 0o700 });
  const passwordFile = path.join(draft, "password");
  fs.writeFileSync(passwordFile, options.adminPassword, { mode: 0o600 });
  if (owner) giveTo(draft, owner);
  const made = path.join(draft, "cluster");
  const kept = options.keep({
    record: recordOf(options.dataDir, "initdb"),
    command: options.initdb,
    args: [
      `--pgdata=${made}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    cwd: path.parse(cluster).root,
    env: { PATH: process.env["PATH"], LC_ALL: "C" },
    owner,
    output: options.log.file,
    stopGroup: true,
  });
  const { code, error } = await kept.ended;
  if (code !== 0) {
    const output = options.log.read();
    const reason = diskTrouble(output) ?? fatalLine(output) ?? error ?? "it was stopped";
    fs.rmSync(draft, { recursive: true, force: true });
    throw new Failure(`PostgreSQL could not make its database in ${cluster}: ${reason} (log: ${options.log.file})`);
  }
  fs.renameSync(made, cluster);
  fs.rmSync(draft, { recursive: true, force: true });
  return true;
}

/** @param {string} cluster */
function isUsable(cluster) {
  const stat = fs.statSync(cluster, { throwIfNoEntry: false });
  if (!stat) return false;
  const advice = `Move ${cluster} away or restore a backup.`;
  if (!stat.isDirectory()) throw new Failure(`${cluster} is not a folder. ${advice}`);
  const names = fs.readdirSync(cluster);
  if (names.length === 0) return false;
  if (!names.includes("PG_VERSION")) throw new Failure(`${cluster} is not a database folder of PostgreSQL. ${advice}`);
  const version = fs.readFileSync(path.join(cluster, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR) {
    const other = version.slice(0, 20) || "an unknown version";
    throw new Failure(`${cluster} was made by PostgreSQL ${other}, but this is PostgreSQL ${MAJOR}. ${advice}`);
  }
  return true;
}
