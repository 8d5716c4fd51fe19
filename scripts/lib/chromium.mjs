// @ts-check
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { packageProgram } from "./setup.mjs";

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, else the system's, else Debian's package when we may install it, else
 * Playwright's own download. Null = Playwright has its own; throws when there is none at all.
 * @param {{ crew: import("./crew.mjs").Crew, progress: (text: string) => void }} options
 * @returns {Promise<string | null>}
 */
export async function findChromium({ crew, progress }) {
  const present = findPresent();
  if (present) return present;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0) {
    progress("apt-get install chromium");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    try {
      // A fresh machine has no package lists yet.
      await crew.runTool({ name: "apt-get", command: "apt-get", args: ["update"], env });
      await crew.runTool({ name: "apt-get", command: "apt-get", args: ["install", "-y", "chromium"], env });
    } catch {
      // No such package or no network: the next way may work.
    }
    const installed = findPresent();
    if (installed) return installed;
  }
  progress("playwright install chromium");
  const args = [packageProgram("playwright", "cli.js"), "install", "chromium"];
  await crew.runTool({ name: "chromium", command: process.execPath, args });
  return null;
}

function findPresent() {
  const onPath = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => [path.join(folder, "chromium"), path.join(folder, "google-chrome")]);
  const places = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", ...onPath];
  return places.find((place) => place && isRunnable(place)) ?? null;
}

/** @param {string} file */
function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
