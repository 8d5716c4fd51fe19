import { EventEmitter } from "node:events";
import express from "express";
import type { RequestHandler } from "express";
import { expect, test } from "vitest";
import { errorHandler, installProcessHandlers } from "#app/server/errors.ts";
import { securityHeaders } from "#app/server/security-headers.ts";
import { listen, recordLog } from "#app/server/testing-loopback.ts";

const SECRET = 'Invalid `prisma.user.findFirst()`: SELECT "passwordHash" FROM "User" at /srv/app/db.ts:12:3';

async function site(handler: RequestHandler) {
  const recorded = recordLog();
  const app = express();
  app.use(securityHeaders({ origin: "http://localhost:3000" }));
  app.use(handler);
  app.use(errorHandler({ log: recorded.log }));
  return { ...(await listen(app)), ...recorded };
}

test("L-02 an error thrown in a handler shows its request id and nothing else of it", async () => {
  const { send, lines } = await site(() => {
    throw new Error(SECRET);
  });
  const reply = await send();
  expect(reply.status).toBe(500);
  expect(reply.body).toContain(String(reply.headers["x-request-id"]));
  expect(reply.body).not.toMatch(/prisma|SELECT|passwordHash|\.ts|\bat /);
  expect(reply.headers["cache-control"]).toBe("no-store");
  expect(reply.headers["content-security-policy"]).toContain("script-src 'nonce-");
  expect(lines()[0]).toMatchObject({
    level: "error",
    requestId: reply.headers["x-request-id"],
    err: { message: SECRET },
  });
});

test.each([
  ["a string", "SELECT secret"],
  ["nothing", undefined],
  ["an error that claims to be a success", Object.assign(new Error(SECRET), { status: 200 })],
  ["an error with an odd status", Object.assign(new Error(SECRET), { status: "404; SELECT" })],
])("L-02 throwing %s is a plain 500 too", async (_name, thrown) => {
  const { send } = await site((_req, _res, next) => next(thrown ?? new Error("")));
  const reply = await send();
  expect(reply.status).toBe(500);
  expect(reply.body).not.toContain("SELECT");
});

test("L-02 a refusal by Express keeps its status but not its text", async () => {
  const { send, lines } = await site((_req, _res, next) => next(Object.assign(new Error(SECRET), { status: 416 })));
  const reply = await send();
  expect(reply.status).toBe(416);
  expect(reply.body).not.toContain("SELECT");
  expect(lines()[0]).toMatchObject({ level: "info" });
});

test("L-02 headers of the failed response do not stay on the error page", async () => {
  const { send } = await site((_req, res) => {
    res.set({ "Set-Cookie": "sid=1", ETag: '"x"', "Content-Encoding": "br", "Cache-Control": "public, max-age=60" });
    throw new Error("late");
  });
  const { headers } = await send();
  expect(headers).not.toHaveProperty("set-cookie");
  expect(headers).not.toHaveProperty("content-encoding");
  expect(headers["cache-control"]).toBe("no-store");
});

test("L-02 an error in the middle of a stream cuts the connection instead of adding to the page", async () => {
  const { sendRaw, lines } = await site((_req, res, next) => {
    res.write("<p>half a page", () => next(new Error(SECRET)));
  });
  const reply = await sendRaw("GET / HTTP/1.1\r\nHost: localhost:3000\r\n\r\n");
  expect(reply).toContain("half a page");
  expect(reply).not.toMatch(/\r\n0\r\n|SELECT|went wrong/);
  expect(lines()).toHaveLength(1);
});

test.each(["uncaughtException", "unhandledRejection"])(
  "L-02 an %s is logged and ends the process in order",
  (event) => {
    const { log, lines } = recordLog();
    const source = new EventEmitter();
    const codes: number[] = [];
    const uninstall = installProcessHandlers({ log, source, shutdown: async (code) => void codes.push(code) });
    source.emit(event, new Error("boom"));
    expect(codes).toEqual([1]);
    expect(lines()[0]).toMatchObject({ level: "fatal", err: { message: "boom" } });
    uninstall();
    expect(source.listenerCount(event)).toBe(0);
  },
);
