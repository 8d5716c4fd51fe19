import http from "node:http";
import https from "node:https";
import { Meilisearch, MeilisearchApiError } from "meilisearch";
import { env } from "#app/platform/env.server.ts";

const httpAgent = new http.Agent({ keepAlive: true, maxSockets: 16, noDelay: true });
const httpsAgent = new https.Agent({ keepAlive: true, maxSockets: 16, noDelay: true });

/**
 * The transport of the official client: one kept-alive connection and no compression offered. With the client's own
 * fetch each reply above a kilobyte waits about 40 ms for a delayed acknowledgement, 20 times the query itself.
 */
function requestJson(input: string | URL | Request, init?: RequestInit): Promise<unknown> {
  const url = input instanceof Request ? new URL(input.url) : new URL(input);
  const secure = url.protocol === "https:";
  const headers = Object.fromEntries(new Headers(init?.headers).entries());
  const body = typeof init?.body === "string" ? Buffer.from(init.body) : undefined;
  if (body) headers["content-length"] = String(body.byteLength);
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(
      url,
      {
        method: init?.method ?? "GET",
        headers,
        agent: secure ? httpsAgent : httpAgent,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          try {
            const text = Buffer.concat(chunks).toString("utf8");
            const parsed: unknown = text === "" ? undefined : JSON.parse(text);
            const status = response.statusCode ?? 500;
            if (status < 400) return resolve(parsed);
            reject(
              new MeilisearchApiError(
                new Response(null, { status, statusText: response.statusMessage ?? "" }),
                asApiBody(parsed),
              ),
            );
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
      },
    );
    // By hand: node's own handling keeps a listener per request on the signal that a whole wait shares.
    const signal = init?.signal;
    const abort = () => request.destroy(new Error("The search engine did not answer in time"));
    signal?.addEventListener("abort", abort, { once: true });
    request.on("close", () => signal?.removeEventListener("abort", abort));
    request.on("error", reject);
    if (signal?.aborted) abort();
    request.end(body);
  });
}

function asApiBody(body: unknown): ConstructorParameters<typeof MeilisearchApiError>[1] {
  const fallback = { message: "The search engine refused the request", code: "internal", type: "internal", link: "" };
  return { ...fallback, ...(typeof body === "object" ? body : {}) };
}

/** The official client on our transport. `timeoutMs` bounds each request, so that a stalled engine can't stall a page. */
function openMeilisearch(url: string, key: string, timeoutMs: number): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey: key,
    timeout: timeoutMs,
    httpClient: requestJson,
  });
}

/** True when the engine answered that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return refusalStatus(error) === 404;
}

/** The status with which the engine refused a request; null when it did not answer. The client wraps what its transport throws. */
export function refusalStatus(error: unknown): number | null {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof MeilisearchApiError ? cause.response.status : null;
}

let searching: Meilisearch | undefined;
let indexing: Meilisearch | undefined;

/** For requests of readers, who bring a signal that ends sooner. */
export function searchClient(): Meilisearch {
  return (searching ??= openMeilisearch(env().MEILI_URL, env().MEILI_KEY, 15_000));
}

/** For the indexer: large batches may take their time. */
export function indexingClient(): Meilisearch {
  return (indexing ??= openMeilisearch(env().MEILI_URL, env().MEILI_KEY, 20_000));
}

/** Index names carry the prefix of this installation. */
export function indexName(name: string): string {
  return `${env().MEILI_PREFIX}${name}`;
}
