import pg from "pg";
import { env } from "#app/platform/env.server.ts";

/**
 * One connection to the database of one's own, for what belongs to a connection and not to a query: listening for
 * notifications, and locks that end with the process that holds them.
 */
export type DatabaseSession = {
  /** Calls back with the payload of each notification on the channel. */
  listen: (channel: string, onNotice: (payload: string) => void) => Promise<void>;
  notify: (channel: string, payload: string) => Promise<void>;
  /** True when the lock is ours now. */
  tryLock: (name: string) => Promise<boolean>;
  /** Waits until the lock is ours. */
  lock: (name: string) => Promise<void>;
  unlock: (name: string) => Promise<void>;
  isOpen: () => boolean;
  /** Resolves when the connection ends, by us or not. */
  ended: Promise<void>;
  close: () => Promise<void>;
};

export async function openDatabaseSession(): Promise<DatabaseSession> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "hairline session",
  });
  let isOpen = true;
  const ended = new Promise<void>((resolve) => {
    client.once("end", () => {
      isOpen = false;
      resolve();
    });
  });
  // Without a listener a lost connection would end the process; `ended` tells who uses it.
  client.on("error", () => undefined);
  await client.connect();
  return {
    listen: async (channel, onNotice) => {
      client.on("notification", (notice) => {
        if (notice.channel === channel) onNotice(notice.payload ?? "");
      });
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    },
    notify: async (channel, payload) => {
      await client.query("SELECT pg_notify($1, $2)", [channel, payload]);
    },
    tryLock: async (name) => {
      const { rows } = await client.query<{ isOurs: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isOurs"',
        [name],
      );
      return rows[0]?.isOurs ?? false;
    },
    lock: async (name) => {
      await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
    },
    unlock: async (name) => {
      await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    },
    isOpen: () => isOpen,
    ended,
    close: () => client.end(),
  };
}
