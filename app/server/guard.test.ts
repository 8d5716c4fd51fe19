import express from "express";
import type { Request } from "express";
import { createRemixRequest } from "@remix-run/express/dist/server.js";
import { describe, expect, test } from "vitest";
import { guard } from "#app/server/guard.ts";
import type { GuardSettings } from "#app/server/guard.ts";
import { securityHeaders } from "#app/server/security-headers.ts";
import { listen } from "#app/server/testing-loopback.ts";
import type { Sent } from "#app/server/testing-loopback.ts";

const ORIGIN = "http://localhost:3000";
const FORM = "application/x-www-form-urlencoded";

/** The real chain in front of a handler that changes something on every request that reaches it. */
async function site(settings: Partial<GuardSettings> = {}) {
  const seen: { request: Request; remixUrl: string; remixHeaders: Headers }[] = [];
  const app = express();
  const given = { origin: ORIGIN, allowedHosts: ["localhost:3000", "127.0.0.1:3000"], trustProxy: 0, ...settings };
  app.set("trust proxy", given.trustProxy);
  app.use(securityHeaders(given), guard(given));
  app.use((req, res) => {
    const remix = createRemixRequest(req, res);
    seen.push({ request: req, remixUrl: remix.url, remixHeaders: remix.headers });
    res.send("reached");
  });
  return { ...(await listen(app)), seen };
}

const post = (headers: Sent["headers"], more: Partial<Sent> = {}): Sent => ({
  method: "POST",
  path: "/technicians/anna/reviews/new",
  headers: { "Content-Type": FORM, ...headers },
  body: "a=b",
  ...more,
});

describe("C-01 posts", () => {
  const refused: [string, Sent["headers"]][] = [
    ["a foreign origin", { Origin: "https://evil.example" }],
    ["the origin null", { Origin: "null" }],
    ["no origin at all", {}],
    ["an empty origin", { Origin: "" }],
    ["two origins", { Origin: [ORIGIN, "https://evil.example"] }],
    ["the right host over another scheme", { Origin: "https://localhost:3000" }],
    ["the right host with another port", { Origin: "http://localhost:3001" }],
    ["an origin that only starts like ours", { Origin: `${ORIGIN}.evil.example` }],
    ["an origin with a path", { Origin: `${ORIGIN}/` }],
    ["a cross-site fetch", { Origin: ORIGIN, "Sec-Fetch-Site": "cross-site" }],
    ["a same-site fetch", { Origin: ORIGIN, "Sec-Fetch-Site": "same-site" }],
    ["a fetch from nowhere", { Origin: ORIGIN, "Sec-Fetch-Site": "none" }],
    ["an empty Sec-Fetch-Site", { Origin: ORIGIN, "Sec-Fetch-Site": "" }],
    ["two values of Sec-Fetch-Site", { Origin: ORIGIN, "Sec-Fetch-Site": ["same-origin", "cross-site"] }],
    ["a foreign origin that claims same-origin", { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }],
    [
      "a foreign origin with a forwarded host to match",
      { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
    ],
  ];
  const places = ["/technicians/anna/reviews/new", "/sign-out.data", "/api/v1/technicians", "/moderation?index"];

  test.each(refused)("C-01 a post from %s changes nothing and gets 403, wherever it goes", async (_name, headers) => {
    const { send, seen } = await site();
    for (const path of places) {
      const reply = await send(post(headers, { path }));
      expect(reply.status).toBe(403);
      expect(reply.body).toContain("Nothing was changed");
    }
    expect(seen).toHaveLength(0);
  });

  const accepted: [string, Sent["headers"]][] = [
    ["our origin, without Sec-Fetch-Site", { Origin: ORIGIN }],
    ["our origin and a same-origin fetch", { Origin: ORIGIN, "Sec-Fetch-Site": "same-origin" }],
    ["a same-origin fetch without an origin", { "Sec-Fetch-Site": "same-origin" }],
    ["a page of ours with a no-referrer policy", { Origin: "null", "Sec-Fetch-Site": "same-origin" }],
    [
      "another name of this server",
      { Host: "127.0.0.1:3000", Origin: "http://127.0.0.1:3000", "Sec-Fetch-Site": "same-origin" },
    ],
    ["our origin to another name of this server", { Host: "127.0.0.1:3000", Origin: ORIGIN }],
  ];
  test.each(accepted)(
    "C-01 a post from %s goes through, and Remix finds nothing to object to",
    async (_name, headers) => {
      const { send, seen } = await site();
      expect((await send(post(headers))).status).toBe(200);
      const origin = seen[0]?.remixHeaders.get("origin") ?? undefined;
      expect([undefined, `http://${seen[0]?.remixHeaders.get("host")}`]).toContain(origin);
    },
  );

  test.each([
    ["text/plain", 415],
    ["application/json", 415],
    ["text/plain; application/x-www-form-urlencoded", 415],
    ["application/x-www-form-urlencoded, text/plain", 415],
    ["", 415],
    [undefined, 415],
    [FORM, 200],
    ["Application/X-WWW-Form-Urlencoded; charset=UTF-8", 200],
    ["multipart/form-data; boundary=x", 200],
  ])("C-01 a post of the type %s gets %i", async (type, status) => {
    const { send, seen } = await site();
    const headers = { Origin: ORIGIN, ...(type === undefined ? {} : { "Content-Type": type }) };
    const reply = await send({ method: "POST", headers, body: '{"a":"b"}' });
    expect(reply.status).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
    "C-01 the method %s is refused even from our own origin",
    async (method) => {
      const { send, seen } = await site();
      const reply = await send({ method, headers: { Origin: ORIGIN, "Sec-Fetch-Site": "same-origin" } });
      expect(reply.status).toBe(405);
      expect(reply.headers.allow).toBe("GET, HEAD, POST");
      expect(seen).toHaveLength(0);
    },
  );

  test("C-01 a method override is ignored and does not reach the application", async () => {
    const { send, seen } = await site();
    const override = { "X-HTTP-Method-Override": "DELETE", "X-Method-Override": "DELETE", "X-HTTP-Method": "DELETE" };
    expect((await send({ headers: override })).status).toBe(200);
    expect(seen[0]?.request.method).toBe("GET");
    expect(Object.keys(seen[0]?.request.headers ?? {}).filter((name) => name.includes("method"))).toEqual([]);
  });

  test.each(["/moderation?_data=routes%2Fmoderation", "/?a=b&%5Fdata=root", "/?_data"])(
    "C-01 the old data channel %s is closed for reading and posting",
    async (path) => {
      const { send, seen } = await site();
      expect((await send({ path })).status).toBe(400);
      expect((await send(post({ Origin: ORIGIN }, { path }))).status).toBe(400);
      expect(seen).toHaveLength(0);
    },
  );
});

describe("C-05 hosts and forwarded headers", () => {
  test.each([
    "evil.example",
    "localhost",
    "localhost:3001",
    "localhost:3000.evil.example",
    "localhost:3000@evil.example",
    "localhost.:3000",
  ])("C-05 the host %s gets 421", async (host) => {
    const { send, seen } = await site();
    expect((await send({ headers: { Host: host } })).status).toBe(421);
    expect(seen).toHaveLength(0);
  });

  test("C-05 host names are compared without regard to case", async () => {
    const { send } = await site();
    expect((await send({ headers: { Host: "LocalHost:3000" } })).status).toBe(200);
  });

  test.each([
    ["twice, ours first", "Host: localhost:3000\r\nHost: evil.example\r\n"],
    ["twice, ours last", "Host: evil.example\r\nHost: localhost:3000\r\n"],
    ["twice the same", "Host: localhost:3000\r\nhost: localhost:3000\r\n"],
    ["not at all", ""],
  ])("C-05 a request that names its host %s gets 400 with the security headers", async (_name, hosts) => {
    const { sendRaw, seen } = await site();
    const reply = await sendRaw(`GET / HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toMatch(/^Strict-Transport-Security: /im);
    expect(seen).toHaveLength(0);
  });

  const forwarded = {
    Forwarded: "host=evil.example;proto=https",
    "X-Forwarded-Host": "evil.example:4444",
    "X-Forwarded-Port": "4444",
    "X-Forwarded-Proto": "javascript",
    "X-Forwarded-Prefix": "/evil",
    "X-Forwarded-For": "203.0.113.9, 198.51.100.7",
    "X-Original-URL": "/moderation",
    "X-Rewrite-URL": "/moderation",
    "X-Real-IP": "203.0.113.9",
  };

  test("C-05 without a trusted proxy no forwarded header is left and the sender's own address counts", async () => {
    const { send, seen } = await site();
    expect((await send({ path: "/sign-in?a=b", headers: forwarded })).status).toBe(200);
    const names = Object.keys(forwarded).map((name) => name.toLowerCase());
    expect(names.filter((name) => seen[0]?.remixHeaders.has(name))).toEqual([]);
    expect(seen[0]?.remixUrl).toBe("http://localhost:3000/sign-in?a=b");
    expect(seen[0]?.request.ip).toBe("127.0.0.1");
  });

  test("C-05 behind one trusted proxy only its own entry counts, and host and scheme stay ours", async () => {
    const settings = { origin: "https://hairline.example", allowedHosts: ["hairline.example"], trustProxy: 1 };
    const { send, seen } = await site(settings);
    expect((await send({ path: "/sign-in", headers: { ...forwarded, Host: "hairline.example" } })).status).toBe(200);
    expect(seen[0]?.remixUrl).toBe("https://hairline.example/sign-in");
    expect(seen[0]?.request.ip).toBe("198.51.100.7");
    expect(seen[0]?.remixHeaders.get("x-forwarded-host")).toBeNull();
    expect(seen[0]?.remixHeaders.get("x-forwarded-port")).toBeNull();
  });
});

describe("V request addresses", () => {
  test.each([
    ["/technicians/%", 400],
    ["/technicians/%E0%A4%A", 400],
    ["/technicians/%zz.data", 400],
    ["/technicians/%C0%AF", 400],
    ["/technicians/a%00b", 400],
    ["/technicians/a%0D%0Ab", 400],
    ["//evil.example/technicians", 400],
    ["/\\evil.example", 400],
    ["/a/../moderation", 400],
    ["/%2e%2E/moderation", 400],
    ["/.", 400],
    ["/technicians#top", 400],
    ["http://evil.example/", 400],
    ["*", 400],
    ["/__manifest?p=%2F&version=1", 404],
    ["/__MANIFEST/", 404],
    ["/%5F_manifest", 404],
    ["/technicians?q=%", 200],
    ["/technicians?q=%E0%A4%A&near=Z%C3%BCrich", 200],
    ["/technicians/jos%C3%A9%20garc%C3%ADa", 200],
    ["/guides/...and-more", 200],
  ])("V the address %s gets %i, never 500", async (path, status) => {
    const { send, seen } = await site();
    expect((await send({ path })).status).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
  });

  test("V an address of 4096 characters is answered, one more gets 414", async () => {
    const { send } = await site();
    expect((await send({ path: `/?q=${"x".repeat(4092)}` })).status).toBe(200);
    expect((await send({ path: `/?q=${"x".repeat(4093)}` })).status).toBe(414);
  });

  test("V HEAD is treated like GET", async () => {
    const { send } = await site();
    expect((await send({ method: "HEAD" })).status).toBe(200);
    expect((await send({ method: "HEAD", path: "/%" })).status).toBe(400);
  });
});

test("C-03 every refusal is small, not stored, names its request and carries the security headers", async () => {
  const { send } = await site();
  const refused: Sent[] = [
    { headers: { Host: "evil.example" } },
    { path: "/%" },
    { path: `/${"x".repeat(5000)}` },
    { path: "/__manifest" },
    { method: "DELETE" },
    post({}),
    post({ Origin: ORIGIN, "Content-Type": "text/plain" }),
  ];
  for (const request of refused) {
    const reply = await send(request);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.headers["cache-control"]).toBe("no-store");
    expect(reply.headers["strict-transport-security"]).toContain("max-age=");
    expect(reply.headers["content-security-policy"]).toContain("default-src 'self'");
    expect(reply.headers["x-content-type-options"]).toBe("nosniff");
    expect(reply.body).toContain(String(reply.headers["x-request-id"]));
    expect(reply.body).not.toMatch(/\bat .*:\d+:\d+|evil\.example|node_modules/);
    expect(reply.body.length).toBeLessThan(1024);
  }
});
