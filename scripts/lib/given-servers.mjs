// @ts-check
import { Failure } from "./failure.mjs";

const PATIENCE_MS = 5_000;

/**
 * Checks that the PostgreSQL server of DATABASE_URL takes us. Its password is never part of a message.
 * @param {string} address
 */
export async function checkDatabase(address) {
  const url = parse(address);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname) {
    throw new Failure(
      "DATABASE_URL is not an address like postgresql://USER@HOST:5432/NAME, with the password after the user.",
    );
  }
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: address,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    throw new Failure(databaseReason(error, url));
  } finally {
    // A server that does not answer would not answer the goodbye either.
    void client.end().catch(() => {});
  }
}

/**
 * @param {unknown} error
 * @param {URL} url
 */
export function databaseReason(error, url) {
  const at = `${url.hostname}:${url.port || "5432"}`;
  const code = codeOf(error);
  if (code === "28P01" || code === "28000")
    return `DATABASE_URL: the server at ${at} refuses this user name or password.`;
  if (code === "3D000")
    return `DATABASE_URL: the server at ${at} has no database "${decodeURIComponent(url.pathname.slice(1))}".`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `DATABASE_URL: there is no host called ${url.hostname}.`;
  if (code === "ECONNREFUSED") return `DATABASE_URL: no PostgreSQL server answers at ${at}.`;
  const message = error instanceof Error ? error.message : String(error);
  if (code === "ETIMEDOUT" || /timeout/i.test(message)) return `DATABASE_URL: ${at} does not answer within 5 seconds.`;
  return `DATABASE_URL: the server at ${at} can't be used (${message.split("\n", 1)[0]}).`;
}

/**
 * Checks that a Meilisearch server answers at MEILI_URL and takes MEILI_KEY.
 * @param {string} address
 * @param {string | undefined} key
 */
export async function checkMeilisearch(address, key) {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Failure("MEILI_URL is not an address like http://host:7700.");
  if (!key) throw new Failure("MEILI_KEY is missing: with MEILI_URL, give a key of that server.");
  const health = await ask(url, "health");
  if (health.status !== 200 || !health.text.includes('"available"')) {
    throw new Failure(`MEILI_URL: what answers at ${url.host} is not a healthy Meilisearch server.`);
  }
  const { status } = await ask(url, "indexes?limit=1", key);
  if (status === 401 || status === 403) throw new Failure(`MEILI_KEY: the server at ${url.host} refuses this key.`);
  if (status !== 200) throw new Failure(`MEILI_URL: the server at ${url.host} answers with status ${status}.`);
}

/**
 * Whether no index with this prefix holds a document. A key that may not look counts as "holds some".
 * @param {string} address
 * @param {string} key
 * @param {string} prefix
 */
export async function isSearchEmpty(address, key, prefix) {
  const { status, text } = await ask(new URL(address), "stats", key);
  if (status !== 200) return false;
  /** @type {{ indexes?: Record<string, { numberOfDocuments?: number }> }} */
  const { indexes = {} } = JSON.parse(text);
  return !Object.entries(indexes).some(
    ([name, index]) => name.startsWith(prefix) && (index.numberOfDocuments ?? 0) > 0,
  );
}

/**
 * @param {URL} base
 * @param {string} path
 * @param {string} [key]
 */
async function ask(base, path, key) {
  const target = new URL(path, base.href.endsWith("/") ? base : `${base.href}/`);
  try {
    const reply = await fetch(target, {
      headers: key ? { authorization: `Bearer ${key}` } : {},
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: reply.status, text: await reply.text() };
  } catch (error) {
    const isSlow = error instanceof Error && error.name === "TimeoutError";
    const why = isSlow ? "does not answer within 5 seconds" : "can't be reached";
    throw new Failure(`MEILI_URL: ${base.host} ${why}.`);
  }
}

/** @param {string} address */
function parse(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/**
 * @param {unknown} error
 * @returns {string | undefined}
 */
function codeOf(error) {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
