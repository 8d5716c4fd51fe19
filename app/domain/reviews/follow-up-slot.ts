import { openFollowUpMonth } from "#app/domain/reviews/follow-up-months.ts";
import type { FollowUpMonth } from "#app/domain/reviews/follow-up-months.ts";
import type { AdditionStatus } from "#app/domain/reviews/addition-states.ts";

type Existing = { month: number; status: AdditionStatus };

/**
 * Which follow-up somebody can write now. `early`: none yet. `sent`: that of this time is with the moderators or
 * decided. `write`: `existing` to go on with, or a new one; `month` is the one that it will stand for.
 */
export type FollowUpSlot<F extends Existing> =
  | { kind: "early" }
  | { kind: "sent"; month: FollowUpMonth; existing: F }
  | { kind: "write"; month: number; existing: F | null };

/**
 * One that a moderator sent back comes first and keeps its month. A draft from an earlier time, never sent, is gone on
 * with as the one that is due now.
 */
export function chooseSlot<F extends Existing>(
  lastSessionOn: Date | null,
  followUps: readonly F[],
  now: Date,
): FollowUpSlot<F> {
  const newest = [...followUps].sort((a, b) => b.month - a.month);
  const sentBack = newest.find(({ status }) => status === "changes_requested");
  if (sentBack) return { kind: "write", month: sentBack.month, existing: sentBack };
  const month = lastSessionOn === null ? null : openFollowUpMonth(lastSessionOn, now);
  if (month === null) return { kind: "early" };
  const existing = newest.find((followUp) => followUp.month === month);
  if (existing && existing.status !== "draft") return { kind: "sent", month, existing };
  const draft = existing ?? newest.find(({ status }) => status === "draft") ?? null;
  return { kind: "write", month, existing: draft };
}
