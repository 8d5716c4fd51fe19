// @ts-check
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { writePrivately } from "./private-file.mjs";

/**
 * Passwords of the embedded engines, made once per data folder.
 * @typedef {{ databaseAdminPassword: string, databasePassword: string, meiliMasterKey: string }} Secrets
 */

/**
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function readSecrets(dataDir) {
  const file = path.join(dataDir, "secrets.json");
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    const made = { databaseAdminPassword: secret(), databasePassword: secret(), meiliMasterKey: secret() };
    writePrivately(file, `${JSON.stringify(made, null, 2)}\n`);
    return made;
  }
  const { databaseAdminPassword, databasePassword, meiliMasterKey } = parse(text);
  if (isSecret(databaseAdminPassword) && isSecret(databasePassword) && isSecret(meiliMasterKey)) {
    return { databaseAdminPassword, databasePassword, meiliMasterKey };
  }
  throw new Failure(
    `${file} is damaged. Restore it from a backup, or move the whole folder ${dataDir} away to begin anew.`,
  );
}

const secret = () => randomBytes(24).toString("base64url");

/** @param {unknown} value @returns {value is string} */
const isSecret = (value) => typeof value === "string" && /^[\w-]{16,}$/.test(value);

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
