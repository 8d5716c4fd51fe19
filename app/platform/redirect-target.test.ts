import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeRedirectTarget } from "#app/platform/redirect-target.ts";

const FALLBACK = "/account";

describe("C-04 redirect targets", () => {
  test.each([
    "/",
    "/studio/profile",
    "/technicians?q=a%20b&near=Paris",
    "/guides/healing#week-2",
    "/jos%C3%A9",
    "/a//b",
  ])("C-04 our own path %s is kept as it is", (target) => expect(safeRedirectTarget(target, FALLBACK)).toBe(target));

  test("C-04 a path with dots is returned resolved", () => {
    expect(safeRedirectTarget("/studio/../account/./security", FALLBACK)).toBe("/account/security");
  });

  test.each([
    undefined,
    null,
    7,
    ["/studio"],
    { toString: () => "/studio" },
    "",
    "studio",
    " /studio",
    "?q=1",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/studio\\..\\evil",
    "/..//evil.example",
    "/.//evil.example",
    "/%2e%2e//evil.example",
    "/a/..//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/studio\r\nSet-Cookie: a=b",
    "/studio\u0000",
    "/\u0085/evil.example",
    "https://evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "@evil.example",
    ".evil.example",
    `/${"x".repeat(2048)}`,
  ])("C-04 %j goes to the fallback", (value) => {
    expect(safeRedirectTarget(value, FALLBACK)).toBe(FALLBACK);
  });

  const nasty = fc.constantFrom(
    "/",
    "//",
    "\\",
    ".",
    "..",
    "%2e",
    "%2f",
    "%5c",
    "\t",
    "\n",
    "@",
    ":",
    "?",
    "#",
    "evil.example",
    "https:",
  );
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(nasty, fc.string())).map((parts) => parts.join("")),
  );
  const startingWithSlash = anything.map((text) => `/${text}`);

  test("C-04 no text whatever leads off this site, from any page and by any reading", () => {
    fc.assert(
      fc.property(fc.oneof(anything, startingWithSlash), (text) => {
        const target = safeRedirectTarget(text, FALLBACK);
        expect(target).toMatch(/^\/(?!\/)[^\\\p{Cc}]*$/u);
        for (const page of ["https://hairline.example/", "https://hairline.example/a/b?c"]) {
          expect(new URL(target, page).origin).toBe("https://hairline.example");
        }
        expect(new URL(`https://hairline.example${target}`).origin).toBe("https://hairline.example");
        expect(safeRedirectTarget(target, "/other")).toBe(target);
      }),
      { numRuns: 2_000 },
    );
  });

  test("C-04 every path of plain segments with any search text is kept", () => {
    const segment = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), fc.string({ maxLength: 40 }), (segments, search) => {
        const query = new URLSearchParams({ q: search }).toString();
        const target = `/${segments.join("/")}?${query}`;
        expect(safeRedirectTarget(target, FALLBACK)).toBe(target);
      }),
    );
  });
});
