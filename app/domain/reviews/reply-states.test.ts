import { expect, it } from "vitest";
import { nextReplyStatus } from "#app/domain/reviews/reply-states.ts";
import { ADDITION_STATUSES } from "#app/domain/reviews/addition-states.ts";
import type { AdditionEvent } from "#app/domain/reviews/addition-states.ts";

const EVENTS: AdditionEvent[] = ["submit", "withdraw", "approve", "request_changes", "reject", "remove"];

it("only what is listed happens to a reply", () => {
  const possible = ADDITION_STATUSES.flatMap((status) =>
    EVENTS.flatMap((event) => {
      const next = nextReplyStatus(status, event);
      return next === null ? [] : [`${status} -${event}-> ${next}`];
    }),
  );
  expect(possible).toEqual([
    "draft -submit-> pending",
    "draft -withdraw-> withdrawn",
    "pending -submit-> pending",
    "pending -withdraw-> withdrawn",
    "pending -approve-> published",
    "pending -request_changes-> changes_requested",
    "pending -reject-> rejected",
    "published -withdraw-> withdrawn",
    "published -remove-> removed",
    "changes_requested -submit-> pending",
    "changes_requested -withdraw-> withdrawn",
    "withdrawn -submit-> pending",
  ]);
});

it("a published reply can't be rewritten without a moderator seeing it", () => {
  expect(nextReplyStatus("published", "submit")).toBeNull();
});
