import { describe, expect, it, test } from "vitest";
import {
  CLAIM_STATUSES,
  claimStatusesBefore,
  formatClaimCode,
  keeperAnswer,
  nextClaimStatus,
  normaliseClaimCode,
  OPEN_CLAIM_STATUSES,
} from "#app/domain/technicians/listing-claim.ts";
import type { ClaimEvent, ClaimStatus } from "#app/domain/technicians/listing-claim.ts";

const EVENTS: ClaimEvent[] = ["prove", "prove_contested", "withdraw", "grant", "refuse", "lose", "lapse"];
const POSSIBLE: [ClaimStatus, ClaimEvent, ClaimStatus][] = [
  ["awaiting_code", "prove", "granted"],
  ["awaiting_code", "prove_contested", "awaiting_moderator"],
  ["awaiting_code", "withdraw", "withdrawn"],
  ["awaiting_code", "refuse", "refused"],
  ["awaiting_code", "lose", "refused"],
  ["awaiting_code", "lapse", "lapsed"],
  ["awaiting_moderator", "grant", "granted"],
  ["awaiting_moderator", "refuse", "refused"],
  ["awaiting_moderator", "withdraw", "withdrawn"],
  ["awaiting_moderator", "lose", "refused"],
];

test("Z-06 a claim moves by the table and in no other way", () => {
  const found = CLAIM_STATUSES.flatMap((from) =>
    EVENTS.flatMap((event) => {
      const to = nextClaimStatus(from, event);
      return to === null ? [] : [[from, event, to]];
    }),
  );
  expect(found.sort()).toEqual([...POSSIBLE].sort());
  expect(claimStatusesBefore("withdraw")).toEqual([...OPEN_CLAIM_STATUSES]);
});

const NOW = new Date("2026-11-27T12:00:00Z");
const later = new Date("2026-12-01T12:00:00Z");
it.each([
  ["nobody keeps the profile", { objectBy: null, objection: null }, "not_asked"],
  ["there is time left", { objectBy: later, objection: null }, "awaited"],
  ["the time is over", { objectBy: NOW, objection: null }, "silent"],
  ["they objected", { objectBy: later, objection: "It is mine." }, "objected"],
  ["they objected and the time is over", { objectBy: NOW, objection: "It is mine." }, "objected"],
  ["they agreed", { objectBy: later, objection: "" }, "agreed"],
] as const)("where %s", (_, asked, answer) => expect(keeperAnswer(asked, NOW)).toBe(answer));

describe("a code that was read out", () => {
  it.each([
    ["48217730", "48217730"],
    [" 4821 7730 ", "48217730"],
    ["4821-7730", "48217730"],
    ["4821–77.30", "48217730"],
    ["４８２１７７３０", "48217730"],
    ["4821773", null],
    ["482177301", null],
    ["4821773O", null],
    ["", null],
  ])("typed as %j is %j", (typed, code) => expect(normaliseClaimCode(typed)).toBe(code));
  it("is shown in two groups", () => expect(formatClaimCode("48217730")).toBe("4821 7730"));
});
