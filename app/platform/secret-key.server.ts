import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "#app/platform/env.server.ts";

const LONG_ENOUGH = /^\S{32,}$/;

let current: string | undefined;

/**
 * The key behind everything that is signed or encrypted here: SECRET_KEY where it is given (several machines need the
 * same one), else one of this data folder, made on first use.
 */
export function secretKey(): string {
  return (current ??= env().SECRET_KEY ?? ownKey(path.join(env().DATA_DIR, "secret.key")));
}

function ownKey(file: string): string {
  const made = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(made, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    // Of two processes that start at once, one wins and both read its key.
    linkSync(made, file);
  } catch (problem) {
    if (!(problem instanceof Error && "code" in problem && problem.code === "EEXIST")) throw problem;
  } finally {
    rmSync(made, { force: true });
  }
  const key = readFileSync(file, "utf8").trim();
  if (!LONG_ENOUGH.test(key)) throw new Error(`${file} is damaged: restore it from a backup`);
  return key;
}
