// @ts-check
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { freePort, tryPort } from "./processes.mjs";

const PATIENCE_MS = 60_000;

/**
 * Reads HOST and PORT and makes sure, before any long work, that nothing listens there. PORT=0 picks a free one.
 * @param {NodeJS.ProcessEnv} env
 */
export function readAddress(env) {
  const host = env["HOST"] || "127.0.0.1";
  const text = env["PORT"] || "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Failure(`PORT is "${text}", but must be a number from 0 to 65535.`);
  return { host, port };
}

/**
 * @param {{ host: string, port: number }} address
 * @returns {Promise<number>} the port to use
 */
export async function claimPort({ host, port }) {
  if (port === 0) return freePort();
  const result = await tryPort(host, port);
  if (typeof result === "number") return port;
  if (result.code === "EADDRINUSE")
    throw new Failure(`Port ${port} is taken by another program. Set PORT to a free one.`);
  if (result.code === "EACCES")
    throw new Failure(`Port ${port} is reserved for the system. Set PORT to one above 1023.`);
  throw new Failure(
    `HOST "${host}" with port ${port} can't be listened on (${result.code}). Set HOST to an address of this machine.`,
  );
}

/**
 * Waits until /readyz answers 200; false as soon as `isOver()`.
 * @param {{ host: string, port: number, origin: string | undefined, isOver: () => boolean }} options
 */
export async function waitUntilReady({ host, port, origin, isOver }) {
  const deadline = Date.now() + PATIENCE_MS;
  // The server answers only to its own names, so ask by the one that people use.
  const name = origin && URL.canParse(origin) ? new URL(origin).host : `localhost:${port}`;
  let last = "no answer";
  while (!isOver()) {
    const status = await statusOf({ host: reachable(host), port, path: "/readyz", headers: { host: name } });
    if (status === 200) return true;
    if (status !== null) last = `status ${status}`;
    if (Date.now() > deadline) throw new Failure(`the web server does not become ready (/readyz: ${last}).`);
    await pause(40);
  }
  return false;
}

/** @param {string} host */
function reachable(host) {
  if (host === "0.0.0.0") return "127.0.0.1";
  return host === "::" ? "::1" : host;
}

/**
 * @param {import("node:http").RequestOptions} options
 * @returns {Promise<number | null>}
 */
function statusOf(options) {
  return new Promise((resolve) => {
    const asked = request({ ...options, agent: false, timeout: 2_000 }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? null);
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(null));
    asked.end();
  });
}
