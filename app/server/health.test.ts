import express from "express";
import { expect, test } from "vitest";
import { health } from "#app/server/health.ts";
import { listen } from "#app/server/testing-loopback.ts";

async function site(isReady: () => Promise<boolean>, isDraining = () => false) {
  const app = express();
  app.use(health({ isReady, isDraining }));
  app.use((_req, res) => res.send("the application"));
  return listen(app);
}

test("F-10 a process whose database is gone is alive but not ready", async () => {
  const { send } = await site(() => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.5:5432")));
  expect(await send({ path: "/healthz" })).toMatchObject({ status: 200, body: "ok\n" });
  const reply = await send({ path: "/readyz" });
  expect(reply).toMatchObject({ status: 503, body: "not ready\n" });
  expect(reply.headers["cache-control"]).toBe("no-store");
});

test("F-10 a database that never answers makes the process not ready instead of hanging the probe", async () => {
  const { send } = await site(() => new Promise(() => undefined));
  expect((await send({ path: "/readyz" })).status).toBe(503);
});

test("F-16 a draining process is not ready, and does not ask the database", async () => {
  let asked = 0;
  const isReady = async () => (asked += 1) > 0;
  const { send } = await site(isReady, () => true);
  expect(await send({ path: "/readyz" })).toMatchObject({ status: 503, body: "draining\n" });
  expect((await send({ path: "/healthz" })).status).toBe(200);
  expect(asked).toBe(0);
});

test("F-10 many probes at once are one question to the database", async () => {
  let asked = 0;
  let answer: (ready: boolean) => void = () => undefined;
  const isReady = () =>
    new Promise<boolean>((resolve) => {
      asked += 1;
      answer = resolve;
    });
  const app = express();
  let arrived = 0;
  app.use((_req, _res, next) => {
    next();
    arrived += 1;
    if (arrived === 10) answer(true);
  });
  app.use(health({ isReady, isDraining: () => false }));
  const { send } = await listen(app);
  const replies = await Promise.all(Array.from({ length: 10 }, () => send({ path: "/readyz" })));
  expect(replies.map((reply) => reply.status)).toEqual(Array<number>(10).fill(200));
  expect(asked).toBe(1);
});

test("C-01 health addresses can only be read, and other addresses are passed on", async () => {
  const { send } = await site(async () => true);
  expect((await send({ method: "POST", path: "/readyz" })).status).toBe(405);
  expect((await send({ method: "HEAD", path: "/readyz" })).status).toBe(200);
  expect((await send({ path: "/healthz/more" })).body).toBe("the application");
});
