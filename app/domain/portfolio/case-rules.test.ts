import { describe, expect, test } from "vitest";
import { caseGaps } from "#app/domain/portfolio/case-gaps.ts";
import { caseWarnings } from "#app/domain/portfolio/case-warnings.ts";
import { ageOfCasePhoto } from "#app/domain/portfolio/case-photo-age.ts";
import { consentStateOf } from "#app/domain/portfolio/consent-state.ts";
import { isSameMailbox } from "#app/domain/portfolio/same-mailbox.ts";
import { moved } from "#app/domain/portfolio/move-in-order.ts";

const NOW = new Date("2026-06-01T12:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("what a case still needs", () => {
  const before = { stage: "before" as const };
  const result = { stage: "healed" as const };
  const whole = { lastSessionOn: day("2026-01-01"), photos: [before, result], consent: "given" as const };
  test.each([
    ["nothing", whole, []],
    [
      "everything",
      { lastSessionOn: null, photos: [], consent: "not_asked" as const },
      ["last_session", "before", "result", "consent"],
    ],
    ["a picture from before", { ...whole, photos: [result] }, ["before"]],
    ["a result", { ...whole, photos: [before, before] }, ["result"]],
    ["the date", { ...whole, lastSessionOn: null }, ["last_session"]],
    ["a new yes", { ...whole, consent: "pictures_changed" as const }, ["consent"]],
    ["a yes", { ...whole, consent: "waiting" as const }, ["consent"]],
  ])("%s", (_, given, gaps) => expect(caseGaps(given)).toEqual(gaps));
});

describe("P-02 consent", () => {
  const asked = { expiresAt: day("2026-07-01"), confirmedAt: null, declinedAt: null, withdrawnAt: null };
  const yes = { ...asked, confirmedAt: NOW };
  test.each([
    ["not_asked", { photoIds: ["a"], consentedPhotoIds: [], request: null }],
    ["waiting", { photoIds: ["a"], consentedPhotoIds: [], request: asked }],
    ["given", { photoIds: ["a", "b"], consentedPhotoIds: ["b", "a", "gone"], request: yes }],
    ["pictures_changed", { photoIds: ["a", "new"], consentedPhotoIds: ["a"], request: yes }],
    ["not_given", { photoIds: ["a"], consentedPhotoIds: [], request: { ...asked, declinedAt: NOW } }],
    ["not_given", { photoIds: ["a"], consentedPhotoIds: [], request: { ...asked, expiresAt: NOW } }],
    ["taken_back", { photoIds: ["a"], consentedPhotoIds: ["a"], request: { ...yes, withdrawnAt: NOW } }],
    ["not_asked", { photoIds: [], consentedPhotoIds: [], request: null }],
  ])("is %s", (state, facts) => expect(consentStateOf(facts, NOW)).toBe(state));
});

describe("the age of a picture", () => {
  const last = day("2026-03-01");
  test.each([
    [
      { isBefore: true, takenOn: null, lastSessionOn: null },
      { ok: true, value: { stage: "before", daysSinceLastSession: null } },
    ],
    [
      { isBefore: false, takenOn: day("2026-03-31"), lastSessionOn: last },
      { ok: true, value: { stage: "healed", daysSinceLastSession: 30 } },
    ],
    [
      { isBefore: false, takenOn: last, lastSessionOn: last },
      { ok: true, value: { stage: "fresh", daysSinceLastSession: 0 } },
    ],
    [
      { isBefore: false, takenOn: null, lastSessionOn: last },
      { ok: false, reason: "no_date" },
    ],
    [
      { isBefore: false, takenOn: day("2026-03-31"), lastSessionOn: null },
      { ok: false, reason: "no_last_session" },
    ],
    [
      { isBefore: false, takenOn: day("2026-02-01"), lastSessionOn: last },
      { ok: false, reason: "before_last_session" },
    ],
    [
      { isBefore: false, takenOn: day("2026-06-04"), lastSessionOn: last },
      { ok: false, reason: "future_date" },
    ],
    [
      { isBefore: true, takenOn: day("2026-06-04"), lastSessionOn: last },
      { ok: false, reason: "future_date" },
    ],
  ])("%j", (dates, outcome) => expect(ageOfCasePhoto(dates, NOW)).toEqual(outcome));
});

describe("dates that can't be right", () => {
  const last = day("2026-03-01");
  const photo = (stage: "before" | "fresh" | "healed", takenOn: Date | null, days: number | null) => ({
    stage,
    takenOn,
    daysSinceLastSession: days,
  });
  test("are told to the moderator", () => {
    const fine = [photo("before", null, null), photo("healed", day("2026-04-01"), 31)];
    expect(caseWarnings({ lastSessionOn: last, photos: fine })).toEqual([]);
    expect(caseWarnings({ lastSessionOn: last, photos: [photo("before", day("2026-05-01"), null), ...fine] })).toEqual([
      "before_after_session",
    ]);
    expect(caseWarnings({ lastSessionOn: last, photos: [photo("fresh", last, 0)] })).toEqual(["only_fresh"]);
    expect(caseWarnings({ lastSessionOn: last, photos: [photo("healed", day("2026-02-01"), 31)] })).toEqual([
      "result_before_session",
    ]);
    expect(caseWarnings({ lastSessionOn: last, photos: [photo("healed", day("2026-03-05"), 31)] })).toEqual([
      "healed_too_young",
    ]);
  });
});

test("an address with a tag or other capitals is the same mailbox", () => {
  expect(isSameMailbox("ada@example.org", "ada+client@example.org")).toBe(true);
  expect(isSameMailbox("Ada@Example.org", "ada@example.org")).toBe(true);
  expect(isSameMailbox("ada@example.org", "ben@example.org")).toBe(false);
});

test("moving changes places with the neighbour, and nothing at the ends", () => {
  expect(moved(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], "a", "up")).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "b", "down")).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "z", "down")).toEqual(["a", "b"]);
});
