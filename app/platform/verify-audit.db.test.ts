import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit } from "#app/platform/audit.server.ts";
import { checkNewestAudit, checkWholeAudit, findAuditStanding } from "#app/platform/check-audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { verifyAudit } from "#app/platform/verify-audit.server.ts";
import { emptyDatabase } from "../../tests/support/database.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const entry = (at: number) => ({
  actorId: at % 2 === 0 ? randomUUID() : null,
  action: "review_decided",
  subjectKind: "review",
  subjectId: `${at} – ünïcode`,
  fromState: "pending",
  toState: at % 3 === 0 ? null : "published",
  requestId: at % 5 === 0 ? "request" : null,
});

async function write(count: number): Promise<bigint[]> {
  for (let at = 0; at < count; at += 1) await db().$transaction((tx) => recordAudit(entry(at), tx));
  const rows = await db().auditEvent.findMany({ orderBy: { sequence: "asc" }, select: { sequence: true } });
  return rows.map((row) => row.sequence);
}

/** What only the owner of the tables can do: the guard is taken away, something is changed, the guard is put back. */
async function tamper(change: (tx: Pick<ReturnType<typeof db>, "$executeRaw">) => Promise<unknown>): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`;
    await change(tx);
    await tx.$executeRaw`ALTER TABLE "AuditEvent" ENABLE TRIGGER ALL`;
  });
}

beforeEach(emptyDatabase);

describe("L-01 the chain of the audit record", () => {
  test("holds when nobody touched it, over more rows than one batch", async () => {
    expect(await verifyAudit()).toEqual({ rowCount: 0, last: null, broken: null });
    const entries = Array.from({ length: 2_300 }, (_, at) => ({ ...entry(at), previousHash: "", hash: "" }));
    await db().auditEvent.createMany({ data: entries });
    const { rowCount, last, broken } = await verifyAudit();
    expect([rowCount, broken]).toEqual([2_300, null]);
    expect(last).toEqual(
      await db().auditEvent.findFirst({ orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } }),
    );
  });

  test("is one chain whoever writes at once, also when some give up", async () => {
    const writers = Array.from({ length: 50 }, (_, at) =>
      db()
        .$transaction(
          async (tx) => {
            await recordAudit(entry(at), tx);
            if (at % 10 === 7) throw new Error("given up");
          },
          { maxWait: 20_000, timeout: 20_000 },
        )
        .catch((error: unknown) => expect(String(error)).toContain("given up")),
    );
    await Promise.all(writers);
    const rows = await db().auditEvent.findMany({ orderBy: { sequence: "asc" } });
    expect(rows).toHaveLength(45);
    expect(rows.map((row) => row.previousHash)).toEqual(["", ...rows.slice(0, -1).map((row) => row.hash)]);
    expect(await verifyAudit()).toMatchObject({ rowCount: 45, broken: null });
  });

  test("can't be changed by way of the application", async () => {
    await write(2);
    await expect(db().auditEvent.updateMany({ data: { reason: "none" } })).rejects.toThrow(/append-only/);
    await expect(db().auditEvent.deleteMany()).rejects.toThrow(/append-only/);
    await expect(db().auditCheck.deleteMany()).resolves.toEqual({ count: 0 });
  });

  test.each(["action", "subjectId", "fromState", "actorId", "at"])("shows a changed %s", async (column) => {
    const sequences = await write(5);
    const row = await db().auditEvent.findUniqueOrThrow({ where: { sequence: sequences[2] ?? 0n } });
    const changed = { action: "forged", subjectId: "x", fromState: "y", actorId: randomUUID(), at: new Date(0) };
    const next = { ...row, [column]: changed[column as keyof typeof changed] };
    await tamper(
      (tx) => tx.$executeRaw`
        UPDATE "AuditEvent" SET action = ${next.action}, "subjectId" = ${next.subjectId}, "fromState" = ${next.fromState},
          "actorId" = ${next.actorId}::uuid, at = ${next.at} WHERE sequence = ${row.sequence}`,
    );
    const { broken, last } = await verifyAudit();
    expect(broken).toEqual({ sequence: row.sequence, problem: "changed" });
    expect(last?.sequence).toBe(sequences[1]);
  });

  test("shows a row that was taken out, and a row whose hash was made to fit its new content", async () => {
    const sequences = await write(6);
    await tamper((tx) => tx.$executeRaw`DELETE FROM "AuditEvent" WHERE sequence = ${sequences[1]}`);
    expect((await verifyAudit()).broken).toEqual({ sequence: sequences[2], problem: "out_of_chain" });
    await tamper((tx) => tx.$executeRaw`UPDATE "AuditEvent" SET hash = 'made up' WHERE sequence = ${sequences[0]}`);
    expect((await verifyAudit()).broken).toEqual({ sequence: sequences[0], problem: "changed" });
  });

  test("shows that its end was cut off or written anew since the last look", async () => {
    const sequences = await write(4);
    await checkNewestAudit(NOW);
    expect(await findAuditStanding()).toEqual({ checkedAt: NOW, lastSequence: sequences[3], broken: null });
    await tamper((tx) => tx.$executeRaw`DELETE FROM "AuditEvent" WHERE sequence >= ${sequences[2]}`);
    // By itself the rest is a whole chain.
    expect((await verifyAudit()).broken).toBeNull();
    expect((await checkWholeAudit(NOW)).broken).toEqual({ sequence: sequences[3], problem: "anchor_lost" });
    await expect(checkNewestAudit(NOW)).rejects.toThrow(`broken at row ${sequences[3]}`);
    const standing = await findAuditStanding();
    expect(standing?.broken).toMatchObject({ sequence: sequences[3] });
  });

  test("is looked at from where it held last, and a broken part stays news", async () => {
    await write(3);
    await checkNewestAudit(NOW);
    const sequences = await write(3);
    await checkNewestAudit(NOW);
    const checks = await db().auditCheck.findMany({ orderBy: { id: "asc" }, select: { rowCount: true } });
    expect(checks.map(({ rowCount }) => rowCount)).toEqual([3, 3]);
    await write(2);
    await tamper(
      (tx) => tx.$executeRaw`UPDATE "AuditEvent" SET action = 'forged' WHERE sequence > ${sequences.at(-1)}`,
    );
    await expect(checkNewestAudit(NOW)).rejects.toThrow(/content is not what it was/);
    await expect(checkNewestAudit(NOW)).rejects.toThrow(/content is not what it was/);
  });
});
