import pg from "pg";

type Definition = { relation: string; name: string; definition: string };

/**
 * Does the work on tables without foreign keys, triggers and secondary indexes, then puts all of them back, which
 * checks every row after all, but in bulk: several times faster for millions of rows. Only for a database that nobody
 * else uses: when the work fails, they stay away.
 */
export async function withoutChecks(
  client: pg.Client,
  onProgress: (text: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const keys = await client.query<Definition>(
    `SELECT conrelid::regclass::text AS relation, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const indexes = await client.query<Definition>(
    `SELECT indrelid::regclass::text AS relation, indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE relnamespace = 'public'::regnamespace AND NOT indisprimary
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
  );
  const tables = await client.query<{ relation: string }>(
    `SELECT oid::regclass::text AS relation FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const { relation, name } of keys.rows) {
    await client.query(`ALTER TABLE ${relation} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`);
  }
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  for (const { relation } of tables.rows) await client.query(`ALTER TABLE ${relation} DISABLE TRIGGER USER`);
  await work();
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { relation } of tables.rows) await client.query(`ALTER TABLE ${relation} ENABLE TRIGGER USER`);
  for (const { relation, definition } of indexes.rows) {
    onProgress(`indexes of ${relation}`);
    await client.query(definition);
  }
  for (const { relation, name, definition } of keys.rows) {
    onProgress(`foreign keys of ${relation}`);
    await client.query(`ALTER TABLE ${relation} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`);
  }
}
