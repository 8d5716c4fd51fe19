import { describe, expect, it } from "vitest";
import { likeness, plainText, shareFoundIn, shinglesOf } from "#app/domain/reviews/signals/compare-texts.ts";
import { findNearIdentical } from "#app/domain/reviews/signals/find-near-identical.ts";

const TEXT =
  "Three sessions over a month. The room was clean, the needle was opened in front of me, and the hairline looks like mine did at thirty.";
const OTHER =
  "I went in for my scar. It took longer than planned and one part had to be done again, but a year later nobody sees it any more.";
const find = (text: string, others: string[], ownCopy: string[] = []) =>
  findNearIdentical({ text, others: others.map((words, index) => ({ id: `review-${index}`, text: words })), ownCopy });

describe("nearly the same words", () => {
  it.each([
    ["the same text", TEXT],
    ["other capitals, marks and accents", TEXT.toUpperCase().replaceAll(",", " -").replace("needle", "néedle")],
    ["one word changed", TEXT.replace("clean", "tidy")],
    ["a sentence added", `${TEXT} I would go again.`],
    ["the sentences in another order", TEXT.split(". ").reverse().join(". ")],
  ])("are found: %s", (_, other) => {
    expect(find(TEXT, [OTHER, other])).toMatchObject({ kind: "near_identical", relatedIds: ["review-1"] });
  });

  it.each([
    ["a review of something else", OTHER],
    ["nothing at all", ""],
    [
      "the same beginning only",
      "Three sessions over a month. After that I never heard from them again, and the colour turned blue within half a year.",
    ],
  ])("are not found: %s", (_, other) => {
    expect(find(TEXT, [other])).toBeNull();
  });

  it("short praise is alike by chance and says nothing", () => {
    expect(find("Great work, very happy!", ["Great work, very happy!"])).toBeNull();
  });

  it("the technician's own words are found inside a longer text", () => {
    const bio = `I have worked with scalps since 2012. ${TEXT} Call in for a talk.`;
    expect(find(TEXT, [], [bio])?.detail).toContain("what the technician wrote");
    expect(find(TEXT, [], [OTHER])).toBeNull();
  });

  it("names the nearest first and counts them", () => {
    const signal = find(TEXT, [TEXT.replace("clean", "tidy"), OTHER, TEXT]);
    expect(signal?.relatedIds).toEqual(["review-2", "review-0"]);
    expect(signal?.detail).toContain("2 other reviews");
  });
});

it("texts are compared by their letters and digits", () => {
  expect(plainText("  Ça va -- 3 sessions!\n")).toBe("ca va 3 sessions");
  expect(likeness(shinglesOf("hairline"), shinglesOf("HAIRLINE"))).toBe(1);
  expect(likeness(shinglesOf(""), shinglesOf(""))).toBe(0);
  expect(shareFoundIn(shinglesOf(""), shinglesOf("hairline"))).toBe(0);
});
