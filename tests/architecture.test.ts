import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { FOLDERS, NOUNS, violations } from "./support/imports.ts";
import type { Rule, SourceFile } from "./support/imports.ts";

const GENERATED = "app/platform/generated/";

function readApp(): SourceFile[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((name) => `app/${name.split(path.sep).join("/")}`)
    .filter((name) => /\.(tsx?|css)$/.test(name) && !name.startsWith(GENERATED))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(name, "utf8") }));
}

const app = readApp();
const found = violations(app);
const told = (...rules: Rule[]) =>
  found.filter(({ rule }) => rules.includes(rule)).map(({ file, detail }) => `${file}: ${detail}`);

describe("the application", () => {
  test("is read as a whole", () => {
    const layers = new Set(app.map((file) => file.path.split("/")[1]));
    for (const folder of FOLDERS) expect(layers).toContain(folder);
    expect(app.some((file) => file.text.includes("#app/"))).toBe(true);
  });

  test("imports in one direction only", () => expect(told("direction", "private")).toEqual([]));
  test("imports nouns of the domain backwards only", () => expect(told("noun order")).toEqual([]));
  test("has no cycles, type-only imports included", () => expect(told("cycle")).toEqual([]));
  test("has no barrels", () => expect(told("barrel")).toEqual([]));
  test("keeps pure files free of server files", () => expect(told("pure")).toEqual([]));
  test("keeps the database out of routes and ui", () => expect(told("database")).toEqual([]));
  test("has only the folders and nouns that were agreed on", () => expect(told("unknown folder")).toEqual([]));
  test("names files in kebab-case after what is in them", () => expect(told("file name", "banned name")).toEqual([]));
  test("has no file over 300 lines", () => expect(told("size")).toEqual([]));
});

describe("the checker", () => {
  const file = (name: string, text = "export const x = 1;"): SourceFile => ({ path: name, text });
  const bring = (target: string) => `import { x } from "#app/${target}";\nexport const y = x;`;
  const bringType = (target: string) => `import type { X } from "#app/${target}";\nexport type Y = X | null;`;
  const rulesOf = (...files: SourceFile[]) => violations(files).map(({ rule }) => rule);

  test("finds nothing in files that keep to the shape", () => {
    const files = [
      file("app/root.tsx", bring("platform/sessions.server.ts")),
      file("app/entry.server.tsx", 'export { serve } from "#app/server/serve.ts";\nexport default 1;'),
      file("app/routes/technicians.$slug._index/route.tsx", bring("domain/profiles/find-profile.server.ts")),
      file("app/routes/technicians.$slug._index/head.tsx", bring("ui/button.tsx")),
      file("app/routes/suggest.where.ts", bring("domain/places/find-places.server.ts")),
      file("app/domain/profiles/profile.ts", bringType("domain/reviews/review.ts")),
      file("app/domain/profiles/profile.test.ts", 'import "../../../tests/support/database.ts";\nexport const x = 1;'),
      file("app/domain/reviews/review.ts"),
      file("app/domain/reviews/review-item.tsx", bring("ui/button.tsx")),
      file("app/domain/reviews/list-reviews.server.ts", bring("platform/db.server.ts")),
      file("app/server/serve.ts", bring("platform/db.server.ts")),
    ];
    expect(violations(files)).toEqual([]);
  });

  test.each<[Rule, string, string, string]>([
    ["direction", "the platform knows the domain", "app/platform/mail.ts", bring("domain/reviews/review.ts")],
    ["direction", "ui knows a noun, if only its type", "app/ui/card.tsx", bringType("domain/reviews/review.ts")],
    ["direction", "a rule draws", "app/domain/reviews/review.ts", bring("ui/button.tsx")],
    ["direction", "the server draws", "app/server/page.ts", bring("ui/button.tsx")],
    ["direction", "a route starts the server", "app/routes/_index/route.tsx", bring("server/serve.ts")],
    ["direction", "root starts the server", "app/root.tsx", bring("server/serve.ts")],
    [
      "direction",
      "the domain runs a script",
      "app/domain/media/a.ts",
      'export const a = import("../../../scripts/run.ts");',
    ],
    ["direction", "the domain leans on tests", "app/domain/media/a.ts", 'import "../../../tests/support/database.ts";'],
    ["private", "something imports root", "app/routes/_index/route.tsx", bringType("root.tsx")],
    [
      "private",
      "a route looks into another",
      "app/routes/_index/route.tsx",
      bring("routes/technicians._index/no-results.tsx"),
    ],
    ["private", "the domain knows a route", "app/domain/media/a.tsx", bring("routes/_index/route.tsx")],
    ["noun order", "media know reviews", "app/domain/media/photo.ts", bringType("domain/reviews/review.ts")],
    [
      "noun order",
      "a type in the middle of a line counts",
      "app/domain/media/photo.ts",
      'export type A = import("#app/domain/search/result.ts").B;',
    ],
    ["database", "a loader asks the database", "app/routes/_index/route.tsx", bring("platform/db.server.ts")],
    ["database", "root uses generated types", "app/root.tsx", bringType("platform/generated/prisma/enums.ts")],
    [
      "pure",
      "a rule needs the database",
      "app/domain/reviews/review.ts",
      bringType("domain/reviews/queries.server.ts"),
    ],
    [
      "pure",
      "a rule beside a route needs the database",
      "app/routes/_index/order.ts",
      bringType("domain/reviews/queries.server.ts"),
    ],
    ["barrel", "a file only passes on", "app/ui/all.ts", 'export * from "./button.tsx";'],
    [
      "barrel",
      "a file passes on in two steps",
      "app/ui/all.ts",
      'import { x } from "./button.tsx";\nexport { x as y };',
    ],
    ["file name", "capitals", "app/ui/Button.tsx", "export const x = 1;"],
    ["file name", "underscores", "app/domain/media/photo_size.ts", "export const x = 1;"],
    ["banned name", "a file of odds and ends", "app/domain/media/utils.server.ts", "export const x = 1;"],
    ["banned name", "a folder of odds and ends", "app/ui/common/button.tsx", "export const x = 1;"],
    ["unknown folder", "a new top folder", "app/lib/button.tsx", "export const x = 1;"],
    ["unknown folder", "a new noun", "app/domain/payments/pay.ts", "export const x = 1;"],
    ["unknown folder", "a file between the nouns", "app/domain/pay.ts", "export const x = 1;"],
    ["size", "a style sheet for everything", "app/ui/all.css", "p { margin: 0 }\n".repeat(301)],
    ["file name", "a style sheet in capitals", "app/ui/Card.css", "p { margin: 0 }"],
    ["size", "a god file", "app/ui/button.tsx", "export const x = 1;\n".repeat(301)],
  ])("reports %s when %s", (rule, _what, name, text) => {
    expect(rulesOf(file(name, text))).toEqual([rule]);
  });

  test("reports a cycle of three files once, type-only links included", () => {
    const cycle = violations([
      file("app/ui/a.ts", bring("ui/b.ts")),
      file("app/ui/b.ts", bringType("ui/c.ts")),
      file("app/ui/c.ts", 'export const x = () => import("./a.ts");'),
    ]);
    expect(cycle.map(({ rule, detail }) => [rule, detail])).toEqual([
      ["cycle", "app/ui/a.ts -> app/ui/b.ts -> app/ui/c.ts -> app/ui/a.ts"],
    ]);
  });

  test("knows every noun once", () => expect(new Set(NOUNS).size).toBe(13));
});
