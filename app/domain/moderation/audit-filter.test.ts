import { expect, test } from "vitest";
import { auditQuery, readAuditFilter, readBefore } from "#app/domain/moderation/audit-filter.ts";

const GOOD = "from=2026-01-02&to=2026-02-03&action=review_&actor=0199aaaa-0000-7000-8000-000000000001&subject=review";

test("a filter comes back from its own query", () => {
  const { filter, ignored } = readAuditFilter(new URLSearchParams(GOOD));
  expect(ignored).toEqual([]);
  expect(auditQuery(filter).toString()).toBe(GOOD);
});

test.each([
  ["from", "2026-02-31x"],
  ["from", "0001-01-01"],
  ["to", "soon"],
  ["action", "a%"],
  ["action", "' OR 1=1"],
  ["actor", "somebody"],
  ["subject", "a b"],
])("V-01 %s=%s is left out and named", (field, value) => {
  const { filter, ignored } = readAuditFilter(new URLSearchParams([[field, value]]));
  expect(ignored).toEqual([field]);
  expect(auditQuery(filter).toString()).toBe("");
});

test.each(["", "0", "-1", "1e3", "9".repeat(19), "x"])("%j is no row to start before", (text) => {
  expect(readBefore(new URLSearchParams({ before: text }))).toBeNull();
});
