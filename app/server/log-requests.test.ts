import express from "express";
import type { RequestHandler } from "express";
import { expect, test, vi } from "vitest";
import { loggablePath, logRequests } from "#app/server/log-requests.ts";
import { securityHeaders } from "#app/server/security-headers.ts";
import { listen, recordLog } from "#app/server/testing-loopback.ts";

async function site(handler: RequestHandler = (_req, res) => void res.send("reached")) {
  const recorded = recordLog();
  const app = express();
  app.use(securityHeaders({ origin: "http://localhost:3000" }), logRequests(recorded), handler);
  return { ...(await listen(app)), ...recorded };
}

test("L-02 one line per request: method, path, status, milliseconds and the id that the reader sees", async () => {
  const { send, lines } = await site();
  const reply = await send({ path: "/technicians" });
  await vi.waitFor(() => expect(lines()).toHaveLength(1));
  expect(lines()[0]).toEqual({
    level: "info",
    time: expect.any(String),
    method: "GET",
    path: "/technicians",
    status: 200,
    ms: expect.any(Number),
    requestId: reply.headers["x-request-id"],
    msg: "request",
  });
});

test("P-04 neither query string, cookies nor the reader's address get into the log", async () => {
  const { send, lines, text } = await site();
  await send({
    path: "/technicians?concern=alopecia",
    headers: { Cookie: "sid=secret", Authorization: "Bearer secret" },
  });
  await vi.waitFor(() => expect(lines()).toHaveLength(1));
  expect(text()).not.toMatch(/alopecia|secret|127\.0\.0\.1/);
});

test.each([
  ["/reset-password/abc123", "/reset-password/:token"],
  ["/Reset-Password/abc123.data?x=1", "/reset-password/:token"],
  ["/%72eset-password/abc123", "/reset-password/:token"],
  ["/verify-email/abc123/", "/verify-email/:token"],
  ["/consents/abc123/photo", "/consents/:token"],
  ["/Studio/claims/17/confirm/abc123.data", "/studio/claims/17/confirm/:token"],
  ["/studio/claims/17", "/studio/claims/17"],
  ["/reset-password/abc123%", "(malformed)"],
  ["/technicians/jos%C3%A9?q=1", "/technicians/jos%C3%A9"],
])("A-06 the address %s is logged as %s", (originalUrl, logged) => {
  expect(loggablePath(originalUrl)).toBe(logged);
});

test("P-04 an overlong path is cut", () => {
  expect(loggablePath(`/${"x".repeat(4000)}`)).toHaveLength(515);
});

test.each(["/assets/root.js", "/media/a/320.webp", "/favicon.ico", "/healthz", "/readyz"])(
  "L-02 %s is worth a line only when debugging",
  async (path) => {
    const { send, lines } = await site();
    await send({ path });
    await vi.waitFor(() => expect(lines()).toMatchObject([{ level: "debug", path }]));
  },
);

test("L-02 a failed request is an error, and a reader who left is noted", async () => {
  const failing = await site((_req, res) => void res.status(503).end());
  await failing.send();
  await vi.waitFor(() => expect(failing.lines()).toMatchObject([{ level: "error", status: 503 }]));

  const left = await site((req) => void req.socket.destroy());
  await expect(left.send()).rejects.toThrow();
  await vi.waitFor(() => expect(left.lines()).toMatchObject([{ aborted: true }]));
});
