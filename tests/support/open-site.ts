import http, { createServer } from "node:http";
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { z } from "zod";
import { readEnv } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { hardenServer, SERVER_OPTIONS } from "#app/server/harden-server.ts";
import type { createApp } from "#app/server/serve.ts";

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string };
export type Asked = { method?: string; cookie?: string | undefined; headers?: OutgoingHttpHeaders; body?: string };

export type Site = {
  build: ServerBuild;
  origin: string;
  ask: (target: string, asked?: Asked) => Promise<Reply>;
  /** Every line that was logged so far. */
  log: () => string;
  close: () => Promise<void>;
};

const isFunction = (value: unknown) => typeof value === "function";
const builtSite = z.looseObject({
  entry: z.looseObject({ module: z.looseObject({ createApp: z.custom<typeof createApp>(isFunction) }) }),
});
const serverBuild = z.custom<ServerBuild>((value) => builtSite.safeParse(value).success);

/**
 * The built site as it is served in production, in this process, on a free loopback port. The bundle has modules of
 * its own: it shares the test's database and index names through the environment only.
 */
export async function openSite(): Promise<Site> {
  process.env["NODE_ENV"] = "production";
  const server = createServer(SERVER_OPTIONS);
  hardenServer(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the site has no port");
  const { port } = address;
  process.env["PORT"] = String(port);
  const settings = readEnv({ ...process.env, LIMIT_MULTIPLIER: "10000" });

  const imported: unknown = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
  const build = serverBuild.parse(imported);
  let written = "";
  const log = createLog({ level: "warn", destination: { write: (line) => void (written += line) } });
  const app = builtSite.parse(imported).entry.module.createApp({
    build,
    clientDir: path.resolve("build/client"),
    settings,
    log,
    isDraining: () => false,
  });
  server.on("request", app);

  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  return {
    build,
    origin: settings.ORIGIN,
    ask: (target, asked = {}) => ask({ agent, port, target, ...asked }),
    log: () => written,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Sent = Asked & { agent: http.Agent; port: number; target: string };

/** With node:http, because fetch cleans up paths and headers that are meant to arrive as they are. */
function ask({ agent, port, target, method = "GET", cookie, headers = {}, body }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = {
      Host: `localhost:${port}`,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) }),
      ...headers,
    };
    const request = http.request({
      host: "127.0.0.1",
      port,
      agent,
      method,
      path: target,
      setHost: false,
      headers: sent,
    });
    request.once("error", reject);
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    request.end(body);
  });
}
