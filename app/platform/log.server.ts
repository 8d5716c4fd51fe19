import { pino } from "pino";
import type { DestinationStream, Logger as PinoLogger } from "pino";

export type Logger = PinoLogger;
export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "silent";

const SECRETS = ["cookie", "authorization", "set-cookie", "password", "token"];
const PLACES = ["", "*", "req.headers", "res.headers", "request.headers", "response.headers"];

/**
 * One JSON object per line, which also keeps line breaks in values from forging lines. Cookies, credentials and tokens
 * are replaced wherever they are usually found; that is a net, not a licence: don't log requests, forms or rows.
 */
export function createLog({ level, destination }: { level: LogLevel; destination?: DestinationStream }): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PLACES.flatMap((place) => SECRETS.map((name) => `${place}["${name}"]`)), censor: "[redacted]" },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

const DEEPEST_CAUSE = 3;

/** Only what helps to find the fault: libraries hang requests, queries and whole rows on their errors. */
function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code: unknown = "code" in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}
