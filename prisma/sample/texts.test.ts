import { describe, expect, test } from "vitest";
import { makeSample } from "./make-sample.ts";
import { textKey } from "./write-review.ts";

const sample = makeSample(new Date("2026-11-22T15:20:00Z"));
const texts: string[] = [
  ...sample.reviews.flatMap(({ title, text }) => [title ?? "", text ?? ""]),
  ...sample.followUps.map(({ text }) => text ?? ""),
  ...sample.replies.map(({ text }) => text),
  ...sample.technicians.flatMap(({ bio, understandingStatement, dedicationStatement }) => [
    bio ?? "",
    understandingStatement ?? "",
    dedicationStatement ?? "",
  ]),
  ...sample.treatmentWords.map(({ words }) => words),
  ...sample.answers.flatMap(({ question, answer }) => [question, answer]),
  ...sample.cases.map(({ title }) => title),
  ...sample.photos.map(({ row }) => row.caption ?? ""),
  ...sample.messages.map(({ text }) => text),
  ...sample.briefs.map(({ wishes }) => wishes ?? ""),
  ...sample.reports.map(({ explanation }) => explanation),
  ...sample.appeals.map(({ text }) => text),
];

/** Runs of four words: what two texts that read alike have in common. */
function shingles(text: string): Set<string> {
  const words = textKey(text).split(" ");
  return new Set(
    words.length < 4
      ? [words.join(" ")]
      : words.slice(3).map((_word, index) => words.slice(index, index + 4).join(" ")),
  );
}

/** How many of the texts share more than 60 % of their runs with an earlier one. */
function countNearDuplicates(list: readonly string[]): number {
  const sets = list.map(shingles);
  const holders = new Map<string, number[]>();
  let near = 0;
  sets.forEach((set, index) => {
    const shared = new Map<number, number>();
    for (const run of set) {
      const earlier = holders.get(run) ?? [];
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      earlier.push(index);
      holders.set(run, earlier);
    }
    const isNear = [...shared].some(([other, count]) => count / (set.size + (sets[other]?.size ?? 0) - count) > 0.6);
    if (isNear) near += 1;
  });
  return near;
}

describe("sample texts", { timeout: 60_000 }, () => {
  test("no two reviews, follow-ups or replies read the same", () => {
    for (const rows of [sample.reviews, sample.followUps, sample.replies]) {
      const keys = rows.map(({ text }) => textKey(text ?? ""));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test("near-duplicates among the reviews are rarer than 2 in 100", () => {
    expect(countNearDuplicates(sample.reviews.map(({ text }) => text ?? ""))).toBeLessThan(
      sample.reviews.length * 0.02,
    );
  });

  test("a technician's own words are not anybody else's", () => {
    const bios = sample.technicians.map(({ bio }) => textKey(bio ?? "")).filter((bio) => bio !== "");
    expect(new Set(bios).size).toBe(bios.length);
  });

  test("reviews run from a few words to several paragraphs", () => {
    const lengths = sample.reviews.map(({ text }) => (text ?? "").length).sort((a, b) => a - b);
    expect(lengths.at(Math.floor(lengths.length * 0.1))).toBeLessThan(80);
    expect(lengths.at(Math.floor(lengths.length * 0.9))).toBeGreaterThan(350);
    expect(sample.reviews.filter(({ text }) => (text ?? "").includes("\n\n")).length).toBeGreaterThan(250);
  });

  test("words that promise too much, filler and markup of the sentence banks never appear", () => {
    const forbidden =
      /\b(perfect\w*|flawless\w*|cures?|cured|miracle|lorem|ipsum|best in the world|undefined|null)\b|[{}|[\]]|\bNaN\b/i;
    expect(texts.filter((text) => forbidden.test(text))).toEqual([]);
  });

  test("sentences are tidy: no double spaces, no blank before a stop, no doubled stops", () => {
    expect(texts.filter((text) => / {2}| [.,;!?]|[.,;]{2}|,\.|\.,/.test(text))).toEqual([]);
  });

  test("no reply says more about a client's health than the review did", () => {
    const health = /alopecia|chemo|cancer|oncolog|vitiligo|dermatit|psoriasis|medication/i;
    expect(sample.replies.filter(({ text }) => health.test(text))).toEqual([]);
  });

  test("a price named in a text is the price that was paid", () => {
    for (const { text, pricePaid } of sample.reviews) {
      const named = /[£$€]([\d,]+)/.exec(text ?? "")?.[1];
      if (named !== undefined) expect(Number(named.replaceAll(",", "")) * 100).toBe(pricePaid);
    }
  });
});
