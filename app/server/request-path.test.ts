import fc from "fast-check";
import { expect, test } from "vitest";
import { isStaticPath, readTarget } from "#app/server/request-path.ts";

test("V the path is read as the router reads it: decoded, without case and trailing slashes", () => {
  expect(readTarget("/Technicians/Jos%C3%A9///?q=A")?.path).toBe("/technicians/josé");
  expect(readTarget("/")?.path).toBe("/");
  expect(readTarget("/?q=%41")?.query.get("q")).toBe("A");
});

test("V whatever is read has the same path for the URL parser behind it", () => {
  const piece = fc.oneof(
    fc.constantFrom("/", ".", "..", "%2e", "%2F", "\\", "%5c", "%", "#", "?", "a", "_data", "%00"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const target = `/${pieces.join("")}`;
      const read = readTarget(target);
      if (!read) return;
      const url = new URL(`http://localhost:3000${target}`);
      expect(url.origin).toBe("http://localhost:3000");
      expect(url.hash).toBe("");
      expect([...read.query]).toEqual([...url.searchParams]);
      expect(readTarget(url.pathname)?.path).toBe(read.path);
    }),
    { numRuns: 2_000 },
  );
});

test("V only built files, photos and icons are static", () => {
  expect(["/assets/a.js", "/media/a/320.webp", "/favicon.ico"].every(isStaticPath)).toBe(true);
  expect(["/technicians", "/assets", "/technicians/a/badge.svg", "/robots.txt"].some(isStaticPath)).toBe(false);
});
