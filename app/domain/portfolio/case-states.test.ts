import { expect, test } from "vitest";
import {
  CASE_STATUSES,
  caseStatusesBefore,
  CHANGEABLE_CASES,
  nextCaseStatus,
} from "#app/domain/portfolio/case-states.ts";
import type { CaseEvent } from "#app/domain/portfolio/case-states.ts";

const POSSIBLE: Record<CaseEvent, Partial<Record<string, string>>> = {
  submit: { draft: "submitted", changes_requested: "submitted" },
  take_back: { submitted: "draft" },
  reopen: { published: "draft" },
  publish: { submitted: "published" },
  request_changes: { submitted: "changes_requested" },
  reject: { submitted: "rejected" },
  withdraw: {
    draft: "withdrawn",
    submitted: "withdrawn",
    published: "withdrawn",
    changes_requested: "withdrawn",
    rejected: "withdrawn",
  },
};
const EVENTS: CaseEvent[] = ["submit", "take_back", "reopen", "publish", "request_changes", "reject", "withdraw"];

test.each(EVENTS)("F-13 %s is possible where it is said to be and nowhere else", (event) => {
  for (const status of CASE_STATUSES) {
    expect([status, nextCaseStatus(status, event)]).toEqual([status, POSSIBLE[event][status] ?? null]);
  }
  expect(caseStatusesBefore(event)).toEqual(CASE_STATUSES.filter((status) => status in POSSIBLE[event]));
});

test("a case is changed only before it is handed in, or once it was sent back", () => {
  expect(CHANGEABLE_CASES).toEqual(["draft", "changes_requested"]);
});
