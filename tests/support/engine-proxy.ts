import { once } from "node:events";
import http from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What the proxy does with a request before it passes it on; it may change the body or throw to cut the connection. */
type Meddle = (request: { method: string; path: string; body: string }) => Promise<string> | string;

export type EngineProxy = {
  url: string;
  /** Requests that reached the proxy, as "METHOD /path". */
  requests: string[];
  /** Passes everything on, as at the start. */
  heal: () => void;
  /** Cuts every connection, as an engine that is down. */
  cut: () => void;
  /** Takes requests and never answers them. */
  stall: () => void;
  /** Answers late. */
  slow: (ms: number) => void;
  /** Passes requests on after `meddle` has seen them. */
  meddle: (meddle: Meddle) => void;
  /** Passes requests on, but the answers to those that match are lost on the way. */
  loseAnswers: (pattern: RegExp) => void;
  close: () => Promise<void>;
};

/** Stands between the code under test and the real search engine and does what networks and engines do on bad days. */
export async function openEngineProxy(target: string): Promise<EngineProxy> {
  const { hostname, port } = new URL(target);
  let mode: "pass" | "cut" | "stall" = "pass";
  let delayMs = 0;
  let meddling: Meddle = ({ body }) => body;
  let lost: RegExp | null = null;
  const requests: string[] = [];
  const agent = new http.Agent({ keepAlive: true });

  const forward = async (request: IncomingMessage, body: string) => {
    const headers = { ...request.headers, host: `${hostname}:${port}`, "content-length": Buffer.byteLength(body) };
    const sent = http.request({ hostname, port, agent, method: request.method, path: request.url, headers });
    sent.end(body);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    return { answer, text: await read(answer) };
  };
  const server = http.createServer((request, response) => {
    const line = `${request.method} ${request.url}`;
    requests.push(line);
    void (async () => {
      try {
        const body = await read(request);
        if (mode === "stall") return;
        if (mode === "cut") throw new Error("cut");
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
        const changed = await meddling({ method: request.method ?? "", path: request.url ?? "", body });
        const { answer, text } = await forward(request, changed);
        if (lost?.test(line)) throw new Error("lost");
        response.writeHead(answer.statusCode ?? 500, { "Content-Type": "application/json" }).end(text);
      } catch {
        request.socket.destroy();
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const heal = () => {
    mode = "pass";
    delayMs = 0;
    meddling = ({ body }) => body;
    lost = null;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    heal,
    cut: () => {
      mode = "cut";
      server.closeAllConnections();
    },
    stall: () => (mode = "stall"),
    slow: (ms) => (delayMs = ms),
    meddle: (meddle) => (meddling = meddle),
    loseAnswers: (pattern) => (lost = pattern),
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
