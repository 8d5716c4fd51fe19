import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { startClock } from "#app/server/clock.ts";
import type { Clock, Job } from "#app/server/clock.ts";

const OFTEN = 0.01;
const clocks: Clock[] = [];
let written = "";
beforeEach(() => void (written = ""));
afterEach(async () => {
  await Promise.all(clocks.splice(0).map((clock) => clock.stop()));
});

const log = createLog({ level: "info", destination: { write: (line) => void (written += line) } });
function start(run: Job["run"], name = "test", now?: () => Date): Clock {
  const clock = startClock({ log, jobs: [{ name, everySeconds: OFTEN, run }], ...(now ? { now } : {}) });
  clocks.push(clock);
  return clock;
}
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

test("does a job again and again, by the clock it was given", async () => {
  const at = new Date("2030-01-01T00:00:00Z");
  const seen: Date[] = [];
  start(
    async (now) => void seen.push(now),
    "test",
    () => at,
  );
  await eventually(() => expect(seen.length).toBeGreaterThan(2));
  expect(new Set(seen)).toEqual(new Set([at]));
});

test("never runs two turns of one job at a time, and one job holds up no other", async () => {
  let finish = () => {};
  const slow = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const quick = vi.fn(async () => undefined);
  start(slow, "slow");
  start(quick, "quick");
  await eventually(() => expect(slow).toHaveBeenCalledTimes(1));
  const before = quick.mock.calls.length;
  await eventually(() => expect(quick.mock.calls.length).toBeGreaterThan(before + 2));
  expect(slow).toHaveBeenCalledTimes(1);
  finish();
  await eventually(() => expect(slow).toHaveBeenCalledTimes(2));
  finish();
});

test("a job that fails is told once and tried again until it works", async () => {
  let turns = 0;
  start(async () => {
    turns += 1;
    if (turns < 4) throw new Error("no luck");
  });
  await eventually(() => expect(written).toContain("job works again"));
  expect(written.match(/"level":"error"/g)).toHaveLength(1);
  expect(written).toContain('"job":"test"');
});

test("of two processes one does the job, and the other takes over when it stops", async () => {
  const first = vi.fn(async () => undefined);
  const second = vi.fn(async () => undefined);
  const running = start(first);
  await eventually(() => expect(first).toHaveBeenCalled());
  start(second);
  const before = first.mock.calls.length;
  await eventually(() => expect(first.mock.calls.length).toBeGreaterThan(before + 5));
  expect(second).not.toHaveBeenCalled();
  await running.stop();
  await eventually(() => expect(second).toHaveBeenCalled());
});

test("goes on after its connection to the database was lost", async () => {
  const run = vi.fn(async () => undefined);
  start(run);
  await eventually(() => expect(run).toHaveBeenCalled());
  await db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'hairline session' AND datname = current_database()`;
  const before = run.mock.calls.length;
  await eventually(() => expect(run.mock.calls.length).toBeGreaterThan(before + 1));
});

test("stopping waits for the running turn, tells it, and starts no other", async () => {
  let finish = () => {};
  let told: AbortSignal | undefined;
  const run = vi.fn((_now: Date, { signal }: { signal: AbortSignal }) => {
    told = signal;
    return new Promise<void>((resolve) => (finish = resolve));
  });
  const clock = start(run);
  await eventually(() => expect(run).toHaveBeenCalled());
  let isStopped = false;
  const stopping = clock.stop().then(() => (isStopped = true));
  await db().$queryRaw`SELECT 1`;
  expect(isStopped).toBe(false);
  expect(told?.aborted).toBe(true);
  finish();
  await stopping;
  expect(run).toHaveBeenCalledTimes(1);
});
