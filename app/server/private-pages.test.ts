import compression from "compression";
import express from "express";
import { beforeAll, expect, test } from "vitest";
import { privatePages } from "#app/server/private-pages.ts";
import { listen } from "#app/server/testing-loopback.ts";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://localhost/none",
    MEILI_URL: "http://localhost:1",
    MEILI_KEY: "none",
  });
});

const PUBLIC = "public, max-age=3600";

async function ask(path: string, { says, cookie }: { says?: string; cookie?: string } = {}) {
  const app = express();
  app.use(privatePages());
  app.use(compression());
  app.use((_req, res) => {
    if (says) res.setHeader("Cache-Control", says);
    res.send("a page");
  });
  const { send } = await listen(app);
  const reply = await send({ path, headers: cookie ? { Cookie: cookie } : {} });
  return reply.headers["cache-control"];
}

test.each([
  "/account",
  "/account/reviews",
  "/Account/security.data?_routes=root",
  "/moderation",
  "/studio/reviews",
  "/documents/1",
  "/confirm",
  "/sign-in",
  "/sign-in/code",
  "/sign-up",
  "/sign-out",
  "/reset-password/abc",
  "/%76erify-email/abc",
  "/technicians/ada-stone/reviews/new",
])("S-05 %s is kept nowhere, whatever it says itself", async (path) => {
  expect(await ask(path, { says: PUBLIC })).toBe("no-store");
  expect(await ask(path)).toBe("no-store");
});

test.each(["/", "/technicians", "/technicians/ada-stone.data", "/accounting"])(
  "S-05 %s may be kept by its reader's browser, which asks every time",
  async (path) => expect(await ask(path)).toBe("private, no-cache"),
);

test.each(["/api/v1/technicians", "/media/abc/640.webp", "/robots.txt"])(
  "S-05 %s, which anybody may keep, may be kept by one reader when it was asked for with a session",
  async (path) => {
    expect(await ask(path, { says: PUBLIC })).toBe(PUBLIC);
    expect(await ask(path, { says: PUBLIC, cookie: "shortlist=a" })).toBe(PUBLIC);
    expect(await ask(path, { says: PUBLIC, cookie: "theme=dark; sid=x" })).toBe("private, max-age=3600");
  },
);

test("S-05 built files are the same for everybody and stay as they are", async () => {
  expect(await ask("/assets/root-abc.js", { says: PUBLIC, cookie: "sid=x" })).toBe(PUBLIC);
});
