import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CRITERIA, CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";
import { describeProfile } from "#app/domain/profiles/describe-profile.ts";
import { MissingTechnician, nameFromSlug } from "#app/domain/profiles/missing-technician.tsx";
import { EMPTY_REVIEW_PAGE } from "#app/domain/reviews/to-review-page.ts";
import type { ProfileView } from "#app/domain/profiles/register-words.ts";
import { EMPTY_PROFILE } from "../../../tests/support/empty-profile.ts";
import { ProfileScreen } from "#app/domain/profiles/profile-screen.tsx";

const EMPTY: ProfileView = {
  ...EMPTY_PROFILE,
  registers: [],
  said: { response: "Too few enquiries to say", invitations: "" },
};

const shown = (overrides: Partial<ProfileView> = {}) =>
  renderToStaticMarkup(<ProfileScreen profile={{ ...EMPTY, ...overrides }} reviews={EMPTY_REVIEW_PAGE} />);

const UNCLAIMED: Partial<ProfileView> = {
  status: "unclaimed",
  listing: { source: "toronto-bodysafe", record: "1", snapshotOn: "2025-03-08" },
  registers: [
    { source: "toronto-bodysafe", title: "Toronto BodySafe register", isList: false, credit: null, url: null },
  ],
};

describe("a profile page", () => {
  it("has a section for each criterion and says None provided where nothing is", () => {
    const html = shown();
    for (const criterion of CRITERION_KEYS) {
      expect(html).toContain(`<section id="${criterion}"`);
      expect(html).toContain(CRITERIA[criterion].title);
    }
    expect(html.match(/none provided/gi)?.length).toBeGreaterThanOrEqual(12);
  });

  it("every link within the page leads to something on it", () => {
    for (const html of [shown(), shown(UNCLAIMED)]) {
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(targets.length).toBeGreaterThan(2);
      for (const target of targets) expect(ids).toContain(target);
    }
  });

  it("has one main heading, and never skips a level", () => {
    for (const html of [shown(), shown(UNCLAIMED)]) {
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    }
  });

  it("C-02: carries no style attribute and no script", () => {
    expect(shown()).not.toMatch(/ style=|<script/);
  });

  it("shows declared prices beside what clients say they paid, each with its figures", () => {
    const html = shown({
      priceBands: [
        {
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
          deposit: 10_000,
          confirmedOn: "2026-01-15",
        },
      ],
      pricesPaid: [
        { treatment: "crown", currency: "GBP", low: 110_000, median: 130_000, high: 160_000, count: 7 },
        { treatment: "hairline", currency: "EUR", low: 90_000, median: 90_000, high: 90_000, count: 1 },
      ],
    });
    for (const words of [
      "Norwood 2 to 3",
      "£1,200 to £1,500",
      "3 sessions",
      "top-up within 12 months",
      "15 January 2026",
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain("£1,100 to £1,600, half of them £1,300 or less (7 reviews)");
    expect(html).toContain("€900 (1 review)");
  });

  it("an inspection that was not passed is said at the top", () => {
    const inspection = {
      inspectedOn: "2024-03-03",
      outcome: "conditional_pass" as const,
      services: [],
      premisesName: "Studio",
      source: "toronto-bodysafe",
      sourceRecord: "1",
      snapshotOn: "2025-03-08",
      isSample: false,
      infractions: [],
    };
    expect(shown({ inspections: [inspection] })).toContain("Latest inspection, 3 March 2024: conditional pass.");
    expect(shown({ inspections: [{ ...inspection, outcome: "pass" }] })).not.toContain("Latest inspection");
  });
});

describe("an unclaimed listing", () => {
  it("says what it is and leaves out what only a technician could tell", () => {
    const html = shown(UNCLAIMED);
    expect(html).toContain(
      "Listed from a public register (Toronto BodySafe register, as of 8 March 2025), not claimed.",
    );
    for (const section of ["understanding", "dedication", "portfolio", "prices"]) {
      expect(html).not.toContain(`<section id="${section}"`);
    }
  });

  it("never looks like a technician's profile in search results", () => {
    expect(describeProfile({ ...EMPTY, ...UNCLAIMED }).title).toBe("Ana Reyes: unclaimed listing | Hairline");
  });
});

describe("an address without a technician", () => {
  it("offers a search that already holds what the address said", () => {
    const html = renderToStaticMarkup(<MissingTechnician slug="ana-reyes" />);
    expect(html).toContain('value="ana reyes"');
    expect(html).toContain('action="/technicians"');
  });

  it("makes nothing of an address that is no name", () => {
    expect(nameFromSlug('"><script>%00')).toBe("script 00");
    expect(nameFromSlug("x".repeat(500))).toHaveLength(60);
  });
});
