import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readListCookie, writeListCookie } from "#app/platform/list-cookie.server.ts";

const LIST = { name: "shortlist", most: 3, isLasting: true };
const read = (header: string | null) => readListCookie(header, LIST);

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** With settings of its own: they are read once per process. */
async function write(origin: string, words: string[], cookie = LIST): Promise<string> {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/x");
  vi.stubEnv("MEILI_URL", "http://localhost:7700");
  vi.stubEnv("MEILI_KEY", "key");
  vi.stubEnv("ORIGIN", origin);
  const fresh = await import("#app/platform/list-cookie.server.ts");
  return fresh.writeListCookie(words, cookie);
}

describe("S-07 reading a list from a Cookie header", () => {
  it.each([
    ["shortlist=ana-reyes.b", ["ana-reyes", "b"]],
    ["sid=x; shortlist=a; theme=dark", ["a"]],
    ["sid=x;shortlist=a;theme=dark", ["a"]],
    ["shortlist2=b; xshortlist=c; shortlist=a", ["a"]],
  ])("%j holds %j", (header, expected) => {
    expect(read(header)).toEqual(expected);
  });

  it.each([
    ["no header", null],
    ["no cookie of the name", "sid=x"],
    ["an empty header", ""],
    ["an empty cookie", "shortlist="],
    ["a lone per cent sign", "shortlist=%"],
    ["half an escape", "shortlist=%E0%A4%A"],
    ["an escaped dot", "shortlist=a%2Eb"],
    ["capitals", "shortlist=Ana"],
    ["a quoted value", 'shortlist="a.b"'],
    ["a comma", "shortlist=a,b"],
    ["a NUL", "shortlist=a\u0000"],
    ["markup", "shortlist=<script>"],
    ["nothing between two dots", "shortlist=a..b"],
    ["a dot at the end", "shortlist=a."],
    ["a word twice", "shortlist=a.b.a"],
    ["more words than it may hold", "shortlist=a.b.c.d"],
    ["a word of 81 letters", `shortlist=${"a".repeat(81)}`],
    ["eight kilobytes", `shortlist=${"a".repeat(8_192)}`],
    ["eight kilobytes before a good one", `x=${"a".repeat(8_192)}; shortlist=a`],
    ["two cookies of the name", "shortlist=a; shortlist=b"],
  ])("%s is an empty list", (_name, header) => {
    expect(read(header)).toEqual([]);
  });

  it("never throws, whatever the header says", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(read(text).length).toBeLessThanOrEqual(3);
        expect(read(`shortlist=${text}`).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("writing a list", () => {
  it("S-01 is out of reach of scripts and other sites, and stays for a year", async () => {
    expect(await write("http://localhost:3000", ["ana-reyes", "b"])).toBe(
      "shortlist=ana-reyes.b; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000",
    );
  });

  it("S-01 travels over https only where the site does", async () => {
    expect(await write("https://hairline.example", ["a"])).toMatch(/; Secure$/);
  });

  it("goes with the session where it is not to last", async () => {
    expect(await write("http://localhost:3000", ["a"], { ...LIST, isLasting: false })).not.toContain("Max-Age");
  });

  it("takes the cookie away when nothing is left", async () => {
    expect(await write("http://localhost:3000", [])).toBe("shortlist=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  });

  it("is read back as it was written", async () => {
    const header = await write("http://localhost:3000", ["a", "b-2", "c"]);
    expect(read(header.slice(0, header.indexOf(";")))).toEqual(["a", "b-2", "c"]);
  });

  it.each([[["a.b"]], [["a; Domain=evil.example"]], [[""]], [["a", "b", "c", "d"]]])("refuses %j", (words) => {
    expect(() => writeListCookie(words, LIST)).toThrow("no list");
  });
});
