import { createHash } from "node:crypto";
import http from "node:http";
import { createRequestHandler } from "@remix-run/node";
import pg from "pg";
import { z } from "zod";
import type { BareMeilisearch } from "./bare-meilisearch.ts";
import type { BuiltApplication } from "./server-build.ts";

/** What a page asks the two engines, in the order in which it asks. */
export type PageQueries = {
  engine: { method: string; path: string; body: string }[];
  database: { name: string; text: string; values: unknown[] }[];
};

const statement = z.object({ text: z.string(), values: z.array(z.unknown()).optional() });

/**
 * Answers an address by the built application, in this process, and writes down what goes to the engines: the built
 * code's own requests, so that nothing has to be kept in step with it. Answered three times, so that what a process asks
 * once (is there sample data?) is not taken for a part of the page.
 */
export async function recordQueries(build: BuiltApplication, address: string, meiliUrl: string): Promise<PageQueries> {
  const answer = createRequestHandler(build, "production");
  const ask = async () => {
    const context = {
      cspNonce: "bench",
      requestId: "bench",
      reportError: (error: unknown) => {
        throw error;
      },
    };
    const reply = await answer(new Request(new URL(address, "http://localhost")), context);
    await reply.arrayBuffer();
  };
  await ask();
  await ask();
  const recorder = listenIn(meiliUrl);
  try {
    await ask();
  } finally {
    recorder.stop();
  }
  return recorder.queries;
}

/** Puts itself between the application and the two clients that it asks through. */
function listenIn(meiliUrl: string): { queries: PageQueries; stop: () => void } {
  const queries: PageQueries = { engine: [], database: [] };
  const engineHost = new URL(meiliUrl).host;

  const query: unknown = Reflect.get(pg.Client.prototype, "query");
  const request: unknown = Reflect.get(http, "request");
  if (typeof query !== "function" || typeof request !== "function") throw new Error("there is nothing to listen to");
  Reflect.set(pg.Client.prototype, "query", function (this: pg.Client, ...args: unknown[]): unknown {
    const given = statement.safeParse(typeof args[0] === "string" ? { text: args[0], values: args[1] } : args[0]);
    if (given.success) {
      const { text, values = [] } = given.data;
      queries.database.push({ name: createHash("sha1").update(text).digest("hex"), text, values });
    }
    const running: unknown = Reflect.apply(query, this, args);
    return running;
  });
  Reflect.set(http, "request", (...args: unknown[]): unknown => {
    const made: unknown = Reflect.apply(request, http, args);
    if (made instanceof http.ClientRequest && made.getHeader("host") === engineHost) {
      const end: unknown = Reflect.get(made, "end");
      Reflect.set(made, "end", (...ending: unknown[]): unknown => {
        const [body] = ending;
        const text = body instanceof Uint8Array || typeof body === "string" ? Buffer.from(body).toString() : "";
        queries.engine.push({ method: made.method, path: made.path, body: text });
        const ended: unknown = typeof end === "function" ? Reflect.apply(end, made, ending) : made;
        return ended;
      });
    }
    return made;
  });
  return {
    queries,
    stop: () => {
      Reflect.set(pg.Client.prototype, "query", query);
      Reflect.set(http, "request", request);
    },
  };
}

/** Asks the same again, one after the other, by the barest of clients: kept-alive requests and prepared statements. */
export function createReplay(meilisearch: BareMeilisearch, pool: pg.Pool) {
  return {
    engine: async ({ engine }: PageQueries): Promise<void> => {
      for (const { method, path, body } of engine) await meilisearch.send(method, path, body === "" ? undefined : body);
    },
    database: async ({ database }: PageQueries): Promise<void> => {
      for (const query of database) await pool.query(query);
    },
  };
}
export type Replay = ReturnType<typeof createReplay>;
