import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { forgetTurns, reportLimitFailures, takeTurn, takeTurns } from "#app/platform/durable-limits.server.ts";
import { emptyDatabase } from "../../tests/support/database.ts";

beforeEach(() => emptyDatabase());

describe("A-05 R-01 limits in the database", () => {
  test("allow as many turns as agreed, then say how long to wait, for this one only", async () => {
    for (let turn = 0; turn < 3; turn++) expect(await takeTurn("reset", "ada")).toEqual({ allowed: true });
    const refused = await takeTurn("reset", "ada");
    expect(refused).toMatchObject({ allowed: false });
    if (!refused.allowed) expect(refused.retryAfterSeconds).toBeGreaterThan(3_500);
    expect(await takeTurn("reset", "bo")).toEqual({ allowed: true });
    expect(await takeTurn("resend", "ada")).toEqual({ allowed: true });
  });

  test("count turns taken at the same moment one by one", async () => {
    const turns = await Promise.all(Array.from({ length: 30 }, () => takeTurn("totp", "ada")));
    expect(turns.filter(({ allowed }) => allowed)).toHaveLength(5);
  });

  test("are the same for every process: another one's turns count", async () => {
    await takeTurn("reset", "ada");
    await db().rateLimit.updateMany({ data: { points: 3 } });
    expect(await takeTurn("reset", "ada")).toMatchObject({ allowed: false });
  });

  test("begin anew when their time is over, or when the turns are forgotten", async () => {
    for (let turn = 0; turn < 4; turn++) await takeTurn("reset", "ada");
    await db().rateLimit.updateMany({ data: { expire: new Date(Date.now() - 1) } });
    expect(await takeTurn("reset", "ada")).toEqual({ allowed: true });
    for (let turn = 0; turn < 4; turn++) await takeTurn("reset", "ada");
    await forgetTurns("reset", "ada");
    expect(await takeTurn("reset", "ada")).toEqual({ allowed: true });
  });

  test("count nothing after the one that refuses", async () => {
    for (let turn = 0; turn < 5; turn++) {
      await takeTurns([
        ["reset", "ada"],
        ["mail_links_all", "all"],
      ]);
    }
    expect(await db().rateLimit.findUnique({ where: { key: "mail_links_all:all" } })).toMatchObject({ points: 3 });
  });

  test("are closed when counting fails, and the failure is told", async () => {
    const told = vi.fn();
    reportLimitFailures(told);
    const broken = vi.spyOn(db().rateLimit, "upsert").mockRejectedValue(new Error("no database"));
    expect(await takeTurn("sign_in", "ada")).toEqual({ allowed: false, retryAfterSeconds: 30 });
    expect(told).toHaveBeenCalledWith(new Error("no database"), "sign_in");
    broken.mockRestore();
    reportLimitFailures(() => undefined);
  });
});
