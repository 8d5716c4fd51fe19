import { expect, test } from "vitest";
import { differenceHash, hashDistance } from "#app/domain/media/perceptual-hash.ts";
import { photoSrcSet, photoUrl, stageOf } from "#app/domain/media/photo.ts";

test.each([
  [-1, "before"],
  [0, "fresh"],
  [27, "fresh"],
  [28, "healed"],
  [182, "healed"],
  [183, "settled"],
  [729, "settled"],
  [730, "aged"],
  [4000, "aged"],
])("%i days after the last session a result is %s", (days, stage) => {
  expect(stageOf(days)).toBe(stage);
});

test("a photo of unknown width is offered in all widths", () => {
  expect(photoSrcSet("k")).toBe("/media/k/320.webp 320w, /media/k/640.webp 640w, /media/k/960.webp 960w");
});

test.each([
  [100, "/media/k/320.webp 100w"],
  [320, "/media/k/320.webp 320w"],
  [500, "/media/k/320.webp 320w, /media/k/640.webp 500w"],
  [960, "/media/k/320.webp 320w, /media/k/640.webp 640w, /media/k/960.webp 960w"],
])("a photo %i pixels wide is not announced as wider", (width, expected) => {
  expect(photoSrcSet("k", width)).toBe(expected);
});

test("photos are addressed by key and width", () => {
  expect(photoUrl("abc", 640)).toBe("/media/abc/640.webp");
});

test("a picture that brightens to the left in every row hashes to all ones, to the right to all zeros", () => {
  const falling = Array.from({ length: 72 }, (_, index) => 200 - (index % 9) * 10);
  expect(differenceHash(falling)).toBe("ffffffffffffffff");
  expect(differenceHash(falling.map((value) => 255 - value))).toBe("0000000000000000");
});

test("a hash of another grid is refused", () => {
  expect(() => differenceHash([1, 2, 3])).toThrow("9 x 8");
});

test.each([
  ["0000000000000000", "ffffffffffffffff", 64],
  ["00000000000000ff", "00000000000000fe", 1],
  ["abcdef0123456789", "abcdef0123456789", 0],
])("hashes %s and %s differ in %i bits", (one, other, bits) => {
  expect(hashDistance(one, other)).toBe(bits);
});
