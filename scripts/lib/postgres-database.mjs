// @ts-check
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "./failure.mjs";

const NAME = "hairline";
const PATIENCE_MS = 120_000;
const ROLE_EXISTS = "42710";
const DATABASE_EXISTS = "42P04";

/**
 * Waits until the server takes connections (after a crash it first replays its log), and makes role and database when
 * they are missing. Comes back with the address for the application.
 * @param {{ port: number, secrets: import("./secrets.mjs").Secrets, cluster: string, isOver: () => boolean }} options
 */
export async function openDatabase({ port, secrets, cluster, isOver }) {
  const { databasePassword: password, databaseAdminPassword: adminPassword } = secrets;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (isOver()) throw new Error("the server ended");
    let code = await query({ port, user: NAME, database: NAME, password }, []);
    if (code === null) break;
    if (code === "28P01" || code === "28000" || code === "3D000") {
      code = await setUp(port, adminPassword, password);
      if (code === null) continue;
      if (code === "28P01") throw wrongPassword(cluster);
    }
    if (code === "53100")
      throw new Failure("the disk is full: PostgreSQL can't write. Free some space and start again.");
    if (Date.now() > deadline) throw new Failure(`PostgreSQL did not answer within 2 minutes (${code}).`);
    await pause(25);
  }
  return `postgresql://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
}

/**
 * Makes role and database as administrator: null when both are there now, else the code of what went wrong.
 * @param {number} port
 * @param {string} adminPassword
 * @param {string} password letters, digits, - and _ only, so it needs no quoting
 */
async function setUp(port, adminPassword, password) {
  const admin = { port, user: "postgres", database: "postgres", password: adminPassword };
  const role = `ROLE ${NAME} WITH LOGIN NOSUPERUSER CREATEDB PASSWORD '${password}'`;
  let code = await query(admin, [`CREATE ${role}`]);
  // A start that was cut short may have done one half of this already.
  if (code === ROLE_EXISTS) code = await query(admin, [`ALTER ${role}`]);
  if (code !== null) return code;
  code = await query(admin, [`CREATE DATABASE ${NAME} OWNER ${NAME}`]);
  return code === DATABASE_EXISTS ? null : code;
}

/** @param {string} cluster */
function wrongPassword(cluster) {
  return new Failure(
    `the database in ${cluster} was made with another password. Restore secrets.json of the data folder, or move ${cluster} away.`,
  );
}

/**
 * Runs statements on a fresh connection: null when all went well, else the error's code.
 * @param {import("pg").ClientConfig} config
 * @param {string[]} statements
 * @returns {Promise<string | null>}
 */
async function query(config, statements) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ ...config, host: "127.0.0.1", connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);
  } finally {
    await client.end().catch(() => {});
  }
}
