import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import http from "node:http";
import net from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { health } from "#app/server/health.ts";
import { installShutdown } from "#app/server/shutdown.ts";
import type { ShutdownSettings } from "#app/server/shutdown.ts";
import { listen, recordLog } from "#app/server/testing-loopback.ts";

/** A site with one slow page that ends when `finish` is called, and a process whose signals and exit are ours. */
async function site(settings: Partial<ShutdownSettings> = {}) {
  const signals = new EventEmitter();
  const events: string[] = [];
  let draining = false;
  let finish: () => void = () => undefined;
  const started = new EventEmitter();
  const app = express();
  app.use(health({ isReady: async () => true, isDraining: () => draining }));
  app.get("/slow", (_req, res) => {
    finish = () => res.send("finished");
    started.emit("slow");
  });
  app.use((_req, res) => res.send("quick"));
  const loopback = await listen(app);
  const exited = new Promise<number>((resolve) => {
    installShutdown(loopback.server, {
      onDrain: () => {
        draining = true;
        events.push("drain");
      },
      closers: [
        { name: "worker", close: () => void events.push("worker") },
        { name: "database", close: async () => void events.push("database") },
      ],
      log: recordLog().log,
      signals,
      exit: (code) => {
        events.push(`exit ${code}`);
        resolve(code);
      },
      ...settings,
    });
  });
  return { ...loopback, signals, events, exited, started, finish: () => finish() };
}

test("F-16 a request under way is finished before anything is closed, then the process exits with 0", async () => {
  const { send, signals, events, exited, started, finish } = await site();
  const agent = new http.Agent({ keepAlive: true });
  const slow = send({ path: "/slow", agent });
  await once(started, "slow");
  signals.emit("SIGTERM");
  await expect(send()).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
  expect(events).toEqual(["drain"]);
  finish();
  const reply = await slow;
  expect(reply).toMatchObject({ status: 200, body: "finished" });
  expect(reply.headers.connection).toBe("close");
  expect(await exited).toBe(0);
  expect(events).toEqual(["drain", "worker", "database", "exit 0"]);
  agent.destroy();
});

test("F-16 while draining the process still answers, says not ready, and asks to reconnect elsewhere", async () => {
  let drained: () => void = () => undefined;
  const wait = () => new Promise<void>((resolve) => (drained = resolve));
  const { send, signals, exited } = await site({ drainMs: 1_000, wait });
  signals.emit("SIGINT");
  const agent = new http.Agent({ keepAlive: true });
  const ready = await send({ path: "/readyz", agent });
  expect(ready).toMatchObject({ status: 503, body: "draining\n" });
  expect(ready.headers.connection).toBe("close");
  expect(await send()).toMatchObject({ status: 200, body: "quick" });
  agent.destroy();
  drained();
  expect(await exited).toBe(0);
  await expect(send()).rejects.toThrow();
});

test("F-16 connections that are idle or were never used do not hold the process", async () => {
  const { send, port, signals, exited } = await site();
  const agent = new http.Agent({ keepAlive: true });
  await send({ agent });
  const unused = net.connect(port, "127.0.0.1");
  await once(unused, "connect");
  unused.on("error", () => undefined);
  const closed = once(unused, "close");
  signals.emit("SIGTERM");
  expect(await exited).toBe(0);
  await closed;
  agent.destroy();
});

test("F-16 a request that does not end is cut off, the closers still run and the exit code is 1", async () => {
  const { send, signals, events, exited, started } = await site({ hardStopMs: 2_500 });
  const slow = send({ path: "/slow" });
  await once(started, "slow");
  signals.emit("SIGTERM");
  await expect(slow).rejects.toThrow();
  expect(await exited).toBe(1);
  expect(events).toEqual(["drain", "worker", "database", "exit 1"]);
});

test("F-16 a closer that hangs is ended by the hard stop", async () => {
  const { signals, exited } = await site({
    hardStopMs: 100,
    closers: [{ name: "database", close: () => new Promise<void>(() => undefined) }],
  });
  signals.emit("SIGTERM");
  expect(await exited).toBe(1);
});

test("F-16 a closer that fails does not keep the next one from closing", async () => {
  const closed: string[] = [];
  const { signals, exited } = await site({
    closers: [
      { name: "worker", close: () => Promise.reject(new Error("stuck")) },
      { name: "database", close: () => void closed.push("database") },
    ],
  });
  signals.emit("SIGTERM");
  expect(await exited).toBe(1);
  expect(closed).toEqual(["database"]);
});

test("F-16 a second signal neither hurries nor repeats the shutdown", async () => {
  const { signals, events, exited } = await site();
  signals.emit("SIGINT");
  signals.emit("SIGINT");
  signals.emit("SIGTERM");
  expect(await exited).toBe(0);
  expect(events).toEqual(["drain", "worker", "database", "exit 0"]);
});

test("F-16 a real process finishes its request after SIGTERM and then exits with 0", async () => {
  const program = `
    import http from "node:http";
    import { createLog } from "#app/platform/log.server.ts";
    import { installShutdown } from "#app/server/shutdown.ts";
    const server = http.createServer((req, res) => {
      process.once("SIGTERM", () => setImmediate(() => res.end("finished")));
      process.stdout.write("started\\n");
    });
    const log = createLog({ level: "silent" });
    installShutdown(server, { onDrain: () => {}, closers: [], log });
    server.listen(0, "127.0.0.1", () => process.stdout.write(server.address().port + "\\n"));
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
  const exited = once(child, "exit");
  child.stdout.setEncoding("utf8");
  const [port] = await once(child.stdout, "data");
  const reply = new Promise<string>((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", port: Number(port) }, (response) => {
        response.setEncoding("utf8").once("data", resolve);
      })
      .once("error", reject);
  });
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await reply).toBe("finished");
  expect(await exited).toEqual([0, null]);
}, 30_000);
