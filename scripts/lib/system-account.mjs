// @ts-check
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Failure } from "./failure.mjs";

/**
 * The account that runs PostgreSQL when we are root: `postgres` (made when missing), else `nobody`.
 * @returns {{ uid: number, gid: number }}
 */
export function systemAccount() {
  const existing = find("postgres") ?? find("_postgres");
  if (existing) return existing;
  for (const [command, ...args] of WAYS_TO_MAKE_IT) {
    if (spawnSync(command, args, { stdio: "ignore" }).status !== 0) continue;
    const made = find("postgres");
    if (made) return made;
  }
  const nobody = find("nobody");
  if (nobody) return nobody;
  throw new Failure("PostgreSQL may not run as root, and no other account could be made. Start as an ordinary user.");
}

/** Debian and Red Hat; Debian without useradd; BusyBox. @type {[string, ...string[]][]} */
const WAYS_TO_MAKE_IT = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
  ["adduser", "--system", "--group", "--no-create-home", "postgres"],
  ["adduser", "-S", "-D", "-H", "postgres"],
];

/** @param {string} name */
function find(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  // Some systems write -2 for nobody; as an unsigned number the system calls take it.
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : null;
}
