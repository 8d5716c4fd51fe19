import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { emptyDatabase } from "../support/database.ts";

const REGISTER = "tests/fixtures/registers/toronto-bodysafe-2025-01-15.csv";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hairline-command-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => emptyDatabase());

type Outcome = { status: number | null; stdout: string; stderr: string };

/** Runs the command with a search engine that nobody answers for. */
function run(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, MEILI_URL: "http://127.0.0.1:1", NODE_OPTIONS: "" };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "scripts/import.ts", ...args],
      { env },
      (_, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

it("a register goes in, its summary says what, and a dead search engine doesn't fail it", async () => {
  const { status, stdout } = await run("toronto-bodysafe", REGISTER);
  expect(stdout).toMatch(/Toronto BodySafe register, as of 2025-01-15: 11 rows/);
  expect(stdout).toMatch(/establishments +3 new, 0 changed, 0 kept/);
  expect(stdout).toMatch(/Search: the engine didn't answer/);
  expect(status).toBe(0);
  expect(await db().searchOutbox.count()).toBe(3);
});

it("refused rows are listed, written to the report, and make the exit status 1", async () => {
  const file = path.join(folder, "bad-2025-01-15.csv");
  const report = path.join(folder, "refused.txt");
  const [header = "", first = "", ...rest] = (await readFile(REGISTER, "utf8")).trimEnd().split("\r\n");
  const bad = Array.from({ length: 60 }, () => first.replace("2023-02-01", "2025-13-01"));
  await writeFile(file, [header, ...bad, first, ...rest].join("\n"));
  const { status, stdout } = await run("toronto-bodysafe", file, "--report", report);
  expect(status).toBe(1);
  expect(stdout).toContain('line 2, insDate: "2025-13-01" is not a date');
  expect(stdout).toContain(`... and 10 more in ${report}`);
  expect((await readFile(report, "utf8")).trimEnd().split("\n")).toHaveLength(60);
  expect(await db().technician.count()).toBe(3);
});

it.each([
  [["bogus", REGISTER], /"bogus" is not a format; there are toronto-bodysafe, open-inspections, technicians/],
  [["toronto-bodysafe", "none-2025-01-01.csv"], /there is no such file/],
  [["toronto-bodysafe", "package.json"], /has no date in its name/],
  [["technicians", REGISTER, "--source", "A b"], /must be small letters/],
  [["open-inspections", REGISTER], /name the authority: --source NAME/],
  [["toronto-bodysafe", REGISTER, "--source", "mine"], /--source is only for open-inspections and technicians/],
])("wrong use (%j) is answered in one line with exit status 2", async (args, message) => {
  const { status, stdout, stderr } = await run(...args);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
