// @ts-check
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A process that stays recognisable after its number was given to another one.
 * @typedef {{ pid: number, identity: string }} ProcessRef
 */

/**
 * Start time of a live process, comparable across calls; null when there is no such process (zombies count as gone).
 * @param {number} pid
 * @returns {string | null}
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const state = fields[0];
      return state === "Z" || state === "X" ? null : `${bootId()}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return null;
  }
  if (process.platform === "win32") return "alive";
  const [state = "", ...started] = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" })
    .stdout.trim()
    .split(/\s+/);
  return state === "" || state.startsWith("Z") ? null : started.join(" ");
}

function bootId() {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** @param {ProcessRef} ref */
export function isRunning(ref) {
  return identityOf(ref.pid) === ref.identity;
}

/**
 * Program and arguments of a process, "" when it is gone or hidden.
 * @param {number} pid
 */
export function commandLineOf(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    } catch {
      return "";
    }
  }
  if (process.platform === "win32") return "";
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}

/**
 * Number of the process that started another one, 0 when that can't be told.
 * @param {number} pid
 */
export function parentOf(pid) {
  if (process.platform === "win32") return 0;
  if (process.platform !== "linux") {
    return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout) || 0;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) || 0;
  } catch {
    return 0;
  }
}

/**
 * Waits for a process to go; false when it is still there after `limitMs`.
 * @param {ProcessRef} ref
 * @param {number} limitMs
 */
export async function waitUntilGone(ref, limitMs) {
  const deadline = Date.now() + limitMs;
  while (isRunning(ref)) {
    if (Date.now() > deadline) return false;
    await pause(40);
  }
  return true;
}

/**
 * Asks a process to end, then makes it, and comes back when it is gone. Never signals a process that has the number but
 * not the identity.
 * @param {ProcessRef} ref
 * @param {{ signal: NodeJS.Signals, graceMs: number, group?: boolean }} how
 */
export async function endProcess(ref, { signal, graceMs, group = false }) {
  if (isRunning(ref)) sendSignal(ref.pid, signal, group);
  if (await waitUntilGone(ref, graceMs)) return;
  sendSignal(ref.pid, "SIGKILL", group);
  await waitUntilGone(ref, 5_000);
}

/**
 * Sends a signal to a process or to the group that it leads; a process that is gone already is no error.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @param {boolean} group
 */
export function sendSignal(pid, signal, group) {
  try {
    process.kill(group && process.platform !== "win32" ? -pid : pid, signal);
  } catch {
    // Gone between the check and the signal.
  }
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export async function freePort() {
  const port = await tryPort("127.0.0.1", 0);
  if (typeof port !== "number") throw new Error(`no free port on 127.0.0.1 (${port.code})`);
  return port;
}

/**
 * Opens a port for a moment: its number when that worked, else the operating system's error code.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number | { code: string }>}
 */
export function tryPort(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => {
      resolve({ code: "code" in error && typeof error.code === "string" ? error.code : error.message });
    });
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : port));
    });
  });
}
