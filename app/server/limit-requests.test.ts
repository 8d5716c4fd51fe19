import express from "express";
import { describe, expect, test } from "vitest";
import { createLimits } from "#app/platform/limits.server.ts";
import { limitFor, limitRequests } from "#app/server/limit-requests.ts";
import { securityHeaders } from "#app/server/security-headers.ts";
import { listen } from "#app/server/testing-loopback.ts";

async function site({ multiplier = 1, trustProxy = 0, broken = false } = {}) {
  const outage = () => ({ consume: () => Promise.reject(new Error("no memory left")) });
  const app = express();
  app.set("trust proxy", trustProxy);
  app.use(securityHeaders({ origin: "http://localhost:3000" }));
  app.use(limitRequests({ limits: createLimits({ multiplier, ...(broken ? { createCounter: outage } : {}) }) }));
  app.use((_req, res) => res.send("reached"));
  return listen(app);
}

describe("R-01 which limit counts", () => {
  test.each([
    ["GET", "/", "page"],
    ["GET", "/technicians/anna", "page"],
    ["GET", "/_root.data", "page"],
    ["GET", "/%", "page"],
    ["GET", "/technicians?q=anna", "search"],
    ["HEAD", "/technicians", "search"],
    ["GET", "/Technicians/", "search"],
    ["GET", "/%74echnicians.data?_routes=x", "search"],
    ["GET", "/api/v1/technicians", "search"],
    ["GET", "/suggest/what?q=a", "suggest"],
    ["GET", "/suggest/where", "suggest"],
    ["GET", "/media/abc/640.webp", "media"],
    ["GET", "/assets/root-abc.js", "media"],
    ["GET", "/favicon.ico", "media"],
    ["GET", "/shortlist", "page"],
    ["GET", "/compare?t=a&t=b", "page"],
    ["POST", "/shortlist", "keep"],
    ["POST", "/Shortlist/?index", "keep"],
    ["POST", "/compare.data", "keep"],
    ["POST", "/compare/more", "write"],
    ["POST", "/technicians", "write"],
    ["POST", "/technicians/ada-stone/reviews/new", "draft"],
    ["POST", "/technicians/ada-stone/reviews/new.data?index", "draft"],
    ["POST", "/technicians/ada-stone/enquire", "write"],
    ["POST", "/sign-in", "write"],
    ["POST", "/media/abc", "write"],
  ])("R-01 %s %s counts as %s", (method, originalUrl, name) => {
    expect(limitFor({ method, originalUrl })).toBe(name);
  });
});

test("R-01 the first post over the limit gets 429, when to come back, and a page that says so", async () => {
  const { send } = await site();
  const post = () => send({ method: "POST", body: "a=b" });
  for (let sent = 0; sent < 20; sent += 1) expect((await post()).status).toBe(200);
  const reply = await post();
  expect(reply.status).toBe(429);
  const seconds = Number(reply.headers["retry-after"]);
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(reply.body).toContain("Too many requests");
  expect(reply.body).toContain(`try again in ${seconds} second`);
  expect(reply.headers["cache-control"]).toBe("no-store");
  expect(reply.headers["x-request-id"]).toMatch(/^[0-9a-f]{32}$/);
});

test("R-01 a shortlist can be filled in a minute, twice over, and no more", async () => {
  const { send } = await site();
  const keep = (path: string) => send({ method: "POST", path, body: "add=a" });
  for (let sent = 0; sent < 30; sent += 1) {
    expect((await keep("/shortlist")).status).toBe(200);
    expect((await keep("/compare")).status).toBe(200);
  }
  expect((await keep("/compare")).status).toBe(429);
  expect((await send({ method: "POST", body: "a=b" })).status).toBe(200);
});

test("R-01 using up one limit leaves the others alone", async () => {
  const { send } = await site({ multiplier: 1 / 20 });
  await send({ method: "POST" });
  expect((await send({ method: "POST" })).status).toBe(429);
  expect((await send({ path: "/technicians" })).status).toBe(200);
  expect((await send()).status).toBe(200);
});

test("R-01 a sender cannot get a fresh limit by claiming another address", async () => {
  const { send } = await site({ multiplier: 1 / 20 });
  await send({ method: "POST" });
  const reply = await send({ method: "POST", headers: { "X-Forwarded-For": "203.0.113.9" } });
  expect(reply.status).toBe(429);
});

test("R-01 behind a trusted proxy each reader has a limit of their own, whatever they put in front", async () => {
  const { send } = await site({ multiplier: 1 / 20, trustProxy: 1 });
  const from = (chain: string) => send({ method: "POST", headers: { "X-Forwarded-For": chain } });
  expect((await from("203.0.113.9")).status).toBe(200);
  expect((await from("198.51.100.7")).status).toBe(200);
  expect((await from("192.0.2.55, 203.0.113.9")).status).toBe(429);
});

test("R-01 when counting fails reading goes on and writing stops", async () => {
  const { send } = await site({ broken: true });
  expect((await send({ path: "/technicians" })).status).toBe(200);
  const reply = await send({ method: "POST" });
  expect(reply.status).toBe(429);
  expect(reply.headers["retry-after"]).toBe("30");
});
