import { readFileSync } from "node:fs";
import { z } from "zod";
import { TSX } from "../lib/prepare-database.mjs";
import type { Crew } from "../lib/crew.mjs";
import { recordOf } from "../lib/keep-program.mjs";
import { freePort } from "../lib/processes.mjs";
import { ROOT } from "../lib/project.mjs";
import { waitUntilReady } from "../lib/web-server.mjs";

/** A web server in a process of its own, and what it costs. */
export type WebProcess = {
  port: number;
  /** Processor milliseconds so far, all threads; null where the system does not say. */
  cpuMs: () => number | null;
  /** Megabytes in memory now, and the most there ever were; null where the system does not say. */
  memory: () => { now: number; peak: number } | null;
  /** Lines that it wrote, errors as a rule. */
  complaints: () => readonly string[];
  stop: () => Promise<void>;
};

type WebProcessOptions = {
  crew: Crew;
  dataDir: string;
  /** Unique in this run. */
  name: string;
  script: string;
  env: Record<string, string>;
};

const note = z.object({ program: z.object({ pid: z.number().int() }) });
/** `getconf CLK_TCK`, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const MOST_COMPLAINTS = 10_000;

/** Starts a server on a free port, under a keeper, so that it never outlives the run; resolves when it answers. */
export async function startWebProcess({ crew, dataDir, name, script, env }: WebProcessOptions): Promise<WebProcess> {
  const record = recordOf(dataDir, `bench-${process.pid}-${name}`);
  const port = await freePort();
  const lines: string[] = [];
  let isOver = false;
  const kept = crew.keepUser(
    {
      record,
      command: process.execPath,
      args: [...(script.endsWith(".mjs") ? [] : TSX), script],
      cwd: ROOT,
      env: {
        ...process.env,
        ...env,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: String(port),
        LOG_LEVEL: "error",
      },
    },
    {
      onLine: (line) => {
        if (lines.length < MOST_COMPLAINTS) lines.push(line);
      },
    },
  );
  void kept.ended.then(() => (isOver = true));
  const isReady = await waitUntilReady({ host: "127.0.0.1", port, origin: undefined, isOver: () => isOver });
  if (!isReady)
    throw new Error(`the ${name} server ended before it was ready: ${lines.at(-1) ?? "it did not say why"}`);
  // What it wrote while it started (not ready yet) is no complaint.
  lines.length = 0;
  const { pid } = note.parse(JSON.parse(readFileSync(record, "utf8"))).program;
  return {
    port,
    cpuMs: () => readCpu(pid),
    memory: () => readMemory(pid),
    complaints: () => lines,
    stop: async () => {
      await kept.stop();
    },
  };
}

function readCpu(pid: number): number | null {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name of the program may hold spaces and brackets; the numbers begin behind its last one.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
}

function readMemory(pid: number): { now: number; peak: number } | null {
  const status = readProc(`/proc/${pid}/status`);
  const megabytes = (name: string) => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, "mu").exec(status ?? "")?.[1];
    return kilobytes === undefined ? null : (Number(kilobytes) * 1_024) / 1_000_000;
  };
  const now = megabytes("VmRSS");
  const peak = megabytes("VmHWM");
  return now === null || peak === null ? null : { now, peak };
}

function readProc(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
