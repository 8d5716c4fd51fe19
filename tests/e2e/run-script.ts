import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** Runs a command against the database of the site that the browser tests are about. */
export async function runScript(file: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, DATA_DIR: path.resolve(".data/e2e") };
  await promisify(execFile)(process.execPath, ["scripts/run.mjs", file, ...args], { env });
}
