import { DECISION_TARGET_DAYS } from "#app/domain/reviews/review-rules.ts";
import { addWorkingDays, hoursInWords, workingHoursBetween } from "#app/domain/moderation/working-days.ts";

/*
 * What people wrote and a moderator reads before it appears: reviews, their follow-ups and technicians' replies, in one
 * queue ordered by age alone. An item waits until it is decided; opening it is a claim of a quarter of an hour.
 */
export const QUEUE_KINDS = ["review", "follow_up", "reply"] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export const QUEUE_WORDS: Record<QueueKind, { one: string; many: string; segment: string }> = {
  review: { one: "Review", many: "Reviews", segment: "reviews" },
  follow_up: { one: "Follow-up", many: "Follow-ups", segment: "follow-ups" },
  reply: { one: "Reply", many: "Replies", segment: "replies" },
};

export const QUEUE_ITEMS_PER_PAGE = 25;

export function itemPath(kind: QueueKind, id: string): string {
  return `/moderation/${QUEUE_WORDS[kind].segment}/${id}`;
}

/** The kind that an address speaks of: "follow-ups" is `follow_up`; null for any other word. */
export function kindOfSegment(segment: string | undefined): QueueKind | null {
  return QUEUE_KINDS.find((kind) => QUEUE_WORDS[kind].segment === segment) ?? null;
}

/** A kind as a form or an address names it; null for anything else. */
export function queueKindOf(word: string | null): QueueKind | null {
  return QUEUE_KINDS.find((kind) => kind === word) ?? null;
}

/** How an item stands against the target, in words. */
export type Waiting = { since: string; waited: string; left: string; isOver: boolean };

export function describeWaiting(since: Date, now: Date): Waiting {
  const due = addWorkingDays(since, DECISION_TARGET_DAYS);
  const isOver = now > due;
  const hours = isOver ? workingHoursBetween(due, now) : workingHoursBetween(now, due);
  return {
    since: since.toISOString(),
    waited: hoursInWords(Math.max(0, now.getTime() - since.getTime()) / 3_600_000),
    left: isOver ? `${hoursInWords(hours)} over the target` : `${hoursInWords(hours)} left`,
    isOver,
  };
}

/** One line of a queue, for whatever kind of thing waits in it. */
export type QueueRow = {
  id: string;
  path: string;
  kind: string;
  /** What it is, where the kind alone says little. */
  what?: string;
  heading: string;
  /** Whose profile it is about. */
  about: string;
  waiting: Waiting;
  /** Null where they were not looked for. */
  signalCount: number | null;
  claim: Claim | null;
  /** What the viewer should know before opening it. */
  remark?: string;
};

/** Who has an item open, and until when. */
export type Claim = { isMine: boolean; by: string; until: string };
