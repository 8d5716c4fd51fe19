import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REGISTERS } from "#app/domain/registers/registers.ts";

const FOLDER = "app/domain/registers";

it("has every importer that there is a file of", () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .filter((name) => readFileSync(`${FOLDER}/${name}`, "utf8").includes(": RegisterImporter = {"))
    .map((name) => name.replace(/\.ts$/, ""));
  // A file is called after its register.
  expect(files).toEqual(REGISTERS.map(({ source }) => source).sort());
});

describe.each(REGISTERS.map((register) => [register.source, register] as const))("%s", (source, importer) => {
  const said = typeof importer.register === "function" ? importer.register("Leeds city council") : importer.register;

  it("goes by a key of small letters, digits and hyphens that no other has", () => {
    expect(source).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(REGISTERS.filter((other) => other.source === source)).toHaveLength(1);
  });

  it("says whose it is and what its licence asks for", () => {
    for (const words of [said.title, said.authority, said.licence, said.credit]) expect(words).not.toBe("");
    for (const url of [said.licenceUrl, said.sourceUrl ?? said.licenceUrl]) expect(url).toMatch(/^https:\/\//);
  });

  it("names the column of the establishment among its columns", () => {
    expect(importer.columns).toContain(importer.recordColumn);
    expect(new Set(importer.columns).size).toBe(importer.columns.length);
  });

  it("refuses an empty row by columns of its own", () => {
    const cells = Object.fromEntries(importer.columns.map((column) => [column, ""]));
    const parsed = importer.rowSchema("2026-01-01").safeParse(cells);
    expect(parsed.success).toBe(false);
    for (const { path } of parsed.error?.issues ?? []) expect(importer.columns).toContain(path[0]);
  });
});
