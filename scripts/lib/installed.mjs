// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }>} Packages */

/**
 * Whether node_modules holds what package-lock.json asks for, as far as npm's own note of its last install tells.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const present = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  return wanted !== null && present !== null && isSameInstall(wanted, present);
}

/**
 * Optional packages (those for other systems) may be absent, everything else must be there, and nothing else.
 * @param {Packages} wanted
 * @param {Packages} present
 */
export function isSameInstall(wanted, present) {
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === "" || entry.optional || entry.devOptional) continue;
    if (!present[name]) return false;
  }
  return Object.entries(present).every(([name, entry]) => {
    const asked = wanted[name];
    return asked !== undefined && asked.version === entry.version && asked.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Packages | null}
 */
function readPackages(file) {
  try {
    const { packages } = JSON.parse(readFileSync(file, "utf8"));
    return typeof packages === "object" && packages !== null ? packages : null;
  } catch {
    return null;
  }
}
