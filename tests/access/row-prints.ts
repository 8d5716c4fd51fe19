import pg from "pg";
import { env } from "#app/platform/env.server.ts";

/** Counts of attempts change with every attempt, as they should. */
const COUNTERS = ["RateLimit"];
/** What the audit record says of looking, not of changing. */
const LOOKS = ["document_viewed", "document_opened", "contact_viewed", "portfolio_case_viewed"];

/** When somebody last opened a thread: a look as well. */
const LOOKED_AT = "readAt";

/** One line per table that changes with any value in it. */
export async function rowPrints(): Promise<string[]> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const lines: string[] = [];
    for (const { name } of rows.filter((row) => !COUNTERS.includes(row.name))) {
      const sum = await client.query<{ sum: string | null }>(
        `SELECT md5(string_agg(row, '' ORDER BY row)) AS sum
         FROM (SELECT (to_jsonb(t) - $2::text)::text AS row FROM ${pg.escapeIdentifier(name)} t
           WHERE coalesce(to_jsonb(t) ->> 'action', '') <> ALL ($1)) t`,
        [name === "AuditEvent" ? LOOKS : [], LOOKED_AT],
      );
      lines.push(`${name} ${sum.rows[0]?.sum ?? "empty"}`);
    }
    return lines;
  } finally {
    await client.end();
  }
}
