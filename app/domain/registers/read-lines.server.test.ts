import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSourceFile, readLines } from "#app/domain/registers/read-lines.server.ts";
import { UnusableFile } from "#app/domain/registers/refusal.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hairline-lines-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(content: Buffer | string): Promise<string[]> {
  const file = path.join(folder, "file.csv");
  await writeFile(file, content);
  const lines: string[] = [];
  for await (const some of readLines(await openSourceFile(file))) lines.push(...some);
  return lines;
}

describe("lines are the same text", () => {
  it.each([
    ["with line feeds", "a\nb\n"],
    ["with carriage returns", "a\r\nb\r\n"],
    ["without an end of the last line", "a\nb"],
    ["with a byte-order mark", "\ufeffa\nb"],
  ])("%s", async (_, text) => expect(await linesOf(text)).toEqual(["a", "b"]));

  it("across the pieces that a large file is read in, multi-byte letters included", async () => {
    const expected = Array.from({ length: 60_000 }, (_, i) => `${i} é–刺青`);
    expect(await linesOf(expected.join("\n"))).toEqual(expected);
  });
  it("line by line, where some are Windows-1252", async () => {
    expect(await linesOf(Buffer.concat([Buffer.from("é\n"), Buffer.from([0xe9, 0x0a]), Buffer.from("é")]))).toEqual([
      "é",
      "é",
      "é",
    ]);
  });
});

it("the digest and the bytes told are those of the whole file", async () => {
  const file = path.join(folder, "digest.csv");
  await writeFile(file, "a\nb");
  let digest = "";
  let bytes = 0;
  const options = { onDigest: (hex: string) => (digest = hex), onBytes: (count: number) => (bytes += count) };
  for await (const _ of readLines(await openSourceFile(file), options));
  expect(digest).toBe(createHash("sha256").update("a\nb").digest("hex"));
  expect(bytes).toBe(3);
});

describe("a file that is no text is refused with one line", () => {
  it.each([
    ["UTF-16", Buffer.from("\ufeffa,b", "utf16le"), /UTF-16/],
    ["a spreadsheet", Buffer.from("PK\u0003\u0004abc"), /spreadsheet/],
    ["an endless line", Buffer.alloc(1_500_000, "a"), /line of more than 1 MB/],
  ])("%s", async (_, content, message) => {
    const reading = linesOf(content);
    await expect(reading).rejects.toThrow(UnusableFile);
    await expect(reading).rejects.toThrow(message);
  });
  it("a missing file, and a folder", async () => {
    await expect(openSourceFile(path.join(folder, "none.csv"))).rejects.toThrow(/there is no such file/);
    await expect(openSourceFile(folder)).rejects.toThrow(/is not a file/);
  });
});
