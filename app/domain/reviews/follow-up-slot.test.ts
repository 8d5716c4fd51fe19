import { expect, test } from "vitest";
import { chooseSlot } from "#app/domain/reviews/follow-up-slot.ts";

const SESSION = new Date("2026-01-15");
const at = (day: string) => new Date(`${day}T12:00:00Z`);

test("before the first month, or without the day of the session, nothing can be written", () => {
  expect(chooseSlot(SESSION, [], at("2026-02-14"))).toEqual({ kind: "early" });
  expect(chooseSlot(null, [], at("2027-01-01"))).toEqual({ kind: "early" });
});

test("a new follow-up stands for the month whose window is open", () => {
  expect(chooseSlot(SESSION, [], at("2026-02-15"))).toEqual({ kind: "write", month: 1, existing: null });
  expect(chooseSlot(SESSION, [], at("2027-03-01"))).toEqual({ kind: "write", month: 12, existing: null });
});

test("one a month: after it was sent there is nothing to write until the next window opens", () => {
  const sent = { month: 1, status: "pending" as const };
  expect(chooseSlot(SESSION, [sent], at("2026-03-01"))).toEqual({ kind: "sent", month: 1, existing: sent });
  expect(chooseSlot(SESSION, [sent], at("2026-07-15"))).toEqual({ kind: "write", month: 6, existing: null });
});

test.each(["published", "rejected", "removed", "withdrawn"] as const)(
  "one that is %s is not written anew",
  (status) => {
    expect(chooseSlot(SESSION, [{ month: 6, status }], at("2026-08-01")).kind).toBe("sent");
  },
);

test("a draft is gone on with, also when its month is over", () => {
  const draft = { month: 1, status: "draft" as const };
  expect(chooseSlot(SESSION, [draft], at("2026-03-01"))).toEqual({ kind: "write", month: 1, existing: draft });
  expect(chooseSlot(SESSION, [draft], at("2026-08-01"))).toEqual({ kind: "write", month: 6, existing: draft });
});

test("one that was sent back for changes comes first and keeps its month", () => {
  const sentBack = { month: 1, status: "changes_requested" as const };
  const draft = { month: 6, status: "draft" as const };
  const slot = chooseSlot(SESSION, [draft, sentBack], at("2026-08-01"));
  expect(slot).toEqual({ kind: "write", month: 1, existing: sentBack });
});
