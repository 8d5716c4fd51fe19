import { describe, expect, it } from "vitest";
import { photoCaption } from "#app/domain/portfolio/case-card.tsx";
import { groupCases, resultAge, scaleLabel, stageOfCase } from "#app/domain/portfolio/portfolio-case.ts";
import type { PhotoStage } from "#app/domain/media/photo.ts";

function caseOf(title: string, ...stages: PhotoStage[]) {
  return { title, photos: stages.map((stage) => ({ stage })) };
}

describe("a portfolio case", () => {
  it("is as old as its oldest result, whatever the order of its pictures", () => {
    expect(stageOfCase(caseOf("", "before", "fresh", "settled", "healed"))).toBe("settled");
    expect(stageOfCase(caseOf("", "aged", "before"))).toBe("aged");
  });

  it("without a result has no age", () => {
    expect(stageOfCase(caseOf("", "before"))).toBeNull();
    expect(stageOfCase(caseOf(""))).toBeNull();
  });

  it("stands in one group only, oldest results first, and empty groups are left out", () => {
    const cases = [
      caseOf("a", "before", "fresh"),
      caseOf("b", "fresh", "aged"),
      caseOf("c", "fresh"),
      caseOf("d", "before"),
    ];
    const groups = groupCases(cases).map((group) => [group.stage, group.cases.map(({ title }) => title)]);
    expect(groups).toEqual([
      ["aged", ["b"]],
      ["fresh", ["a", "c"]],
    ]);
  });
});

describe("words for a case", () => {
  it.each([
    [0, "0 days"],
    [1, "1 day"],
    [27, "27 days"],
    [60, "60 days"],
    [61, "2 months"],
    [183, "6 months"],
    [730, "23 months"],
    [731, "2 years"],
    [1100, "3 years"],
  ])("%i days after the last session is %s", (days, words) => {
    expect(resultAge(days)).toBe(words);
  });

  it("a scale reads as a band or a single step, and as nothing where there is none", () => {
    expect(scaleLabel("norwood", 3, 4)).toBe("Norwood 3 to 4");
    expect(scaleLabel("ludwig", 2, 2)).toBe("Ludwig 2");
    expect(scaleLabel("norwood", 5)).toBe("Norwood 5");
    expect(scaleLabel("none", null)).toBeNull();
  });

  it("a sample picture says so in its caption, once", () => {
    const photo = { stage: "healed" as const, daysSinceLastSession: 45, caption: null };
    expect(photoCaption(photo, true)).toBe("Healed, 45 days. Sample illustration");
    expect(photoCaption({ ...photo, caption: "Sample illustration." }, true)).toBe(
      "Healed, 45 days. Sample illustration",
    );
    expect(photoCaption({ ...photo, stage: "before", daysSinceLastSession: null }, false)).toBe("Before");
  });
});
