import http from "node:http";
import autocannon from "autocannon";
import { median } from "./median.ts";

/** What one slice of load gave. */
export type Slice = {
  /** Median milliseconds of one answer. */
  p50: number;
  perSecond: number;
  count: number;
};

export type Address = { port: number; path: string; headers: Readonly<Record<string, string>> };

/** Without compression, unless a row is about compression: it would hide what the page itself costs. */
export const PLAIN = { "accept-encoding": "identity" } as const;
export const GZIP = { "accept-encoding": "gzip" } as const;

const agent = new http.Agent({ keepAlive: true, maxSockets: 1, noDelay: true });

/** One request on a kept-alive connection, its answer read to the end. */
export function get({ port, path, headers }: Address): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const request = http.get({ agent, host: "127.0.0.1", port, path, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.on("error", reject);
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    request.on("error", reject);
  });
}

/** The same again and again for so long, one at a time. */
export async function oneAtATime(seconds: number, call: () => Promise<unknown>): Promise<Slice> {
  return severalAtOnce(1, seconds, call);
}

/** So many at once, each beginning its next as soon as the last has ended. */
export async function severalAtOnce(atOnce: number, seconds: number, call: () => Promise<unknown>): Promise<Slice> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  const loop = async () => {
    do {
      const start = performance.now();
      await call();
      times.push(performance.now() - start);
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return { p50: median(times), perSecond: (times.length * 1_000) / (performance.now() - began), count: times.length };
}

/** Load on a server, so many requests at once. Throws when any answer is not a success. */
export function loadServer(address: Address, atOnce: number, seconds: number): Promise<Slice> {
  const { port, path, headers } = address;
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    let failures = 0;
    const began = performance.now();
    const instance = autocannon(
      { url: `http://127.0.0.1:${port}${path}`, connections: atOnce, duration: seconds, headers: { ...headers } },
      (error: unknown) => {
        const took = performance.now() - began;
        if (error) reject(error instanceof Error ? error : new Error("the load generator failed"));
        else if (failures > 0) reject(new Error(`${failures} of ${times.length} answers of ${path} were no success`));
        else resolve({ p50: median(times), perSecond: (times.length * 1_000) / took, count: times.length });
      },
    );
    instance.on("response", (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status !== 200) failures += 1;
    });
  });
}
