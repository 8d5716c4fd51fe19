import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { ReviewReason, ReviewStatus } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_MODERATOR_IDS } from "./accounts.ts";
import { addDays } from "./days.ts";
import type { DraftedReview } from "./make-reviews.ts";
import { phrase } from "./phrase.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";
import { APPEAL_TEXTS, DECISION_NOTES } from "./texts/moderation.ts";

export type Moderation = {
  decisions: Prisma.ModerationDecisionCreateManyInput[];
  appeals: Prisma.AppealCreateManyInput[];
};

type Step = { to: ReviewStatus; by: "author" | "moderator" | "other_moderator" };
const SENT: readonly Step[] = [
  { to: "awaiting_contact", by: "author" },
  { to: "pending", by: "author" },
  { to: "in_review", by: "moderator" },
];
const by = (who: Step["by"], ...states: ReviewStatus[]): Step[] => states.map((to) => ({ to, by: who }));
/** How a review comes to its state, after `draft`. */
const PATHS: Record<ReviewStatus, readonly Step[]> = {
  draft: [],
  awaiting_contact: SENT.slice(0, 1),
  pending: SENT.slice(0, 2),
  in_review: SENT,
  changes_requested: [...SENT, ...by("moderator", "changes_requested")],
  published: [...SENT, ...by("moderator", "published")],
  under_investigation: [...SENT, ...by("moderator", "published"), ...by("other_moderator", "under_investigation")],
  rejected: [...SENT, ...by("moderator", "rejected")],
  removed: [...SENT, ...by("moderator", "published"), ...by("other_moderator", "under_investigation", "removed")],
  appealed: [...SENT, ...by("moderator", "rejected"), ...by("author", "appealed")],
  rejected_final: [
    ...SENT,
    ...by("moderator", "rejected"),
    ...by("author", "appealed"),
    ...by("other_moderator", "rejected_final"),
  ],
  withdrawn: [...SENT, ...by("moderator", "published"), ...by("author", "withdrawn")],
};
/** A path that a few published reviews took: refused, appealed, and published by the second moderator. */
const OVERTURNED: readonly Step[] = [
  ...SENT,
  ...by("moderator", "rejected"),
  ...by("author", "appealed"),
  ...by("other_moderator", "published"),
];

const REASONS: Partial<Record<ReviewStatus, readonly ReviewReason[]>> = {
  changes_requested: ["too_little_detail", "personal_data", "medical_claim", "accusation_of_crime"],
  rejected: [
    "not_a_client",
    "insider_or_competitor",
    "duplicate",
    "wrong_technician",
    "promotional",
    "copied_or_generated",
    "too_little_detail",
    "incentive_undisclosed",
    "hate_or_threat",
  ],
  under_investigation: ["not_a_client", "insider_or_competitor", "personal_data"],
  removed: [
    "not_a_client",
    "insider_or_competitor",
    "incentive_undisclosed",
    "copied_or_generated",
    "photo_without_consent",
  ],
};
/** Moderator actions that are a decision; taking an item up (`in_review`) is a claim, not a decision. */
const DECIDED: readonly ReviewStatus[] = [
  "published",
  "changes_requested",
  "rejected",
  "under_investigation",
  "removed",
  "rejected_final",
];

/** How long moderators took, in hours. Drawn without looking at the stars, as the promise is. */
function drawHours(random: Random): number {
  return random.weighted([
    [2 + random.next() * 20, 45],
    [20 + random.next() * 30, 40],
    [50 + random.next() * 40, 15],
  ]);
}

/**
 * Walks each review along its path: dates, versions and reasons on the row itself, and the decisions and appeals that
 * the path leaves behind. No step lies in the future.
 */
export function dateReviews(reviews: readonly DraftedReview[], today: Date): Moderation {
  const random = makeRandom("decisions");
  const moderation: Moderation = { decisions: [], appeals: [] };
  const now = addDays(today, 0.3);
  let overturned = 0;
  for (const { row } of reviews) {
    const isOverturned = row.status === "published" && overturned < 2 && random.chance(0.01);
    if (isOverturned) overturned += 1;
    const path = isOverturned ? OVERTURNED : PATHS[row.status];
    const first = random.int(0, 1);
    const moderatorIds = {
      moderator: SAMPLE_MODERATOR_IDS[first === 0 ? 0 : 1],
      other_moderator: SAMPLE_MODERATOR_IDS[first === 0 ? 1 : 0],
    };
    let at = row.submittedAt instanceof Date ? row.submittedAt : new Date(row.createdAt ?? today);
    let state: ReviewStatus = "draft";
    let version = 1;
    let reason: ReviewReason | null = null;
    let openDecision: string | null = null;
    for (const step of path) {
      if (DECIDED.includes(step.to)) {
        const waitingSince = at;
        const isLater = state === "published" || state === "appealed" || state === "under_investigation";
        const planned = addDays(at, isLater ? 1 + random.next() * 9 : drawHours(random) / 24);
        at = planned > now ? new Date((at.getTime() + now.getTime()) / 2) : planned;
        const reasons = REASONS[step.to];
        if (reasons !== undefined && !(step.to === "removed" && reason !== null)) reason = random.pick(reasons);
        const isClearing = step.to === "published";
        const id = sampleId("decision", row.id, version);
        moderation.decisions.push({
          id,
          subjectKind: "review",
          subjectId: row.id,
          moderatorId: step.by === "author" ? null : moderatorIds[step.by],
          fromState: state,
          toState: step.to,
          reason: isClearing ? null : reason,
          note: isClearing
            ? isOverturned
              ? "The author showed the booking; the first decision was wrong."
              : null
            : reason === null
              ? null
              : (DECISION_NOTES[reason] ?? null),
          subjectVersion: version,
          waitingSince,
          stars: row.overall ?? null,
          isSample: true,
          decidedAt: at,
        });
        const appeal = moderation.appeals.at(-1);
        if (state === "appealed" && appeal?.decisionId === openDecision) {
          appeal.status = isClearing ? "overturned" : "upheld";
          appeal.closedAt = at;
        }
        openDecision = id;
        if (step.to === "published" && !row.publishedAt) row.publishedAt = at;
      } else if (step.to === "appealed" && openDecision !== null) {
        at = addDays(at, 0.4);
        moderation.appeals.push({
          id: sampleId("appeal", row.id),
          decisionId: openDecision,
          authorId: row.authorId,
          text: phrase(random.pick(APPEAL_TEXTS), {}, random),
          createdAt: at,
          isSample: true,
        });
      } else if (step.to === "withdrawn") {
        at = new Date(Math.min(now.getTime(), addDays(at, random.int(5, 90)).getTime()));
      }
      state = step.to;
      version += 1;
    }
    const wasShown = path.some((step) => step.to === "published");
    const isClosed = state === "rejected" || state === "removed" || state === "rejected_final" || state === "withdrawn";
    Object.assign(row, {
      version,
      publishedAt: wasShown ? firstPublication(moderation, row.id, at) : null,
      closedAt: isClosed ? at : null,
      removalReason: isClosed && state !== "withdrawn" ? reason : null,
      updatedAt: at,
    });
  }
  return moderation;
}

function firstPublication(moderation: Moderation, reviewId: string, fallback: Date): Date | string {
  return (
    moderation.decisions.findLast((decision) => decision.subjectId === reviewId && decision.toState === "published")
      ?.decidedAt ?? fallback
  );
}
