import { expect, test } from "vitest";
import { followUpStatusesBefore, nextFollowUpStatus } from "#app/domain/reviews/follow-up-states.ts";
import { ADDITION_STATUSES } from "#app/domain/reviews/addition-states.ts";
import type { AdditionEvent } from "#app/domain/reviews/addition-states.ts";

const EVENTS: AdditionEvent[] = ["submit", "withdraw", "approve", "request_changes", "reject", "remove"];

test("allows these steps and no other", () => {
  const steps = ADDITION_STATUSES.flatMap((status) =>
    EVENTS.flatMap((event) => {
      const next = nextFollowUpStatus(status, event);
      return next === null ? [] : [`${status} ${event} ${next}`];
    }),
  );
  expect(steps).toEqual([
    "draft submit pending",
    "draft withdraw withdrawn",
    "pending withdraw withdrawn",
    "pending approve published",
    "pending request_changes changes_requested",
    "pending reject rejected",
    "published withdraw withdrawn",
    "published remove removed",
    "changes_requested submit pending",
    "changes_requested withdraw withdrawn",
  ]);
});

test("names the states in which an event is possible", () => {
  expect(followUpStatusesBefore("submit")).toEqual(["draft", "changes_requested"]);
  expect(followUpStatusesBefore("approve")).toEqual(["pending"]);
});
