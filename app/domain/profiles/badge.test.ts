import { expect, test } from "vitest";
import { badgePath, badgeSnippet, readBadgeLook } from "#app/domain/profiles/badge.ts";
import { drawBadge } from "#app/domain/profiles/draw-badge.server.tsx";
import type { Badge } from "#app/domain/profiles/badge.ts";

const BADGE: Badge = {
  slug: "ada",
  name: "Ada Stone",
  isUnclaimed: false,
  isSample: false,
  asOf: "2026-11-27",
  states: {
    understanding: "self_declared",
    authorization: "checked",
    sterile: "expired",
    dedication: "none_provided",
    portfolio: "being_checked",
    training: "not_required",
  },
};
const WIDE = { size: "wide", theme: "auto" } as const;
const SMALL = { size: "small", theme: "light" } as const;
const HOSTILE = `</title><script>alert("1")</script>&'\u0000\ufffe\ud800`;

test.each([
  ["", WIDE],
  ["size=small&theme=dark", { size: "small", theme: "dark" }],
  ["size=toString&theme=%3Cscript%3E", WIDE],
  ["size=small&size=wide", { size: "small", theme: "auto" }],
])("the address %j asks for %o", (query, look) => {
  expect(readBadgeLook(new URLSearchParams(query))).toEqual(look);
});

test("what is as at first is left out of the address", () => {
  expect(badgePath("ada", WIDE)).toBe("/technicians/ada/badge.svg");
  expect(badgePath("ada", SMALL)).toBe("/technicians/ada/badge.svg?size=small&theme=light");
});

test.each([WIDE, SMALL])("it says in words who it is about, every state and the day: %o", (look) => {
  const svg = drawBadge(BADGE, look);
  expect(svg).toContain('role="img" aria-labelledby="title" aria-describedby="states"');
  expect(svg).toContain('<title id="title">Ada Stone on Hairline, as of 27 November 2026</title>');
  expect(svg).toContain(
    "Understands hair loss: self-declared. Authorised: checked. Sterile environment: expired. " +
      "Enthusiastic about SMP: none provided. Track record: being checked. Trained by the best: not required here.",
  );
  for (const state of Object.values(BADGE.states)) expect(svg).toContain(`class="dot ${state}"`);
});

test("it has colours for both lights, or for the one that was asked for", () => {
  const styles = (theme: "auto" | "light" | "dark") =>
    /<style>(.*)<\/style>/.exec(drawBadge(BADGE, { size: "wide", theme }))?.[1];
  expect(styles("auto")).toContain("@media (prefers-color-scheme:dark)");
  expect(styles("light")).not.toContain("@media");
  expect(styles("dark")).not.toContain("@media");
  expect(styles("light")).not.toBe(styles("dark"));
});

test("X-03 a hostile name is text in the picture and in the code to copy, and the picture stays well formed", () => {
  const svg = drawBadge({ ...BADGE, name: HOSTILE }, WIDE);
  expect(svg).not.toContain("<script");
  expect(svg).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;");
  expect([...svg].every((letter) => letter >= " " && !/[\ufffe\uffff]|\p{Cs}/u.test(letter))).toBe(true);
  const snippet = badgeSnippet("https://hairline.example", { slug: "ada", name: `"><script>'&` }, SMALL);
  expect(snippet).toBe(
    '<a href="https://hairline.example/technicians/ada"><img src="https://hairline.example/technicians/ada/badge.svg?size=small&amp;theme=light" ' +
      `width="212" height="76" alt="What is checked about &quot;&gt;&lt;script&gt;'&amp; on Hairline"></a>`,
  );
});

test("it needs nothing from anywhere: no address but that of the format", () => {
  expect(drawBadge(BADGE, WIDE).match(/https?:[^"]*|url\(|@import|href|src=/g)).toEqual(["http://www.w3.org/2000/svg"]);
});

test("it marks listings that nobody keeps, and invented ones", () => {
  const svg = drawBadge({ ...BADGE, isUnclaimed: true, isSample: true }, SMALL);
  expect(svg).toContain('<title id="title">Ada Stone on Hairline, unclaimed listing, sample, invented, as of');
});
