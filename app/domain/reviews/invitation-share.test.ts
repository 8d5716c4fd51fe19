import { describe, expect, it } from "vitest";
import { invitationShare, invitationShareWords, shareMonths } from "#app/domain/reviews/invitation-share.ts";

const month = (declared: number | null, invited = 0, treatedHere = 0) => ({
  month: "2026-06-01",
  declared,
  treatedHere,
  invited,
});

describe("the share of treated clients who were invited", () => {
  it.each([
    ["no month at all", [], { percent: null, invited: 0, treated: 0, months: 0 }],
    ["no count", [month(null, 9, 3)], { percent: null, invited: 0, treated: 0, months: 0 }],
    ["a month without clients", [month(0)], { percent: null, invited: 0, treated: 0, months: 1 }],
    ["half of them", [month(10, 5)], { percent: 50, invited: 5, treated: 10, months: 1 }],
    ["none of them", [month(10)], { percent: 0, invited: 0, treated: 10, months: 1 }],
    ["rounded", [month(3, 1)], { percent: 33, invited: 1, treated: 3, months: 1 }],
    ["more invitations than clients", [month(2, 50)], { percent: 100, invited: 50, treated: 2, months: 1 }],
    ["more treated here than told", [month(1, 2, 4)], { percent: 50, invited: 2, treated: 4, months: 1 }],
    [
      "one month told, another not: the other's invitations don't count",
      [month(4, 1), month(null, 40, 2)],
      { percent: 25, invited: 1, treated: 4, months: 1 },
    ],
    ["two months", [month(4, 1), month(6, 9)], { percent: 100, invited: 10, treated: 10, months: 2 }],
  ])("%s", (_what, months, expected) => {
    expect(invitationShare(months)).toEqual(expected);
  });

  it.each([
    [{ percent: null, months: 0 }, "Does not say how many clients are invited to review."],
    [{ percent: 62, months: 12 }, "Invites 62 % of treated clients to review (self-declared count, last 12 months)."],
    [
      { percent: 0, months: 3 },
      "Invites 0 % of treated clients to review (self-declared count, 3 of the last 12 months).",
    ],
  ])("%j in words", (share, words) => {
    expect(invitationShareWords(share)).toBe(words);
  });

  it("counts from this month back, over the turn of the year", () => {
    const months = shareMonths(new Date("2026-02-28T23:59:59Z"));
    expect(months).toHaveLength(12);
    expect(months.slice(0, 3)).toEqual(["2026-02-01", "2026-01-01", "2025-12-01"]);
    expect(months.at(-1)).toBe("2025-03-01");
  });
});
