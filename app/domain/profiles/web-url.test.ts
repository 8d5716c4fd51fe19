import { describe, expect, it } from "vitest";
import { webUrl } from "#app/domain/profiles/web-url.ts";

describe("V-03: an address that a profile links to", () => {
  it.each(["https://example.org/register?id=1", "http://example.org/"])("%s is kept", (address) => {
    expect(webUrl(address)).toBe(address);
  });

  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "example.org",
    "https://bank.example@evil.example/",
    "",
  ])("%j is dropped", (address) => {
    expect(webUrl(address)).toBeNull();
  });

  it("none stays none", () => {
    expect(webUrl(null)).toBeNull();
  });
});
