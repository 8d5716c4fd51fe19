import { moved } from "#app/domain/portfolio/move-in-order.ts";
import type { Move } from "#app/domain/portfolio/move-in-order.ts";
import { ownCases } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * Moves a case one place up or down among those that are not withdrawn. All of them are held meanwhile, in one order, so
 * that several moves at once come one after the other. False for what is not there or somebody else's.
 */
export async function moveCase(keeper: PortfolioKeeper, caseId: string, move: Move): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "PortfolioCase"
      WHERE "technicianId" = ${keeper.technicianId}::uuid ORDER BY id FOR UPDATE`;
    const rows = await tx.portfolioCase.findMany({
      where: { ...ownCases(keeper), status: { not: "withdrawn" } },
      orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      select: { id: true, position: true },
    });
    const ids = rows.map(({ id }) => id);
    if (!ids.includes(caseId)) return false;
    const order = moved(ids, caseId, move);
    for (const [position, id] of order.entries()) {
      if (rows.find((row) => row.id === id)?.position !== position) {
        await tx.portfolioCase.updateMany({ where: { id, ...ownCases(keeper) }, data: { position } });
      }
    }
    const entry = { actorId: keeper.userId, action: "portfolio_case_moved", subjectKind: "portfolio_case" };
    await recordAudit({ ...entry, subjectId: caseId }, tx);
    return true;
  });
}
