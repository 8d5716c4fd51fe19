import { expect, test } from "vitest";
import { listen } from "#app/server/testing-loopback.ts";

test("F-17 a server closes slow connections and retires busy ones", async () => {
  const { server } = await listen((_req, res) => res.end());
  expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 60_000, maxRequestsPerSocket: 1_000 });
});

test.each([
  ["not HTTP at all", "hello\r\n\r\n", 400],
  [
    "a length and chunks at once",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
    400,
  ],
  ["a line break in a header name", "GET / HTTP/1.1\r\nHo\nst: a\r\n\r\n", 400],
  ["headers without end", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
])("C-03 a request that is %s gets %i with security headers", async (_name, text, status) => {
  let reached = 0;
  const { sendRaw } = await listen((_req, res) => {
    reached += 1;
    res.end();
  });
  const reply = await sendRaw(text);
  expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(reply).toContain("Strict-Transport-Security: max-age=31536000; includeSubDomains");
  expect(reply).toContain("X-Content-Type-Options: nosniff");
  expect(reached).toBe(0);
});

test("C-03 rubbish behind a request cannot put a second answer into the one under way", async () => {
  const { sendRaw } = await listen((_req, res) => {
    res.writeHead(200, { "Content-Length": "100" });
    res.write("first part");
  });
  const reply = await sendRaw("GET / HTTP/1.1\r\nHost: a\r\n\r\nrubbish rubbish\r\n\r\n");
  expect(reply).not.toContain("400 Bad Request");
});
