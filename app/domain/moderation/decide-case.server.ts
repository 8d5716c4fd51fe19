import type { CheckReason } from "#app/domain/criteria/check-reasons.ts";
import { caseDecidedMail } from "#app/domain/moderation/case-mails.ts";
import { CASE_REASONS } from "#app/domain/moderation/case-item.ts";
import type { CheckDecisionKind } from "#app/domain/moderation/check-decision.ts";
import { claimItem, isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { PATIENCE } from "#app/domain/moderation/decide-item.server.ts";
import { listNextHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import { nextCaseStatus } from "#app/domain/portfolio/case-states.ts";
import { findConsentFacts } from "#app/domain/portfolio/consent-facts.server.ts";
import { consentStateOf } from "#app/domain/portfolio/consent-state.ts";
import { lockCase } from "#app/domain/portfolio/own-case.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type CaseDecision = {
  id: string;
  version: number;
  decision: CheckDecisionKind;
  reason: CheckReason | null;
  note: string | null;
};
/**
 * `changed`: decided, taken back or withdrawn since this version was read. `no_consent`: nobody agreed to show exactly
 * these pictures, or the yes was taken back. `no_reason`: a refusal without a reason of cases, or without facts.
 */
export type DecideCaseRefusal = "not_found" | "own_matter" | "claimed" | "changed" | "no_consent" | "no_reason";

const EVENTS = { approve: "publish", request_changes: "request_changes", reject: "reject" } as const;

/**
 * Decides a case that waits: state, mail, decision and audit record in one transaction, or none of it. Of any number of
 * decisions on one version exactly one is carried out (F-13). Publishing looks at the consent once more while the case
 * is held, so that a yes that is being taken back can't be passed by (P-02).
 */
export async function decideCase(
  viewer: Pick<Viewer, "userId">,
  { id, version, decision, reason: given, note }: CaseDecision,
  now: Date,
): Promise<Result<{ decisionId: string }, DecideCaseRefusal>> {
  const isApproved = decision === "approve";
  const reason = isApproved ? null : given;
  const isReasoned = note !== null && CASE_REASONS.some((one) => one === reason);
  if (!isApproved && !isReasoned) return refuse("no_reason");
  return db().$transaction(async (tx): Promise<Result<{ decisionId: string }, DecideCaseRefusal>> => {
    await lockCase(id, tx);
    if (await isOwnMatter(viewer, "portfolio_case", id, tx)) return refuse("own_matter");
    if (await isClaimedByAnother(viewer, "portfolio_case", id, now, tx)) return refuse("claimed");
    const found = await tx.portfolioCase.findUnique({
      where: { id },
      select: {
        status: true,
        submittedAt: true,
        photos: { select: { id: true, daysSinceLastSession: true } },
        technician: { select: { owner: { select: { email: true } } } },
      },
    });
    if (!found) return refuse("not_found");
    const toState = nextCaseStatus(found.status, EVENTS[decision]);
    if (toState !== "published" && toState !== "changes_requested" && toState !== "rejected") return refuse("changed");
    if (toState === "published") {
      const consent = consentStateOf(await findConsentFacts(id, found.photos, tx), now);
      if (consent !== "given") return refuse("no_consent");
    }
    const ages = found.photos.flatMap(({ daysSinceLastSession }) => daysSinceLastSession ?? []);
    const { count } = await tx.portfolioCase.updateMany({
      where: { id, status: found.status, version },
      data: {
        status: toState,
        version: { increment: 1 },
        ...(toState === "published"
          ? { checkedOn: now, closedReason: null, daysSinceLastSession: ages.length === 0 ? null : Math.max(...ages) }
          : { closedReason: reason }),
      },
    });
    if (count !== 1) return refuse("changed");
    const { owner } = found.technician;
    if (owner) await queueMail(caseDecidedMail(owner.email, { caseId: id, version, outcome: toState, reason }), tx);
    const decisionId = await recordDecision(
      {
        subjectKind: "portfolio_case",
        subjectId: id,
        moderatorId: viewer.userId,
        fromState: found.status,
        toState,
        reason: null,
        checkReason: reason,
        note: isApproved ? null : note,
        subjectVersion: version,
        waitingSince: found.submittedAt,
        stars: null,
      },
      tx,
    );
    return ok({ decisionId });
  }, PATIENCE);
}

/** Takes a case that waits, or keeps it for another quarter of an hour. */
export async function openCase(
  viewer: Pick<Viewer, "userId">,
  id: string,
  now: Date,
): Promise<Result<null, "own_matter" | "claimed" | "changed">> {
  return db().$transaction(async (tx): Promise<Result<null, "own_matter" | "claimed" | "changed">> => {
    await lockCase(id, tx);
    if ((await tx.portfolioCase.count({ where: { id, status: "submitted" } })) === 0) return refuse("changed");
    const claimed = await claimItem(viewer, "portfolio_case", id, now, tx);
    return claimed.ok ? ok(null) : claimed;
  });
}

/** Opens the case that has waited longest and nobody has open; null when there is none left for this moderator. */
export async function openNextCase(viewer: Pick<Viewer, "userId">, now: Date): Promise<string | null> {
  for (const id of await listNextHandedIn(viewer, { kind: "portfolio_case" }, now)) {
    if ((await openCase(viewer, id, now)).ok) return id;
  }
  return null;
}
