import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readAuditFilter } from "#app/domain/moderation/audit-filter.ts";
import { exportAudit } from "#app/domain/moderation/export-audit.server.ts";
import { AUDIT_ROWS_PER_PAGE, listAudit } from "#app/domain/moderation/list-audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";

const moderator = userRow({ displayName: "Robin", roles: ["moderator"] });
const client = userRow({ displayName: "Private name" });
const filterOf = (query: string) => readAuditFilter(new URLSearchParams(query)).filter;

async function write(actorId: string | null, action: string, subjectId: string = randomUUID(), at = new Date()) {
  const entry = { actorId, action, subjectKind: action.split("_")[0] ?? "", subjectId };
  await db().auditEvent.create({ data: { ...entry, at, previousHash: "", hash: "" } });
  return subjectId;
}

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [moderator, client] });
});

describe("the page of the record", () => {
  test("names moderators and nobody else", async () => {
    await write(moderator.id, "review_decided");
    await write(client.id, "review_submitted");
    await write(null, "report_sent");
    const { lines } = await listAudit(filterOf(""), null);
    expect(lines.map(({ actorId, moderatorName }) => [actorId, moderatorName])).toEqual([
      [null, null],
      [client.id, null],
      [moderator.id, "Robin"],
    ]);
    expect(JSON.stringify(lines)).not.toContain("Private name");
  });

  test.each([
    ["from=2026-03-01&to=2026-03-01", ["review_decided"]],
    ["action=report_", ["report_sent"]],
    ["subject=review", ["review_decided"]],
    [`actor=${moderator.id}`, ["review_decided"]],
    ["subject=0199aaaa-0000-7000-8000-000000000001", ["report_sent"]],
    ["from=2026-03-02&action=review_", []],
  ])("%s finds what it says", async (query, expected) => {
    await write(moderator.id, "review_decided", randomUUID(), new Date("2026-03-01T23:59:59.999Z"));
    await write(null, "report_sent", "0199aaaa-0000-7000-8000-000000000001", new Date("2026-03-02T00:00:00Z"));
    const { lines } = await listAudit(filterOf(query), null);
    expect(lines.map(({ action }) => action)).toEqual(expected);
  });

  test("has pages that meet without a gap, also while rows are added", async () => {
    for (let at = 0; at < AUDIT_ROWS_PER_PAGE + 3; at += 1) await write(null, "report_sent", `report-${at}`);
    const first = await listAudit(filterOf(""), null);
    await write(null, "report_sent", "newer");
    const second = await listAudit(filterOf(""), BigInt(first.olderBefore ?? 0));
    const ids = [...first.lines, ...second.lines].map(({ subjectId }) => subjectId);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, at) => `report-${AUDIT_ROWS_PER_PAGE + 2 - at}`));
    expect([ids.length, second.olderBefore]).toEqual([AUDIT_ROWS_PER_PAGE + 3, null]);
  });
});

async function textOf(format: "csv" | "jsonl", query = ""): Promise<string> {
  let text = "";
  for await (const part of await exportAudit({ userId: moderator.id }, format, filterOf(query))) text += part;
  return text;
}

describe("the export", () => {
  test("L-01 is a row of the record itself, and in the file", async () => {
    await write(null, "report_sent");
    const rows = (await textOf("jsonl"))
      .trim()
      .split("\n")
      .map((line) => z.looseObject({ action: z.string() }).parse(JSON.parse(line)));
    expect(rows.map(({ action }) => action)).toEqual(["report_sent", "audit_exported"]);
    const kept = await db().auditEvent.findFirst({ where: { action: "audit_exported" } });
    expect(kept).toMatchObject({ actorId: moderator.id, subjectId: "jsonl" });
    expect(rows.at(-1)).toMatchObject({ hash: kept?.hash, sequence: String(kept?.sequence) });
  });

  test("can't be had without being recorded", async () => {
    const nobody = { userId: "no account" };
    await expect(exportAudit(nobody, "csv", filterOf(""))).rejects.toThrow();
  });

  test("V-07 holds no cell that a spreadsheet would run", async () => {
    await write(null, "report_sent", '=HYPERLINK("https://evil.example";"a, b")');
    const text = await textOf("csv");
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    const [heads, first] = parse(text);
    expect(heads?.[5]).toBe("subjectId");
    expect(first?.[5]).toBe(`'=HYPERLINK("https://evil.example";"a, b")`);
  });

  test("gives all rows of the filter in order, over more than one batch", async () => {
    const entries = Array.from({ length: 2_100 }, (_, at) => ({
      actorId: null,
      action: at % 2 === 0 ? "review_decided" : "report_sent",
      subjectKind: "x",
      subjectId: String(at),
      previousHash: "",
      hash: "",
    }));
    await db().auditEvent.createMany({ data: entries });
    const rows = parse(await textOf("csv", "action=review_"));
    expect(rows.slice(1).map((row) => row[5])).toEqual(Array.from({ length: 1_050 }, (_, at) => String(at * 2)));
  });
});
