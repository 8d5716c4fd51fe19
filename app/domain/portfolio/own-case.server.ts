import { CHANGEABLE_CASES } from "#app/domain/portfolio/case-states.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/** Whoever keeps the profile that a portfolio belongs to. */
export type PortfolioKeeper = Pick<Viewer, "userId"> & { technicianId: string };

/** Cases of one's own profile: goes into the `where` of every query about them (Z-03). */
export function ownCases({ userId, technicianId }: PortfolioKeeper) {
  return { technicianId, technician: { ownerId: userId } } satisfies Prisma.PortfolioCaseWhereInput;
}

/** Pictures of one's own cases. */
export function ownCasePhoto(keeper: PortfolioKeeper, photoId: string) {
  return { id: photoId, portfolioCase: ownCases(keeper) } satisfies Prisma.PhotoWhereInput;
}

/** The same, as long as their case can be changed. */
export function ownChangeablePhoto(keeper: PortfolioKeeper, photoId: string) {
  return {
    id: photoId,
    portfolioCase: { ...ownCases(keeper), status: { in: CHANGEABLE_CASES } },
  } satisfies Prisma.PhotoWhereInput;
}

/**
 * Holds the case until the end of the transaction. Everything that adds or changes pictures, gives or takes back
 * consent, hands in or decides does this first: of two at once the second sees what the first did.
 */
export async function lockCase(caseId: string, tx: Db): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "PortfolioCase" WHERE id = ${caseId}::uuid FOR UPDATE`;
}

/** Why something about a picture was refused: not there or somebody else's, or its case is no draft. */
export async function whyNotChangeable(
  keeper: PortfolioKeeper,
  photoId: string,
  tx: Db,
): Promise<"not_found" | "closed"> {
  return (await tx.photo.count({ where: ownCasePhoto(keeper, photoId) })) > 0 ? "closed" : "not_found";
}
