import { stageOf } from "#app/domain/media/photo.ts";
import { MOST_CASES } from "#app/domain/portfolio/case-bounds.ts";
import type { CaseWords } from "#app/domain/portfolio/case-schema.ts";
import { CHANGEABLE_CASES } from "#app/domain/portfolio/case-states.ts";
import { lockCase, ownCases } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Only the columns that its technician may write, each by name (Z-06). */
function columnsOf(words: CaseWords) {
  const { title, treatment, concern, scale, isSameLight, isSameAngle, isUnedited } = words;
  return {
    title,
    treatment,
    concern,
    scale,
    isSameLight,
    isSameAngle,
    isUnedited,
    skinType: words.skinType ?? null,
    scaleBand: words.scaleBand ?? null,
    sessions: words.sessions ?? null,
    lastSessionOn: words.lastSessionOn ?? null,
  };
}

/** Adds a case as a draft, after the others. */
export async function createCase(
  keeper: PortfolioKeeper,
  words: CaseWords,
  now: Date,
): Promise<Result<{ id: string }, "not_found" | "too_many">> {
  return db().$transaction(async (tx) => {
    // Holds the profile, so that many at once are counted one after the other.
    const mine = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Technician"
      WHERE id = ${keeper.technicianId}::uuid AND "ownerId" = ${keeper.userId}::uuid FOR UPDATE`;
    if (mine.length === 0) return refuse("not_found");
    const others = await tx.portfolioCase.aggregate({
      where: { ...ownCases(keeper), status: { not: "withdrawn" } },
      _count: true,
      _max: { position: true },
    });
    if (others._count >= MOST_CASES) return refuse("too_many");
    const { id } = await tx.portfolioCase.create({
      data: {
        ...columnsOf(words),
        technicianId: keeper.technicianId,
        position: (others._max.position ?? -1) + 1,
        createdAt: now,
      },
      select: { id: true },
    });
    const entry = { actorId: keeper.userId, action: "portfolio_case_created", subjectKind: "portfolio_case" };
    await recordAudit({ ...entry, subjectId: id, toState: "draft" }, tx);
    return ok({ id });
  });
}

/**
 * Changes the words of a draft, or of a case that was sent back. The ages of its pictures are counted again from the
 * date of the last session. `changed`: it was changed or handed in since this version was read.
 */
export async function changeCase(
  keeper: PortfolioKeeper,
  caseId: string,
  { version, ...words }: CaseWords & { version: number },
): Promise<Result<null, "not_found" | "closed" | "changed" | "needs_last_session">> {
  return db().$transaction(async (tx) => {
    await lockCase(caseId, tx);
    const found = await tx.portfolioCase.findFirst({
      where: { id: caseId, ...ownCases(keeper) },
      select: { status: true, photos: { select: { stage: true } } },
    });
    if (!found) return refuse("not_found");
    if (!CHANGEABLE_CASES.includes(found.status)) return refuse("closed");
    const columns = columnsOf(words);
    if (columns.lastSessionOn === null && found.photos.some(({ stage }) => stage !== "before")) {
      return refuse("needs_last_session");
    }
    const { count } = await tx.portfolioCase.updateMany({
      where: { id: caseId, ...ownCases(keeper), status: found.status, version },
      data: { ...columns, version: { increment: 1 } },
    });
    if (count !== 1) return refuse("changed");
    if (columns.lastSessionOn !== null) await countAgesAgain(caseId, columns.lastSessionOn, tx);
    const entry = { actorId: keeper.userId, action: "portfolio_case_changed", subjectKind: "portfolio_case" };
    await recordAudit({ ...entry, subjectId: caseId }, tx);
    return ok(null);
  });
}

/** Results keep being results: one from before the new date is the moderator's to see, as an age that can't be. */
async function countAgesAgain(portfolioCaseId: string, lastSessionOn: Date, tx: Db): Promise<void> {
  const results = await tx.photo.findMany({
    where: { portfolioCaseId, stage: { not: "before" }, takenOn: { not: null } },
    select: { id: true, takenOn: true },
  });
  for (const { id, takenOn } of results) {
    const days = Math.max(0, Math.floor(((takenOn?.getTime() ?? 0) - lastSessionOn.getTime()) / DAY_MS));
    await tx.photo.updateMany({ where: { id }, data: { stage: stageOf(days), daysSinceLastSession: days } });
  }
}
