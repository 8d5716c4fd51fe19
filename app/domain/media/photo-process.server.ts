import { spawn, type ChildProcess } from "node:child_process";
import PQueue from "p-queue";
import { z } from "zod";
import workText from "#app/domain/media/photo-work.server.mjs?raw";
import type { photoSizes } from "#app/domain/media/processed-photo.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";

/** What of a picture has to go: cells of a grid over all of it, counted row by row, and edges to cut off in per cent. */
export type Cover = {
  top: number;
  right: number;
  bottom: number;
  left: number;
  columns: number;
  rows: number;
  hidden: number[];
};

/** Clockwise. */
export type QuarterTurns = 1 | 2 | 3;

type Sizes = Omit<ReturnType<typeof photoSizes>, "widths"> & { widths: readonly number[] };
export type PhotoJob =
  | { kind: "prepare"; bytes: Uint8Array; sizes: Sizes }
  | { kind: "cover"; bytes: Uint8Array; sizes: Sizes; cover: Cover }
  | { kind: "rotate"; bytes: Uint8Array; sizes: Sizes; turns: QuarterTurns }
  | { kind: "avif"; bytes: Uint8Array }
  | { kind: "page"; bytes: Uint8Array; sizes: Sizes };

export type PhotoJobRefusal = "too_many_pixels" | "unsupported_type" | "damaged" | "took_too_long" | "gave_up" | "busy";

const answer = z.object({
  id: z.number(),
  value: z.unknown().optional(),
  refusal: z.enum(["too_many_pixels", "unsupported_type", "damaged", "took_too_long"]).optional(),
  problem: z.string().optional(),
});

const MAX_WAITING = 2;
const TIMEOUT_SECONDS = 10;
/** A photo of 40 million pixels needs some 400 MB while it is decoded. */
const MAX_MEGABYTES = 1_024;
/** An idle process holds some 60 MB, starting one takes a quarter of a second. */
const IDLE_MS = 30_000;

/** One job at a time, whoever asks. */
const queue = new PQueue({ concurrency: 1 });
let child: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

/**
 * Does one job in a process of its own (U-03), which starts on first use and is let go when idle. While one is at work
 * two may wait, further ones are `busy`. What takes over ten seconds or too much memory, or brings the process down, is
 * refused and costs nobody else anything: the next job starts a new process.
 */
export async function runPhotoJob(
  job: PhotoJob,
  { maxWaiting = MAX_WAITING, timeoutSeconds = TIMEOUT_SECONDS } = {},
): Promise<Result<unknown, PhotoJobRefusal>> {
  if (queue.pending > 0 && queue.size >= maxWaiting) return refuse("busy");
  const outcome = await queue.add(() => runAlone(job, timeoutSeconds));
  // p-queue gives nothing back for work that it gave up on, and it was never told to.
  if (!outcome) throw new Error("The photo queue dropped a job");
  return outcome;
}

/** For tests of what happens when it is killed. */
export function photoProcessId(): number | undefined {
  return child?.pid;
}

function runAlone(job: PhotoJob, timeoutSeconds: number): Promise<Result<unknown, PhotoJobRefusal>> {
  clearTimeout(idle);
  child = child?.connected ? child : start();
  const worker = child;
  const id = (lastId += 1);
  hold(worker, true);
  return new Promise<Result<unknown, PhotoJobRefusal>>((resolve, reject) => {
    const timer = setTimeout(() => settle(refuse("took_too_long"), true), timeoutSeconds * 1000);
    const settle = (outcome: Result<unknown, PhotoJobRefusal> | Error, isLost: boolean): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("exit", onEnd).off("error", onEnd);
      if (isLost) letGo(worker, "SIGKILL");
      else rest(worker);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    const onMessage = (message: unknown): void => {
      const reply = answer.safeParse(message);
      if (!reply.success) return settle(refuse("gave_up"), true);
      const { refusal, problem, value } = reply.data;
      if (reply.data.id !== id) return;
      if (refusal) settle(refuse(refusal), false);
      else if (problem === undefined) settle(ok(value), false);
      else settle(new Error(`A photo could not be worked on: ${problem}`), true);
    };
    const onEnd = (): void => settle(refuse("gave_up"), true);
    worker.on("message", onMessage).once("exit", onEnd).once("error", onEnd);
    worker.send({ id, job }, (problem) => {
      if (problem) onEnd();
    });
  });
}

/**
 * Its text stands in the built server, so it is found wherever that is started, and the image library from the
 * working folder like all packages. It gets no settings: none of our secrets is in a process that reads strangers' files.
 */
function start(): ChildProcess {
  const text = `${workText}\nserveJobs(${MAX_MEGABYTES});`;
  const started = spawn(process.execPath, ["--max-old-space-size=256", "--input-type=module", "--eval", text], {
    serialization: "advanced",
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // Without a listener an error would end this process; whoever waits for the job has one of their own.
  started.on("error", () => undefined);
  return started;
}

/** A process that rests must not keep this one alive. */
function hold(worker: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    worker.ref();
    worker.channel?.ref();
  } else {
    worker.unref();
    worker.channel?.unref();
  }
}

function rest(worker: ChildProcess): void {
  hold(worker, false);
  idle = setTimeout(() => letGo(worker), IDLE_MS);
  idle.unref();
}

function letGo(worker: ChildProcess, signal?: "SIGKILL"): void {
  if (child === worker) child = undefined;
  if (signal) worker.kill(signal);
  if (worker.connected) worker.disconnect();
}
