import { caseGaps } from "#app/domain/portfolio/case-gaps.ts";
import type { CaseGap } from "#app/domain/portfolio/case-gaps.ts";
import { nextCaseStatus } from "#app/domain/portfolio/case-states.ts";
import type { CaseEvent } from "#app/domain/portfolio/case-states.ts";
import { findConsentFacts } from "#app/domain/portfolio/consent-facts.server.ts";
import { consentStateOf } from "#app/domain/portfolio/consent-state.ts";
import { lockCase, ownCases } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import { purgeCasePictures } from "#app/domain/portfolio/purge-case-pictures.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";

/** What its technician can make of a case as a whole. */
export type OwnCaseEvent = Extract<CaseEvent, "submit" | "take_back" | "reopen" | "withdraw">;
/** `changed`: it was changed or decided since this version was read. `not_possible`: not in the state it is in. */
export type SendCaseRefusal = { kind: "not_found" | "not_possible" | "changed" } | { kind: "gaps"; gaps: CaseGap[] };

const ACTIONS: Record<OwnCaseEvent, string> = {
  submit: "portfolio_case_sent",
  take_back: "portfolio_case_taken_back",
  reopen: "portfolio_case_reopened",
  withdraw: "portfolio_case_withdrawn",
};

/**
 * Hands a case in, takes it back, takes a published one down to change it, or withdraws it for good, which deletes its
 * pictures. Handing in needs everything that `caseGaps` asks for, looked at inside the transaction.
 */
export async function sendCase(
  keeper: PortfolioKeeper,
  caseId: string,
  { event, version }: { event: OwnCaseEvent; version: number },
  now: Date,
  store: Storage = storage(),
): Promise<Result<null, SendCaseRefusal>> {
  const sent = await db().$transaction(async (tx): Promise<Result<null, SendCaseRefusal>> => {
    await lockCase(caseId, tx);
    const found = await tx.portfolioCase.findFirst({
      where: { id: caseId, ...ownCases(keeper) },
      select: { status: true, lastSessionOn: true, photos: { select: { id: true, stage: true } } },
    });
    if (!found) return refuse({ kind: "not_found" });
    const toState = nextCaseStatus(found.status, event);
    if (toState === null) return refuse({ kind: "not_possible" });
    if (event === "submit") {
      const consent = consentStateOf(await findConsentFacts(caseId, found.photos, tx), now);
      const gaps = caseGaps({ ...found, consent });
      if (gaps.length > 0) return refuse({ kind: "gaps", gaps });
    }
    const { count } = await tx.portfolioCase.updateMany({
      where: { id: caseId, ...ownCases(keeper), status: found.status, version },
      data: {
        status: toState,
        version: { increment: 1 },
        ...(event === "submit" ? { submittedAt: now, closedReason: null } : {}),
        ...(event === "reopen" ? { checkedOn: null } : {}),
      },
    });
    if (count !== 1) return refuse({ kind: "changed" });
    await tx.moderationClaim.deleteMany({ where: { subjectKind: "portfolio_case", subjectId: caseId } });
    const entry = { actorId: keeper.userId, action: ACTIONS[event], subjectKind: "portfolio_case", subjectId: caseId };
    await recordAudit({ ...entry, fromState: found.status, toState }, tx);
    return ok(null);
  });
  if (sent.ok && event === "withdraw") await purgeCasePictures({ caseId }, store);
  return sent;
}
