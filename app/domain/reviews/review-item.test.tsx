import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ReviewItem } from "#app/domain/reviews/review-item.tsx";
import { ReviewList } from "#app/domain/reviews/review-list.tsx";
import type { PublicReview } from "#app/domain/reviews/review.ts";
import { EMPTY_REVIEW_PAGE } from "#app/domain/reviews/to-review-page.ts";

const REVIEW: PublicReview = {
  id: "r1",
  authorName: "Sam",
  overall: 4,
  overallNow: null,
  subRatings: { understanding: 4, sterile: 5, dedication: null, portfolio: 3 },
  wouldRecommend: true,
  needleOpened: false,
  treatment: "crown",
  concern: null,
  sessions: 3,
  pricePaid: { amount: 120_000, currency: "GBP" },
  lastSessionOn: "2026-01-02",
  stage: "healed",
  title: "Careful work",
  text: "Line one\nline two",
  proofLevel: "confirmed",
  isIncentivised: false,
  incentiveNote: null,
  relationship: "none",
  redactionReason: null,
  isUnderInvestigation: false,
  isSample: false,
  publishedOn: "2026-03-03",
  photos: [],
  followUps: [],
  reply: null,
};

const shown = (overrides: Partial<PublicReview> = {}) =>
  renderToStaticMarkup(<ReviewItem review={{ ...REVIEW, ...overrides }} technicianName="Ana Reyes" />);

describe("a review on the page", () => {
  it("says who the author is to the technician, and what a moderator took out", () => {
    expect(shown()).not.toMatch(/The author is|Shortened/);
    expect(shown({ relationship: "friend_or_family" })).toContain(
      "The author is a friend or relative of the technician.",
    );
    const cut = shown({ redactionReason: "personal_data", text: "I saw [removed by a moderator: personal data]." });
    expect(cut).toContain("Shortened by a moderator: Names or personal details of somebody.");
    expect(cut).toContain("[removed by a moderator: personal data]");
  });

  it("carries its stars in words, its proof, its price and the age of the result", () => {
    const html = shown();
    for (const words of [
      "out of 5",
      "Visit confirmed",
      "£1,200",
      "Healed result when written",
      "3 March 2026",
      "Sam",
    ]) {
      expect(html).toContain(words);
    }
  });

  it("leaves out what its author did not answer", () => {
    expect(shown()).not.toContain("Explained and cared");
    expect(shown({ pricePaid: null, concern: null })).not.toContain("Price paid");
  });

  it("shows both ratings when a follow-up changed them", () => {
    const html = shown({ overallNow: 2 });
    expect(html).toContain("<b>2.0</b>");
    expect(html).toContain("4 out of 5 at first");
  });

  it("stays visible under investigation, with a note", () => {
    const html = shown({ isUnderInvestigation: true });
    expect(html).toContain("being looked into");
    expect(html).toContain("Line one");
    expect(shown()).not.toContain("being looked into");
  });

  it("says when its author was given something for it", () => {
    expect(shown({ isIncentivised: true, incentiveNote: "a free top-up" })).toContain("a free top-up");
  });

  it("has its follow-ups and the reply in one thread", () => {
    const html = shown({
      followUps: [
        {
          id: "f1",
          month: 12,
          stage: "settled",
          isStillAsWanted: false,
          wouldDoAgain: null,
          hadTopUp: true,
          overall: 2,
          text: "It faded.",
          publishedOn: "2026-06-06",
          photos: [],
        },
      ],
      reply: { text: "Please come in.", publishedOn: "2026-06-10" },
    });
    for (const words of ["After 12 months", "No longer as wanted", "Had a top-up", "Now 2 out of 5", "It faded."]) {
      expect(html).toContain(words);
    }
    expect(html.indexOf("It faded.")).toBeLessThan(html.indexOf("Reply from Ana Reyes"));
  });

  it("V-02: markup in a review stays text", () => {
    expect(shown({ title: "<script>alert(1)</script>", text: "<b onclick=x>" })).not.toMatch(/<script|<b onclick/);
  });
});

describe("a list without reviews", () => {
  it("says that this speaks neither for nor against, and offers no filters", () => {
    const html = renderToStaticMarkup(
      <ReviewList
        page={{ ...EMPTY_REVIEW_PAGE, tombstones: [{ closedOn: "2026-03-03", reason: "promotional" }] }}
        path="/technicians/ana"
        technicianName="Ana"
      />,
    );
    expect(html).toContain("No reviews yet");
    expect(html).not.toContain("<form");
    expect(html).toContain("Removed on 3 March 2026: advertising");
  });
});
