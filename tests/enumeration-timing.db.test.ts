import { beforeAll, expect, test } from "vitest";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Sender } from "#app/platform/sender.server.ts";
import { userRow } from "../prisma/factories/user-row.ts";
import { emptyDatabase } from "./support/database.ts";
import { passwordHashOf } from "./support/password-hash.ts";

process.env["LIMIT_MULTIPLIER"] = "10000";

const ROUNDS = 200;
const SENDER: Sender = { addressHash: "somewhere", userAgent: null, cookies: null, knownDevice: () => null };

beforeAll(async () => {
  await emptyDatabase();
  const passwordHash = await passwordHashOf("plum otter zebra orbit");
  await db().user.createMany({ data: [userRow({ email: "ada@example.org", displayName: "Ada", passwordHash })] });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const tryAs = (email: string) => timed(() => signIn({ email, password: "plum otter zebra wrong" }, SENDER));

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Two-sided p of Mann and Whitney's test, by the normal distribution: how likely is such an order by chance? */
function chanceOfOrder(one: readonly number[], other: readonly number[]): number {
  const ranked = [...one.map((time) => ({ time, isOne: true })), ...other.map((time) => ({ time, isOne: false }))];
  ranked.sort((a, b) => a.time - b.time);
  const rankSum = ranked.reduce((sum, { isOne }, index) => sum + (isOne ? index + 1 : 0), 0);
  const [n, m] = [one.length, other.length];
  const z = (rankSum - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return tailBeyond(Math.abs(z));
}

/** Both tails of the normal distribution beyond z, by Simpson's rule. */
function tailBeyond(z: number): number {
  const [steps, end] = [2_000, 12];
  if (z >= end) return 0;
  const width = (end - z) / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step++) {
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((z + step * width) ** 2) / 2);
  }
  return (2 * sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

/** A difference that somebody could use: hardly chance, and more than a fiftieth of the whole. */
function isTold(one: readonly number[], other: readonly number[]): boolean {
  return chanceOfOrder(one, other) < 0.01 && Math.abs(median(one) / median(other) - 1) > 0.02;
}

type Times = Record<"known" | "unknown" | "unhashed", number[]>;

async function measure(): Promise<Times> {
  const times: Times = { known: [], unknown: [], unhashed: [] };
  for (let round = 0; round < ROUNDS; round++) {
    // Who comes first changes, so that neither profits from it.
    const isKnownFirst = round % 2 === 0;
    if (isKnownFirst) times.known.push(await tryAs("ada@example.org"));
    times.unknown.push(await tryAs("eve@example.org"));
    if (!isKnownFirst) times.known.push(await tryAs("ada@example.org"));
    // What it would be without a hash for nobody: the same test has to see that one.
    if (round % 10 === 0) times.unhashed.push(await timed(() => db().user.findUnique({ where: { email: "-" } })));
  }
  return times;
}

test("A-04 the time of a refused sign-in doesn't tell whether there is an account", { timeout: 240_000 }, async () => {
  for (let round = 0; round < 20; round++) await tryAs("ada@example.org");
  let times = await measure();
  expect(isTold(times.known, times.unhashed)).toBe(true);
  // One series in a hundred differs by chance; a difference that is there is in the second series too.
  if (isTold(times.known, times.unknown)) times = await measure();
  const told = `known ${median(times.known).toFixed(1)} ms, unknown ${median(times.unknown).toFixed(1)} ms`;
  expect(isTold(times.known, times.unknown), told).toBe(false);
});
