import { expect } from "vitest";

/** What somebody could write wherever people write. */
export const PAYLOADS = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(2)>`,
  `</script><script>alert(3)</script>`,
  `<svg onload=alert(4)>`,
  `{{constructor.constructor('alert(5)')()}}\u2028\u2029`,
  `<!--<script>`,
];
export const HOSTILE = PAYLOADS.join(" ");
/** For what takes 60 characters. */
export const SHORT_HOSTILE = PAYLOADS.slice(0, 2).join("");

/** Markup that a browser would run: the payloads as they were stored, outside the page's own escapes. */
export function expectHarmless(body: string): void {
  for (const payload of PAYLOADS.slice(0, 4)) expect(body).not.toContain(payload);
  const scripts = [...body.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] ?? "");
  expect(scripts.length).toBeGreaterThan(0);
  // Facts for search engines are no script: nothing in them runs, and nothing in them ends their element.
  for (const attributes of scripts) expect(attributes).toMatch(/nonce="[^"]{20,}"|^ type="application\/ld\+json"$/);
  expect(body).not.toMatch(/[\u2028\u2029](?=[^<]*<\/script>)/);
}
