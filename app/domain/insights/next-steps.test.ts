import { expect, test } from "vitest";
import { nextSteps } from "#app/domain/insights/next-steps.ts";
import type { StudioFacts } from "#app/domain/insights/next-steps.ts";

const TODAY = "2026-11-27";
/** Nothing to do. */
const COMPLETE: StudioFacts = {
  isPublished: true,
  unansweredEnquiries: 0,
  needsBetterCopy: 0,
  hasAuthorisationEvidence: true,
  expiredEvidence: 0,
  expiringEvidence: 0,
  portfolioCases: 1,
  priceBands: 1,
  reviewsWithoutReply: 0,
  confirmedOn: "2026-11-01",
  lastInvitedOn: "2026-11-01",
};
const stepsOf = (facts: Partial<StudioFacts>) => nextSteps({ ...COMPLETE, ...facts }, TODAY).map(({ key }) => key);

test("a profile with everything has nothing to do", () => expect(stepsOf({})).toEqual([]));

test.each<[Partial<StudioFacts>, string[]]>([
  [{ isPublished: false }, ["publish"]],
  [{ unansweredEnquiries: 1 }, ["enquiries"]],
  [{ needsBetterCopy: 2 }, ["better_copy"]],
  [{ expiredEvidence: 1 }, ["expired"]],
  [{ expiringEvidence: 1 }, ["expiring"]],
  [{ hasAuthorisationEvidence: false }, ["authorisation"]],
  [{ portfolioCases: 0 }, ["portfolio"]],
  [{ priceBands: 0 }, ["prices"]],
  [{ reviewsWithoutReply: 1 }, ["replies"]],
  [{ lastInvitedOn: null }, ["invitations"]],
  [{ lastInvitedOn: "2026-08-28" }, []],
  [{ lastInvitedOn: "2026-08-27" }, ["invitations"]],
  [{ confirmedOn: "2026-05-27" }, []],
  [{ confirmedOn: "2026-05-26" }, ["confirm"]],
  // Nobody to invite or answer before there is a profile to see.
  [{ isPublished: false, lastInvitedOn: null, confirmedOn: null, reviewsWithoutReply: 3 }, ["publish"]],
])("%o asks for %j", (facts, keys) => expect(stepsOf(facts)).toEqual(keys));

test("what is most pressing comes first", () => {
  const everything: StudioFacts = {
    isPublished: true,
    unansweredEnquiries: 1,
    needsBetterCopy: 1,
    hasAuthorisationEvidence: false,
    expiredEvidence: 1,
    expiringEvidence: 1,
    portfolioCases: 0,
    priceBands: 0,
    reviewsWithoutReply: 1,
    confirmedOn: "2025-11-01",
    lastInvitedOn: null,
  };
  expect(stepsOf(everything)).toEqual([
    "enquiries",
    "better_copy",
    "expired",
    "expiring",
    "authorisation",
    "portfolio",
    "prices",
    "replies",
    "invitations",
    "confirm",
  ]);
  for (const { title, why, href } of nextSteps(everything, TODAY)) {
    expect(title).not.toBe("");
    expect(why).toMatch(/^[A-Z].*[^.]\.$/);
    expect(href).toMatch(/^\/studio\//);
  }
});

test("numbers have their words", () => {
  const title = (unansweredEnquiries: number) => nextSteps({ ...COMPLETE, unansweredEnquiries }, TODAY)[0]?.title;
  expect([title(1), title(2)]).toEqual(["Answer 1 enquiry", "Answer 2 enquiries"]);
});
