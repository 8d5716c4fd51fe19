import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isVisitorRoute } from "#app/platform/visitor-manifest.ts";

/** Budgets of quality.md in bytes: what a first visit loads, as the server sends it to who takes gzip. */
const KB = 1_024;
const JAVASCRIPT = 100 * KB;
const STYLES = 14 * KB;
const FONT = 40 * KB;

const PAGES = [
  ["home", "routes/_index"],
  ["search", "routes/technicians._index"],
  ["profile", "routes/technicians.$slug._index"],
  ["compare", "routes/compare"],
  ["shortlist", "routes/shortlist"],
] as const;

const CLIENT = "build/client";
const ASSETS = path.join(CLIENT, "assets");

const chunks = z.object({
  module: z.string(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
const manifestSchema = z.object({ entry: chunks, routes: z.record(z.string(), chunks), url: z.string() });

/** The list of routes that pages for visitors load, or the one with all of them. */
function readManifest(whose: "visitors" | "all" = "visitors") {
  const start = whose === "visitors" ? "visitors-manifest-" : "manifest-";
  const [name, ...others] = readdirSync(ASSETS).filter((file) => file.startsWith(start) && file.endsWith(".js"));
  if (name === undefined || others.length > 0) throw new Error(`the client build has not exactly one ${start}`);
  const script = readFileSync(path.join(ASSETS, name), "utf8");
  return manifestSchema.parse(JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1)));
}

const compressed = (url: string) => statSync(path.join(CLIENT, `${url}.gz`)).size;
const urlsOfKind = (...extensions: string[]) =>
  readdirSync(ASSETS)
    .filter((file) => extensions.includes(path.extname(file)))
    .map((file) => `/assets/${file}`);

/** Each file with its weight, heaviest first, so that a failure says where to look. */
function weigh(urls: Iterable<string>): { total: number; files: string[] } {
  const weights = [...new Set(urls)].map((url) => ({ url, bytes: compressed(url) })).sort((a, b) => b.bytes - a.bytes);
  return {
    total: weights.reduce((sum, { bytes }) => sum + bytes, 0),
    files: weights.map(({ url, bytes }) => `${bytes} ${url}`),
  };
}

function expectWithin(budget: number, urls: Iterable<string>): void {
  const { total, files } = weigh(urls);
  expect(files.length).toBeGreaterThan(0);
  expect(total, `${total} bytes, ${total - budget} over the budget:\n${files.join("\n")}`).toBeLessThanOrEqual(budget);
}

test("there is a client build to weigh (npm test builds before it tests)", () => {
  expect(existsSync(ASSETS)).toBe(true);
});

describe.each(PAGES)("%s", (_name, id) => {
  test("loads at most 100 KB of JavaScript, compressed", () => {
    const { entry, routes, url } = readManifest();
    const parts = [entry, routes["root"], routes[id]];
    expectWithin(JAVASCRIPT, [url, ...parts.flatMap((part) => [part?.module ?? "missing", ...(part?.imports ?? [])])]);
  });
});

test("no page loads more than 14 KB of styles, compressed", async () => {
  const { routes } = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
  const stylesOf = (id: string) =>
    (routes[id]?.module.links?.() ?? []).flatMap((link) =>
      "href" in link && link.rel === "stylesheet" ? (link.href ?? []) : [],
    );
  expect(stylesOf("root").length).toBeGreaterThan(0);
  for (const id of Object.keys(routes)) expectWithin(STYLES, [...stylesOf("root"), ...stylesOf(id)]);
  // The whole server is loaded for it.
}, 30_000);

test("visitors load the list of their own pages only", () => {
  const [visitors, all] = [readManifest(), readManifest("all")];
  const ids = Object.keys(visitors.routes);
  expect(ids).toEqual(Object.keys(all.routes).filter((id) => isVisitorRoute(id)));
  expect(ids).toEqual(expect.arrayContaining(["root", ...PAGES.map(([, id]) => id)]));
  expect(ids.length).toBeLessThan(Object.keys(all.routes).length / 2);
});

test("there is one font file, of at most 40 KB", () => {
  const fonts = urlsOfKind(".woff2", ".woff", ".ttf", ".otf");
  expect(fonts).toHaveLength(1);
  expect(readFileSync(path.join(CLIENT, fonts[0] ?? "")).byteLength).toBeLessThanOrEqual(FONT);
});
