import { describe, expect, it } from "vitest";
import { compareFace, compareProfiles, countRows, onlyDifferences } from "#app/domain/profiles/compare-profiles.ts";
import type { CompareCell } from "#app/domain/profiles/compare-profiles.ts";
import type { Profile, ProfileCase, ProfileEvidence } from "#app/domain/profiles/profile.ts";
import { EMPTY_PROFILE } from "../../../tests/support/empty-profile.ts";

const EVIDENCE: ProfileEvidence = {
  id: "1",
  criterion: "authorization",
  kind: "authorization",
  status: "verified",
  isExpiring: false,
  issuedOn: null,
  expiresOn: "2027-03-03",
  noExpiryReason: null,
  source: "Public register",
  sourceUrl: null,
  checkedOn: "2026-03-03",
  checkedBy: "Mara",
  title: "Licence, Wales",
  details: [
    { label: "Held by", value: "the technician" },
    { label: "Authority", value: "Cardiff Council" },
    { label: "Number", value: "SP-77" },
    { label: "Renewal", value: "Every three years" },
  ],
  isNotRequired: false,
};

const PRICE = {
  treatment: "crown",
  scale: "norwood",
  bandFrom: 2,
  bandTo: 3,
  amountFrom: 120_000,
  amountTo: 150_000,
  currency: "GBP",
  sessionsIncluded: 3,
  topUpIncluded: true,
  topUpWithinMonths: 12,
  deposit: null,
  confirmedOn: "2026-01-15",
} as const;

const PHOTO = { width: 800, height: 600, placeholderColour: "#997755", alt: "Hair", caption: null };

function caseOf(...stages: ["before" | "fresh" | "healed" | "aged", key: string][]): ProfileCase {
  return {
    id: stages.map(([, key]) => key).join(),
    title: "Crown",
    treatment: "crown",
    concern: "thinning",
    skinType: null,
    scale: "none",
    scaleBand: null,
    sessions: null,
    isSameLight: true,
    isSameAngle: true,
    isUnedited: true,
    checkedOn: null,
    isSample: false,
    photos: stages.map(([stage, key]) => ({ ...PHOTO, stage, key, daysSinceLastSession: null })),
  };
}

/** The row of a label for a profile beside an empty one. */
function rowOf(label: string, ...profiles: Partial<Profile>[]) {
  const groups = compareProfiles(profiles.map((profile) => ({ ...EMPTY_PROFILE, ...profile })));
  const rows = groups.flatMap((group) => group.rows).filter((row) => row.label === label);
  expect(rows, label).toHaveLength(1);
  const [row] = rows;
  return { isDifferent: row?.isDifferent, cells: row?.cells.map(wordsOf) };
}

function wordsOf({ blocks }: CompareCell): string[] {
  const piece = (one: (typeof blocks)[number][number][number]) =>
    typeof one === "string" ? one : "day" in one ? one.day : `${one.amount} ${one.currency}`;
  return blocks.flatMap((block) => block.map((line) => line.map(piece).join("")));
}

const RATED = {
  ...EMPTY_PROFILE.rating,
  count: 7,
  mean: 4.25,
  subRatings: { understanding: 5, sterile: null, dedication: 4.5, portfolio: 4 },
  subRatingAnswers: { understanding: 6, sterile: 0, dedication: 1, portfolio: 7 },
  recommendCount: 5,
  recommendAnswers: 6,
};

describe("each fact of two profiles, the second of which says nothing", () => {
  it.each<[label: string, profile: Partial<Profile>, known: string[], unknown: string]>([
    ["Practising SMP since", { practisingSince: 2014 }, ["2014 (self-declared)"], "None provided"],
    ["Share of work that is SMP", { smpShare: 80 }, ["80 % (self-declared)"], "None provided"],
    ["Own hair loss", { hasOwnHairLoss: false }, ["No (self-declared)"], "None provided"],
    ["Languages", { languages: ["en", "cy"] }, ["English, cy"], "None provided"],
    ["Profile last confirmed", { lastConfirmedOn: "2026-10-01" }, ["2026-10-01"], "Not known"],
    ["Statement in their own words", { understandingStatement: "I know it." }, ["On the profile"], "None provided"],
    ["Crown", { treatments: ["crown"] }, ["Offered"], "None provided"],
    ["Thinning hair", { concerns: ["thinning"] }, ["Works with it"], "None provided"],
    ["Skin types (Fitzpatrick)", { skinTypes: [1, 4] }, ["1, 4"], "None provided"],
    ["Crown: declared", { priceBands: [PRICE] }, ["Norwood 2 to 3: 120000 GBP to 150000 GBP"], "None provided"],
    ["Aged, 24 months or more", { cases: [caseOf(["before", "a"], ["aged", "b"])] }, ["1 case"], "None provided"],
    ["Fresh, under 28 days", { cases: [caseOf(["before", "a"], ["aged", "b"])] }, ["None"], "None provided"],
    ["Mean of reviews", { rating: RATED }, ["4.3 out of 5 (7 reviews)"], "No reviews yet"],
    ["“Clean and hygienic”", { rating: RATED }, ["Not rated yet"], "Not rated yet"],
    ["“Explained and cared”", { rating: RATED }, ["4.5 out of 5 (1 answer)"], "Not rated yet"],
    ["Would recommend", { rating: RATED }, ["5 of 6 clients"], "Nobody has answered yet"],
  ])("%s", (label, profile, known, unknown) => {
    const { isDifferent, cells } = rowOf(label, profile, {});
    expect(cells).toEqual([known, [unknown]]);
    expect(isDifferent).toBe(known.join() !== unknown);
  });

  it("evidence names its source, when it was checked and until when it holds", () => {
    expect(rowOf("Licences and registrations", { evidence: [EVIDENCE] }, {}).cells).toEqual([
      [
        "Licence, Wales",
        "Held by: the technician",
        "Authority: Cardiff Council",
        "Number: SP-77",
        "Source: Public register",
        "Checked on 2026-03-03",
        "Expires on 2027-03-03",
      ],
      ["None provided"],
    ]);
  });

  it.each<[string, Partial<ProfileEvidence>, string[]]>([
    ["expired", { status: "expired" }, ["Checked on 2026-03-03", "Expired on 2027-03-03"]],
    [
      "in check",
      { status: "in_check", expiresOn: null, noExpiryReason: "unknown" },
      ["Being checked", "Expiry unknown"],
    ],
    ["declared", { status: "declared", checkedOn: null }, ["Self-declared, not checked", "Expires on 2027-03-03"]],
    [
      "without an end",
      { expiresOn: null, noExpiryReason: "none_under_regime" },
      ["Checked on 2026-03-03", "No expiry under this regime"],
    ],
    ["not required", { isNotRequired: true, expiresOn: null, noExpiryReason: "unknown" }, ["Checked on 2026-03-03"]],
  ])("evidence that is %s says so", (_name, overrides, words) => {
    const { cells } = rowOf("Licences and registrations", { evidence: [{ ...EVIDENCE, ...overrides }] }, {});
    expect(cells?.[0]?.slice(cells[0].indexOf("Source: Public register") + 1)).toEqual(words);
  });

  it("two facts stand in a cell, and it says how many more there are", () => {
    const evidence = ["1", "2", "3", "4"].map((id) => ({ ...EVIDENCE, id }));
    const [cell = []] = rowOf("Licences and registrations", { evidence }, {}).cells ?? [];
    expect(cell.filter((line) => line === "Licence, Wales")).toHaveLength(2);
    expect(cell.at(-1)).toBe("and 2 more facts on the profile");
  });

  it("what clients paid is a median only where there are enough of them", () => {
    const paid = { treatment: "crown", currency: "GBP", low: 100, median: 200, high: 300 } as const;
    const { cells } = rowOf(
      "Crown: clients say they paid",
      { pricesPaid: [{ ...paid, count: 3 }] },
      { pricesPaid: [{ ...paid, count: 2 }] },
      { priceBands: [PRICE] },
    );
    expect(cells).toEqual([
      ["Median 200 GBP (3 reviews)"],
      ["100 GBP to 300 GBP (2 reviews)"],
      ["No review names a price"],
    ]);
  });

  it("few reviews say that they are few", () => {
    const rating = { ...RATED, count: 4 };
    expect(rowOf("Mean of reviews", { rating }, {}).cells?.[0]).toEqual(["4.3 out of 5 (4 reviews, few reviews)"]);
  });

  it("an inspection has its outcome, day, place and source", () => {
    const inspection = {
      inspectedOn: "2024-02-03",
      outcome: "conditional_pass" as const,
      services: [],
      premisesName: "Ink and Water",
      source: "toronto-bodysafe",
      sourceRecord: "1",
      snapshotOn: "2025-03-08",
      isSample: false,
      infractions: [],
    };
    expect(rowOf("Latest inspection", { inspections: [inspection] }, {}).cells).toEqual([
      ["Conditional pass", "2024-02-03", "Ink and Water", "Source: Toronto BodySafe register"],
      ["None on record here"],
    ]);
  });
});

describe("what is not known", () => {
  it("differs from what is left out: who names other treatments does not name this one", () => {
    const { cells } = rowOf("Crown", { treatments: ["crown"] }, { treatments: ["hairline"] }, {});
    expect(cells).toEqual([["Offered"], ["Not named"], ["None provided"]]);
  });

  it("never leaves a cell empty, and is no difference between two who both say nothing", () => {
    const groups = compareProfiles([EMPTY_PROFILE, { ...EMPTY_PROFILE, slug: "b", name: "Ben" }]);
    expect(groups.map(({ title }) => title)).toEqual([
      "At a glance",
      "The six criteria",
      "Treatments",
      "Works with",
      "Prices",
      "Results shown, by age",
      "Official inspections",
      "Reviews",
    ]);
    for (const { cells } of groups.flatMap((group) => group.rows)) {
      for (const cell of cells) expect(wordsOf(cell).join("")).not.toBe("");
    }
    expect(countRows(groups).different).toBe(0);
    expect(onlyDifferences(groups)).toEqual([]);
  });
});

describe("differences", () => {
  const others = [{ smpShare: 80 }, { smpShare: 80 }, { smpShare: 70 }];

  it("one that differs is enough, and the same for all is none", () => {
    expect(rowOf("Share of work that is SMP", ...others).isDifferent).toBe(true);
    expect(rowOf("Share of work that is SMP", ...others.slice(0, 2)).isDifferent).toBe(false);
  });

  it("only the rows that differ are left, in their groups, with the cells of everybody", () => {
    const groups = compareProfiles(others.map((one) => ({ ...EMPTY_PROFILE, ...one })));
    const left = onlyDifferences(groups);
    expect(left.map(({ title, rows }) => [title, rows.map(({ label }) => label)])).toEqual([
      ["At a glance", ["Share of work that is SMP"]],
    ]);
    expect(left[0]?.rows[0]?.cells).toHaveLength(3);
    expect(countRows(groups).different).toBe(1);
  });

  it("the states of the criteria carry their mark and differ with it", () => {
    const checked = { ...EMPTY_PROFILE, states: { ...EMPTY_PROFILE.states, sterile: "checked" as const } };
    const groups = compareProfiles([checked, EMPTY_PROFILE]);
    const row = groups.flatMap(({ rows }) => rows).find(({ label }) => label === "Sterile environment");
    expect(row?.isDifferent).toBe(true);
    expect(row?.cells.map(({ state }) => state)).toEqual(["checked", "none_provided"]);
  });
});

describe("the picture beside a name", () => {
  it.each<[string, ProfileCase[], string | null]>([
    ["is none without a result", [caseOf(["before", "a"])], null],
    [
      "is a healed or older result before a fresh one",
      [caseOf(["fresh", "a"]), caseOf(["before", "b"], ["healed", "c"])],
      "c",
    ],
    ["is a fresh one where there is no other", [caseOf(["before", "a"], ["fresh", "b"])], "b"],
  ])("%s", (_name, cases, key) => {
    expect(compareFace({ cases })?.key ?? null).toBe(key);
  });
});
