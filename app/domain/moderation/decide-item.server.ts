import { isClaimedByAnother } from "#app/domain/moderation/claim-item.server.ts";
import { decideFollowUp } from "#app/domain/moderation/decide-follow-up.server.ts";
import { decideReply } from "#app/domain/moderation/decide-reply.server.ts";
import { decideReview } from "#app/domain/moderation/decide-review.server.ts";
import type { ReviewDecisionRefusal } from "#app/domain/moderation/decide-review.server.ts";
import type { Outcome, TextDecision } from "#app/domain/moderation/decision-outcome.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import type { QueueKind } from "#app/domain/moderation/queue.ts";
import { recordDecision } from "#app/domain/moderation/record-decision.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * `changed`: somebody decided it, or its author changed or withdrew it, since this version was read. `claimed`: another
 * moderator has it open. `no_reason`: a negative decision without reason or facts. `not_possible`: only reviews can be
 * published without a passage.
 */
export type DecideRefusal = ReviewDecisionRefusal | "own_matter" | "claimed" | "no_reason" | "not_possible";

const CARRY_OUT: Record<
  QueueKind,
  (input: TextDecision, now: Date, tx: Db) => Promise<Result<Outcome, ReviewDecisionRefusal | "not_possible">>
> = { review: decideReview, follow_up: decideFollowUp, reply: decideReply };

/** Milliseconds: a decision on a busy machine is late rather than lost. */
export const PATIENCE = { maxWait: 5_000, timeout: 10_000 };

/**
 * Decides a text that waits: change of state, revision, ratings, mails, decision and audit record in one transaction, or
 * none of it (I1). Of any number of decisions on one version exactly one is carried out (F-13). Never about a
 * moderator's own matter (I3, Z-07), nor while another moderator has the item open.
 */
export async function decideItem(
  viewer: Pick<Viewer, "userId">,
  kind: QueueKind,
  input: TextDecision,
  now: Date,
  requestId: string | null = null,
): Promise<Result<{ decisionId: string }, DecideRefusal>> {
  const { id, version, decision, note } = input;
  const reason = decision === "approve" ? null : input.reason;
  if (decision !== "approve" && (reason === null || note === null)) return refuse("no_reason");
  return db().$transaction(async (tx) => {
    if (await isOwnMatter(viewer, kind, id, tx)) return refuse("own_matter");
    if (await isClaimedByAnother(viewer, kind, id, now, tx)) return refuse("claimed");
    const done = await CARRY_OUT[kind]({ ...input, reason }, now, tx);
    if (!done.ok) return done;
    const { mails, ...carriedOut } = done.value;
    for (const mail of mails) await queueMail(mail, tx);
    const decisionId = await recordDecision(
      {
        ...carriedOut,
        subjectKind: kind,
        subjectId: id,
        moderatorId: viewer.userId,
        reason,
        note,
        subjectVersion: version,
        requestId,
      },
      tx,
    );
    return ok({ decisionId });
  }, PATIENCE);
}
