import { SAME_STARS } from "#app/domain/reviews/follow-up-answers.ts";
import { nextFollowUpDay } from "#app/domain/reviews/follow-up-months.ts";
import { nextFollowUpStatus } from "#app/domain/reviews/follow-up-states.ts";
import type { AdditionStatus } from "#app/domain/reviews/addition-states.ts";
import { listOwnPhotos } from "#app/domain/reviews/list-own-photos.server.ts";
import type { OwnPhoto } from "#app/domain/reviews/own-photo.ts";
import { findFollowedReview } from "#app/domain/reviews/own-follow-ups.server.ts";
import type { OwnFollowUp } from "#app/domain/reviews/own-follow-ups.server.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { stopFollowUpsPath } from "#app/domain/reviews/stop-follow-ups.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

/** A follow-up that was sent, as its author sees it. */
export type SentFollowUp = {
  id: string;
  month: number;
  status: AdditionStatus;
  /** What the moderator decided about it last, where it was not simply published. */
  decision: { reason: ReviewReason | null; note: string | null } | null;
  canBeWithdrawn: boolean;
};

/** Everything that the page of follow-ups of one's own review shows. Days are "2026-03-08". */
export type FollowUpView = {
  reviewId: string;
  technicianName: string;
  review: { title: string; publishedOn: string; overall: number | null };
  starsNow: number | null;
  /** What can be written now; null while there is nothing to write. */
  form: {
    month: number;
    values: Record<string, string>;
    /** State of the draft that it stands on; null while there is none. */
    version: number | null;
    /** The draft itself, once there is one. */
    followUpId: string | null;
    sentBack: SentFollowUp | null;
    photos: OwnPhoto[];
  } | null;
  sent: SentFollowUp[];
  /** When the next one can be written, where that is known. */
  nextOn: string | null;
  mails: { isStopped: boolean; path: string };
};

/** The page of follow-ups of a review; null where it is not this author's, or readers don't see it. */
export async function findFollowUpForm(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  now: Date,
): Promise<FollowUpView | null> {
  const review = await findFollowedReview(viewer.userId, reviewId, now, db());
  if (review === null) return null;
  const { slot, lastSessionOn, starsNow, overall, title, publishedAt, technician, followUps, followUpsStoppedAt } =
    review;
  const decisions = await findDecisions(followUps);
  const toSent = (followUp: OwnFollowUp): SentFollowUp => ({
    id: followUp.id,
    month: followUp.month,
    status: followUp.status,
    decision: decisions.get(followUp.id) ?? null,
    canBeWithdrawn: nextFollowUpStatus(followUp.status, "withdraw") !== null,
  });
  const open = slot.kind === "write" ? slot.existing : null;
  const next = lastSessionOn && nextFollowUpDay(lastSessionOn, now);
  return {
    reviewId,
    technicianName: technician.name,
    review: { title, publishedOn: dayOf(publishedAt ?? now), overall },
    starsNow,
    form:
      slot.kind === "write"
        ? {
            month: slot.month,
            values: open ? toValues(open) : { overall: SAME_STARS },
            version: open?.version ?? null,
            followUpId: open?.id ?? null,
            sentBack: open?.status === "changes_requested" ? toSent(open) : null,
            photos: open ? await listOwnPhotos(viewer, { followUpId: open.id }) : [],
          }
        : null,
    sent: followUps.filter(({ id, status }) => status !== "draft" && id !== open?.id).map(toSent),
    nextOn: next ? dayOf(next) : null,
    mails: { isStopped: followUpsStoppedAt !== null, path: stopFollowUpsPath(reviewId) },
  };
}

/** The latest decision about each that was not simply published. */
async function findDecisions(followUps: readonly OwnFollowUp[]) {
  const told = followUps.filter(({ status }) => ["changes_requested", "rejected", "removed"].includes(status));
  if (told.length === 0) return new Map<string, SentFollowUp["decision"]>();
  const rows = await db().moderationDecision.findMany({
    where: { subjectKind: "follow_up", subjectId: { in: told.map(({ id }) => id) } },
    orderBy: { subjectVersion: "asc" },
    select: { subjectId: true, reason: true, note: true },
  });
  return new Map(rows.map(({ subjectId, reason, note }) => [subjectId, { reason, note }]));
}

function toValues({ isStillAsWanted, wouldDoAgain, hadTopUp, overall, text }: OwnFollowUp): Record<string, string> {
  const answer = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");
  return {
    isStillAsWanted: answer(isStillAsWanted),
    wouldDoAgain: answer(wouldDoAgain),
    hadTopUp: answer(hadTopUp),
    overall: overall === null ? SAME_STARS : String(overall),
    text,
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
