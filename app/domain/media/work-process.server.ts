import { spawn, type ChildProcess } from "node:child_process";
import PQueue from "p-queue";
import { z } from "zod";
import { ok, refuse, type Result } from "#app/platform/result.ts";

/** What the process itself adds to the refusals of its work. */
export type ProcessRefusal = "took_too_long" | "gave_up" | "busy";

type Settings<Refusal extends string> = {
  /** A whole module as text, which ends by listening for jobs: `{ id, job }` in, `{ id, value | refusal, problem }` out. */
  text: string;
  /** What the work may say about a file. */
  refusals: readonly Refusal[];
  /** For the log, should the work itself be at fault: "A photo". */
  what: string;
  maxWaiting: number;
  timeoutSeconds: number;
};
type Limits = { maxWaiting?: number; timeoutSeconds?: number };

/** An idle process holds some 60 MB, starting one takes a quarter of a second. */
const IDLE_MS = 30_000;

/**
 * A process of its own for work on files that strangers sent (U-03): it starts on first use, does one job at a time and
 * is let go when idle. What takes too long or too much memory, or brings the process down, is refused and costs nobody
 * else anything: the next job starts a new process. It gets no settings: none of our secrets is in it.
 */
export function workProcess<Refusal extends string>({ text, refusals, what, ...defaults }: Settings<Refusal>) {
  const answer = z.object({
    id: z.number(),
    value: z.unknown().optional(),
    refusal: z.string().optional(),
    problem: z.string().optional(),
  });
  type Outcome = Result<unknown, Refusal | ProcessRefusal>;
  /** One job at a time, whoever asks. */
  const queue = new PQueue({ concurrency: 1 });
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  /** While one is at work `maxWaiting` may wait; further ones are `busy`. */
  async function run(job: object, limits: Limits = {}): Promise<Outcome> {
    const { maxWaiting, timeoutSeconds } = { ...defaults, ...limits };
    if (queue.pending > 0 && queue.size >= maxWaiting) return refuse("busy");
    const outcome = await queue.add(() => runAlone(job, timeoutSeconds));
    // p-queue gives nothing back for work that it gave up on, and it was never told to.
    if (!outcome) throw new Error(`${what} was dropped by its queue`);
    return outcome;
  }

  function runAlone(job: object, timeoutSeconds: number): Promise<Outcome> {
    clearTimeout(idle);
    child = child?.connected ? child : start();
    const worker = child;
    const id = (lastId += 1);
    hold(worker, true);
    return new Promise<Outcome>((resolve, reject) => {
      const timer = setTimeout(() => settle(refuse("took_too_long"), true), timeoutSeconds * 1000);
      const settle = (outcome: Outcome | Error, isLost: boolean): void => {
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
        const { problem, value } = reply.data;
        if (reply.data.id !== id) return;
        const refusal = refusals.find((one) => one === reply.data.refusal);
        if (refusal) settle(refuse(refusal), false);
        else if (reply.data.refusal === "took_too_long") settle(refuse("took_too_long"), false);
        else if (problem === undefined) settle(ok(value), false);
        else settle(new Error(`${what} could not be worked on: ${problem}`), true);
      };
      const onEnd = (): void => settle(refuse("gave_up"), true);
      worker.on("message", onMessage).once("exit", onEnd).once("error", onEnd);
      worker.send({ id, job }, (problem) => {
        if (problem) onEnd();
      });
    });
  }

  /**
   * Its text stands in the built server, so it is found wherever that is started, and packages from the working folder
   * like everywhere.
   */
  function start(): ChildProcess {
    const started = spawn(process.execPath, ["--max-old-space-size=256", "--input-type=module", "--eval", text], {
      serialization: "advanced",
      env: { NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    // Without a listener an error would end this process; whoever waits for the job has one of their own.
    started.on("error", () => undefined);
    return started;
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

  return { run, /** For tests of what happens when it is killed. */ processId: () => child?.pid };
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
