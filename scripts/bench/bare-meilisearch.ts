import http from "node:http";
import https from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

/** The search engine spoken to as plainly as Node can: no client library, no copy of a reply that nobody reads. */
export type BareMeilisearch = {
  /** Sends a body as it is, reads the whole reply, and resolves with it unparsed. Throws for an error status. */
  send: (method: string, path: string, body?: string) => Promise<Buffer>;
  /** The same for a request that starts a task, and waits until that is done. */
  perform: (method: string, path: string, body?: string) => Promise<void>;
  /** Milliseconds that the last task of this index took inside the engine, by its own account. */
  removeIndexes: (prefix: string) => Promise<void>;
  close: () => void;
};

const enqueued = z.object({ taskUid: z.number() });
const taskState = z.object({ status: z.string(), error: z.object({ message: z.string() }).nullish() });
const indexList = z.object({ results: z.array(z.object({ uid: z.string() })) });

const LONGEST_TASK_MS = 20 * 60_000;

export function createBareMeilisearch(url: string, key: string): BareMeilisearch {
  const base = new URL(url);
  const isSecure = base.protocol === "https:";
  const agent = new (isSecure ? https : http).Agent({ keepAlive: true, maxSockets: 16, noDelay: true });
  const root = base.pathname.replace(/\/$/u, "");

  const send: BareMeilisearch["send"] = (method, path, body) =>
    new Promise((resolve, reject) => {
      const bytes = body === undefined ? undefined : Buffer.from(body);
      const request = (isSecure ? https : http).request(
        {
          agent,
          method,
          hostname: base.hostname,
          port: base.port,
          path: `${root}${path}`,
          headers: {
            authorization: `Bearer ${key}`,
            ...(bytes && { "content-type": "application/json", "content-length": bytes.byteLength }),
          },
        },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on("data", (chunk: Buffer) => chunks.push(chunk));
          reply.on("error", reject);
          reply.on("end", () => {
            const all = Buffer.concat(chunks);
            if ((reply.statusCode ?? 500) < 400) resolve(all);
            else reject(new Error(`Meilisearch answered ${reply.statusCode} to ${method} ${path}: ${all.toString()}`));
          });
        },
      );
      request.on("error", reject);
      request.end(bytes);
    });

  const perform: BareMeilisearch["perform"] = async (method, path, body) => {
    const { taskUid } = enqueued.parse(parse(await send(method, path, body)));
    const deadline = Date.now() + LONGEST_TASK_MS;
    for (let wait = 1; ; wait = Math.min(wait * 1.3, 100)) {
      const task = taskState.parse(parse(await send("GET", `/tasks/${taskUid}`)));
      if (task.status === "succeeded") return;
      if (task.status === "failed" || task.status === "canceled") {
        throw new Error(task.error?.message ?? `the task was ${task.status}`);
      }
      if (Date.now() > deadline) throw new Error(`task ${taskUid} takes too long`);
      await pause(wait);
    }
  };

  return {
    send,
    perform,
    async removeIndexes(prefix) {
      const { results } = indexList.parse(parse(await send("GET", "/indexes?limit=1000")));
      const own = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(prefix));
      if (own.length === 0) return;
      // What still waits to be indexed would only be deleted afterwards.
      await perform("POST", `/tasks/cancel?indexUids=${own.join(",")}&statuses=enqueued,processing`);
      await Promise.all(own.map((uid) => perform("DELETE", `/indexes/${uid}`)));
    },
    close: () => agent.destroy(),
  };
}

function parse(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString("utf8"));
}
