// @ts-check
import * as fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fatalLine, openEngineLog } from "./engine-log.mjs";
import { diskTrouble, Failure, plainReason } from "./failure.mjs";
import { clearSurvivors, keep as keepProgram, recordOf } from "./keep-program.mjs";
import { makeCluster } from "./postgres-cluster.mjs";
import { placePostgres } from "./postgres-place.mjs";
import { openDatabase } from "./postgres-database.mjs";
import { commandLineOf, endProcess, freePort, identityOf } from "./processes.mjs";
import { readSecrets } from "./secrets.mjs";

/** Sized for a directory on a two-core machine beside a search engine and a web process. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "50",
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  random_page_cost: "1.1",
  // Queries here take about a millisecond: compiling them or spreading them over processes costs more than it saves.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  timezone: "UTC",
  log_timezone: "UTC",
};

/**
 * @typedef {object} PostgresOptions
 * @property {string} dataDir the cluster is `<dataDir>/postgres`, its log `<dataDir>/logs/postgres.log`
 * @property {Record<string, string>} [settings] further server settings, such as `fsync: "off"` for tests
 * @property {typeof keepProgram} [keep]
 * @property {(line: string) => void} [note] receives what a person should know
 *
 * @typedef {{ url: string, port: number, isNew: boolean, stop: () => Promise<void> }} Postgres
 */

/**
 * Starts the embedded PostgreSQL of a data folder and comes back when it answers queries. It ends with this process,
 * whatever ends that. `url` is for the role `hairline`, owner of the database `hairline` and no superuser (it may
 * create databases, for tests). Throws a Failure with one plain line.
 * @param {PostgresOptions} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir: given, settings = {}, keep = keepProgram, note = () => {} }) {
  const dataDir = path.resolve(given);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  await clearSurvivors(dataDir, ["postgres", "initdb"]);
  const place = placePostgres(dataDir, note);
  const secrets = readSecrets(dataDir);
  const log = openEngineLog(dataDir, "postgres");
  const isNew = await makeCluster({ ...place, dataDir, log, keep, adminPassword: secrets.databaseAdminPassword });
  await clearPidFile(place.cluster);

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const kept = keep({
      record: recordOf(dataDir, "postgres"),
      command: place.postgres,
      args: ["-D", place.cluster, "-p", String(port), ...serverArguments({ ...SETTINGS, ...settings })],
      cwd: path.parse(dataDir).root,
      env: { PATH: process.env["PATH"], LC_ALL: "C" },
      owner: place.owner,
      output: log.file,
      stopSignal: "SIGINT",
      hastenSignal: "SIGQUIT",
    });
    /** @type {import("./keep-program.mjs").Ending | undefined} */
    let ending;
    void kept.ended.then((value) => (ending = value));
    try {
      const url = await openDatabase({ port, secrets, cluster: place.cluster, isOver: () => ending !== undefined });
      kept.guard();
      return { url, port, isNew, stop: async () => void (await kept.stop()) };
    } catch (error) {
      await kept.stop();
      if (!ending || error instanceof Failure) throw error;
      const output = log.read();
      const isPassing = /could not (bind|create any TCP)|pre-existing shared memory block/i.test(output);
      if (!isPassing || attempt === 5) throw refusal(output, place.cluster, log.file, ending);
      await pause(200 * attempt);
    }
  }
}

/** @param {Record<string, string>} settings */
function serverArguments(settings) {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * @param {string} output
 * @param {string} cluster
 * @param {string} logFile
 * @param {import("./keep-program.mjs").Ending} ending
 */
function refusal(output, cluster, logFile, ending) {
  const disk = diskTrouble(output);
  if (disk) return new Failure(`PostgreSQL stopped: ${disk}`);
  const reason = fatalLine(output) ?? plainReason(ending.error ?? `it ended with ${ending.signal ?? ending.code}`);
  return new Failure(
    `PostgreSQL refuses ${cluster}: ${reason.replace(/\.$/, "")}. Move the folder away or restore a backup (log: ${logFile}).`,
  );
}

/**
 * Deals with the server's own pid file after a crash. A server of this very folder that runs without a keeper is ended.
 * A number that belongs to a stranger by now would make the server refuse, so that file goes. Any other is left to the
 * server, which also checks for memory still in use.
 * @param {string} cluster
 */
async function clearPidFile(cluster) {
  const file = path.join(cluster, "postmaster.pid");
  let pid = NaN;
  try {
    pid = Number(fs.readFileSync(file, "utf8").split("\n", 1)[0]);
  } catch {
    return;
  }
  const identity = identityOf(pid);
  if (identity === null) return;
  if (commandLineOf(pid).includes(`-D ${cluster} `))
    await endProcess({ pid, identity }, { signal: "SIGINT", graceMs: 10_000 });
  else fs.rmSync(file, { force: true });
}
