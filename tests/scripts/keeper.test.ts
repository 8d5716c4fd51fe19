import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { clearSurvivors, keep, recordOf } from "../../scripts/lib/keep-program.mjs";
import { identityOf, isRunning } from "../../scripts/lib/processes.mjs";
import { hashOf } from "../../scripts/lib/stamps.mjs";

const library = fileURLToPath(new URL("../../scripts/lib/keep-program.mjs", import.meta.url));
const forever = ["-e", "setInterval(() => {}, 1000)"];
const patiently = { timeout: 15_000, interval: 20 };
let folder = "";

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "hairline-keeper-"))));
afterEach(async () => {
  await clearSurvivors(folder);
  rmSync(folder, { recursive: true, force: true });
});

const process_ = z.object({ pid: z.number(), identity: z.string() });
const record = z.object({ keeper: process_, program: process_ });

function readRecord() {
  return record.parse(JSON.parse(readFileSync(recordOf(folder, "it"), "utf8")));
}
const order = () => ({ record: recordOf(folder, "it"), command: process.execPath, args: forever });

it("a kept program ends when the process that wanted it is killed", async () => {
  const code = `import(${JSON.stringify(library)}).then(({ keep }) => keep(${JSON.stringify(order())}))`;
  const parent = spawn(process.execPath, ["-e", code], { stdio: "ignore" });
  const { program } = await vi.waitFor(readRecord, patiently);
  expect(isRunning(program)).toBe(true);
  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(isRunning(program)).toBe(false), patiently);
});

it("a program whose keeper was killed is ended and, when guarded, started again", async () => {
  const kept = keep(order());
  kept.guard();
  const first = await vi.waitFor(readRecord, patiently);
  process.kill(first.keeper.pid, "SIGKILL");
  const second = await vi.waitFor(() => {
    const now = readRecord();
    expect(now.program.pid).not.toBe(first.program.pid);
    return now;
  }, patiently);
  expect(isRunning(first.program)).toBe(false);
  await kept.stop();
  expect(isRunning(second.program)).toBe(false);
  expect(existsSync(recordOf(folder, "it"))).toBe(false);
});

it("a guarded program that dies is started again", async () => {
  const kept = keep(order());
  const first = await vi.waitFor(readRecord, patiently);
  kept.guard();
  await vi.waitFor(() => {
    if (isRunning(first.program)) process.kill(first.program.pid, "SIGKILL");
    expect(readRecord().program.pid).not.toBe(first.program.pid);
  }, patiently);
  await kept.stop();
});

it("a program that cannot be started is reported, not thrown", async () => {
  const { error } = await keep({ ...order(), command: path.join(folder, "absent") }).ended;
  expect(error).toContain("ENOENT");
});

it("clearing up never touches a stranger that has the number of an old program", async () => {
  const stranger = { pid: process.pid, identity: "another boot" };
  await keep({ ...order(), args: ["-e", ""] }).ended;
  const note = { keeper: stranger, program: stranger, stopSignal: "SIGKILL", graceMs: 100, stopGroup: false };
  writeFileSync(recordOf(folder, "it"), JSON.stringify(note));
  await clearSurvivors(folder);
  expect(identityOf(process.pid)).not.toBeNull();
  expect(existsSync(recordOf(folder, "it"))).toBe(false);
});

it("a stamp changes with content, name and salt, and with nothing else", () => {
  writeFileSync(path.join(folder, "a"), "one");
  const before = hashOf(folder, ["a", "absent"]);
  expect(hashOf(folder, ["absent", "a"])).toBe(before);
  expect(hashOf(folder, ["a"], { salt: "x" })).not.toBe(before);
  writeFileSync(path.join(folder, "a"), "two");
  expect(hashOf(folder, ["a"])).not.toBe(before);
});
