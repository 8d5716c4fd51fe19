import express from "express";
import type { Response } from "express";
import { expect, test } from "vitest";
import { z } from "zod";
import { PICTURE_POLICY } from "#app/platform/picture-policy.ts";
import { cspNonceOf, requestIdOf, securityHeaders } from "#app/server/security-headers.ts";
import type { SecurityHeaderSettings } from "#app/server/security-headers.ts";
import { listen } from "#app/server/testing-loopback.ts";

async function site(settings: Partial<SecurityHeaderSettings> = {}, answer?: (res: Response) => void) {
  const app = express();
  app.use(securityHeaders({ origin: "https://hairline.example", ...settings }));
  app.use((req, res) => {
    answer?.(res);
    res.json({ nonce: cspNonceOf(res), requestId: requestIdOf(res), inbound: req.get("X-Request-Id") });
  });
  return listen(app);
}

const body = z.object({ nonce: z.string(), requestId: z.string(), inbound: z.string().optional() });
const readBody = (text: string) => body.parse(JSON.parse(text));

const directives = (policy: string | string[] | undefined) => {
  const parts = String(policy).split("; ");
  return new Map(parts.map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]));
};

test("C-02 the policy allows scripts by nonce only and everything else from this site at most", async () => {
  const { send } = await site();
  const reply = await send();
  const { nonce } = readBody(reply.body);
  expect(reply.headers["content-security-policy"]).toBe(
    `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' blob:; ` +
      "font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; " +
      "form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests",
  );
});

test("C-02 the nonce has 128 bits and differs per request", async () => {
  const { send } = await site();
  const nonces = new Set<string>();
  for (let request = 0; request < 20; request += 1) {
    const { nonce } = readBody((await send()).body);
    expect(Buffer.from(nonce, "base64")).toHaveLength(16);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(20);
});

test("C-02 a site on plain http is not told to upgrade its requests", async () => {
  const { send } = await site({ origin: "http://localhost:3000" });
  expect((await send()).headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
});

test("C-02 only the development server allows WebSockets and injected styles, and never inline scripts", async () => {
  const { send } = await site({ dev: true });
  const policy = directives((await send()).headers["content-security-policy"]);
  expect(policy.get("connect-src")).toBe("'self' ws:");
  expect(policy.get("style-src")).toBe("'self' 'unsafe-inline'");
  expect(policy.get("script-src")).not.toContain("unsafe");
});

test("C-02 a route can add a stricter policy but not loosen ours", async () => {
  const { send } = await site({}, (res) => res.append("Content-Security-Policy", "sandbox; default-src 'none'"));
  const policy = (await send()).headers["content-security-policy"];
  expect(policy).toMatch(/^default-src 'self'; .*, sandbox; default-src 'none'$/);
});

test("C-03 every response carries the fixed headers and tells nothing about the software", async () => {
  const { send } = await site();
  const { headers } = await send({ headers: { Origin: "https://evil.example" } });
  expect(headers).toMatchObject({
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
  });
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

test("C-03 our own pages may ask for the position and copy by a press, every other feature is nobody’s", async () => {
  const { send } = await site();
  const features = String((await send()).headers["permissions-policy"]).split(", ");
  expect(features).toContain("geolocation=(self)");
  expect(features).toContain("camera=()");
  expect(features.filter((feature) => !feature.endsWith("=()"))).toEqual([
    "geolocation=(self)",
    "clipboard-write=(self)",
  ]);
});

test("C-03 a route's own resource policy takes the place of the default instead of doubling it", async () => {
  const { send } = await site({}, (res) => {
    res.append("Cross-Origin-Resource-Policy", "cross-origin");
    res.append("Referrer-Policy", "no-referrer");
    res.append("Vary", "Accept");
    res.append("Vary", "Cookie");
  });
  const { headers } = await send();
  expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers.vary).toBe("Accept, Cookie");
});

test("L-02 the request id is ours, 128 bits, and never the one that was sent", async () => {
  const { send } = await site();
  const reply = await send({ headers: { "X-Request-Id": "forged" } });
  expect(reply.headers["x-request-id"]).toMatch(/^[0-9a-f]{32}$/);
  expect(readBody(reply.body).requestId).toBe(reply.headers["x-request-id"]);
  expect(readBody(reply.body).inbound).toBeUndefined();
  expect((await send()).headers["x-request-id"]).not.toBe(reply.headers["x-request-id"]);
});

test("C-02 only the fixed policy of our pictures takes the place of the pages' policy; any other is added to it", async () => {
  const answer = (policy: string) => (res: Response) => void res.append("Content-Security-Policy", policy);
  const picture = await (await site({}, answer(PICTURE_POLICY))).send();
  expect(picture.headers["content-security-policy"]).toBe(PICTURE_POLICY);
  expect(PICTURE_POLICY).not.toContain("script");
  const other = await (await site({}, answer("style-src 'unsafe-inline'"))).send();
  expect(String(other.headers["content-security-policy"])).toContain("script-src 'nonce-");
});
