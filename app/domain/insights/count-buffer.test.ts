import { expect, test } from "vitest";
import { CountBuffer } from "#app/domain/insights/count-buffer.ts";
import type { Counted } from "#app/domain/insights/count-buffer.ts";

const view = (more: Partial<Counted> = {}): Counted => ({
  slug: "ada",
  day: "2026-11-27",
  kind: "profile_view",
  session: null,
  count: 1,
  ...more,
});

test("what is alike is one counter; other days, kinds, profiles and sessions are others", () => {
  const buffer = new CountBuffer();
  for (const one of [view(), view(), view({ day: "2026-11-28" }), view({ kind: "shortlist" }), view({ slug: "bo" })])
    buffer.add(one);
  buffer.add(view({ session: "s" }));
  expect(buffer.take().map(({ count }) => count)).toEqual([2, 1, 1, 1, 1]);
  expect(buffer.take()).toEqual([]);
});

test("what is put back adds up with what came meanwhile", () => {
  const buffer = new CountBuffer();
  buffer.add(view({ count: 3 }));
  const taken = buffer.take();
  buffer.add(view());
  buffer.putBack(taken);
  expect(buffer.take()).toEqual([view({ count: 4 })]);
});

test("R-07 memory is bounded: a full buffer goes on with what it knows and says how much it could not take", () => {
  const buffer = new CountBuffer(2);
  for (const slug of ["ada", "bo", "cy", "cy", "ada"]) buffer.add(view({ slug }));
  expect(buffer.takeLost()).toBe(2);
  expect(buffer.takeLost()).toBe(0);
  expect(buffer.take().map(({ slug, count }) => [slug, count])).toEqual([
    ["ada", 2],
    ["bo", 1],
  ]);
});
