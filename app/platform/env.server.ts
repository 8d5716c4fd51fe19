import path from "node:path";
import { z } from "zod";

/**
 * Every setting the application reads, checked once at start. Nothing else in `app/` reads `process.env`.
 * The start command fills in the addresses of the embedded engines when none are given.
 */
const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The address people type. Links in mails and canonical URLs start with it; posts must come from it. */
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Further host names (with port) that this process answers to, separated by commas. */
  ALLOWED_HOSTS: z.string().default(""),
  /** How many proxies in front of this process may set X-Forwarded-*: 0 means none is believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgresql://"),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  MEILI_URL: z.url({ protocol: /^https?$/ }),
  MEILI_KEY: z.string().min(1),
  /** Prefix of the index names, so that several copies of Hairline can share one search server. */
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .default(""),
  /** How long a page waits for the search engine before the database answers instead. */
  SEARCH_TIMEOUT_MS: z.coerce.number().int().min(50).max(10_000).default(400),
  /** All rate limits times this number, for benchmarks and browser tests. */
  LIMIT_MULTIPLIER: z.coerce.number().min(0.01).max(10_000).default(1),
  DATA_DIR: z.string().default(".data"),
  /** Signs links and encrypts what must not be read from the tables. Without it the data folder has one of its own. */
  SECRET_KEY: z
    .string()
    .regex(/^\S{32,}$/, "needs at least 32 characters without blanks")
    .optional(),
  /** Mail server, for example smtps://user:password@mail.example.org. Without it mails are files in the data folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender of every mail. */
  MAIL_FROM: z.email().default("no-reply@hairline.invalid"),
  /** Where people write to: it stands on the pages of terms and privacy. */
  CONTACT_EMAIL: z.email().default("hello@hairline.invalid"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Env = Omit<z.infer<typeof schema>, "ORIGIN" | "ALLOWED_HOSTS"> & {
  ORIGIN: string;
  ALLOWED_HOSTS: string[];
};

/** Thrown for settings that can't be used; the message names each variable and what is wrong with it, on one line. */
class EnvError extends Error {}

/** Reads and checks settings. Empty strings count as absent, as they do in compose files and shells. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new EnvError(`Settings can't be used: ${problems.join("; ")}`);
  }
  const { PORT, ORIGIN, ALLOWED_HOSTS, ...rest } = parsed.data;
  const origin = new URL(ORIGIN ?? `http://localhost:${PORT}`).origin;
  const own = ORIGIN ? [new URL(ORIGIN).host] : [`localhost:${PORT}`, `127.0.0.1:${PORT}`, `[::1]:${PORT}`];
  const further = ALLOWED_HOSTS.split(",")
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);
  return {
    ...rest,
    PORT,
    ORIGIN: origin,
    ALLOWED_HOSTS: [...new Set([...own, ...further])],
    DATA_DIR: path.resolve(rest.DATA_DIR),
  };
}

let current: Env | undefined;
/** The settings of this process, read on first use. */
export function env(): Env {
  return (current ??= readEnv(process.env));
}
