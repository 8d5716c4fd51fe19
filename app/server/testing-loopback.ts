import http from "node:http";
import type { IncomingHttpHeaders, OutgoingHttpHeaders, RequestListener } from "node:http";
import net from "node:net";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { createLog } from "#app/platform/log.server.ts";
import type { Logger, LogLevel } from "#app/platform/log.server.ts";
import { hardenServer, SERVER_OPTIONS } from "#app/server/harden-server.ts";

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Sent {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
  agent?: http.Agent;
}

interface Loopback {
  server: http.Server;
  port: number;
  /** Sends exactly these headers; Host is `localhost:3000` unless given. Resolves with the whole reply. */
  send: (request?: Sent) => Promise<Reply>;
  /** Writes these bytes to a connection and resolves with everything that comes back until it is closed. */
  sendRaw: (text: string) => Promise<string>;
}

/** A hardened server on a free loopback port, ended with the test. node:http, because fetch refuses to set Host. */
export async function listen(handler: RequestListener): Promise<Loopback> {
  const server = http.createServer(SERVER_OPTIONS, handler);
  hardenServer(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server has no port");
  const { port } = address;
  return {
    server,
    port,
    send: (request = {}) => send(port, request),
    sendRaw: (text) => sendRaw(port, text),
  };
}

function send(port: number, { method = "GET", path = "/", headers = {}, body, agent }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    const request = http.request({
      port,
      host: "127.0.0.1",
      method,
      path,
      agent: agent ?? false,
      setHost: false,
      headers: { Host: "localhost:3000", ...length, ...headers },
    });
    request.once("error", reject);
    request.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.once("error", reject);
      response.once("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.end(body);
  });
}

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1");
    let reply = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (reply += chunk));
    socket.once("error", reject);
    socket.once("close", () => resolve(reply));
    socket.write(Buffer.from(text, "latin1"));
  });
}

interface RecordedLog {
  log: Logger;
  /** Every line written so far, parsed. */
  lines: () => Record<string, unknown>[];
  text: () => string;
}

/** A real logger that writes to memory. */
export function recordLog(level: LogLevel = "debug"): RecordedLog {
  let written = "";
  const log = createLog({ level, destination: { write: (line) => void (written += line) } });
  const lines = () =>
    written
      .split("\n")
      .filter(Boolean)
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  return { log, lines, text: () => written };
}
