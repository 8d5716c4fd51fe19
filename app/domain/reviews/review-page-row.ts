import { z } from "zod";
import { photoRow } from "#app/domain/media/photo-row.ts";
import { REVIEW_REASONS, REVIEW_RELATIONSHIPS } from "#app/domain/reviews/review.ts";
import { PROOF_LEVELS } from "#app/domain/reviews/rating.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";

/* What the review query answers, checked where it enters. Days are "2026-03-08"; ages are days since the last session. */

const day = z.iso.date();
const stars = z.number().int().min(1).max(5);
const count = z.number().int().min(0);
const treatment = keysOf(TREATMENTS);

export type ReviewPhotoRow = z.infer<typeof photoRow>;

const followUp = z.object({
  id: z.uuid(),
  month: z.number().int(),
  daysSinceLastSession: count,
  isStillAsWanted: z.boolean().nullable(),
  wouldDoAgain: z.boolean().nullable(),
  hadTopUp: z.boolean().nullable(),
  overall: stars.nullable(),
  text: z.string(),
  publishedOn: day,
  photos: z.array(photoRow),
});

const review = z.object({
  id: z.uuid(),
  authorName: z.string().nullable(),
  overall: stars,
  understanding: stars.nullable(),
  sterile: stars.nullable(),
  dedication: stars.nullable(),
  portfolio: stars.nullable(),
  wouldRecommend: z.boolean().nullable(),
  needleOpened: z.boolean().nullable(),
  treatment: treatment.nullable(),
  concern: keysOf(CONCERNS).nullable(),
  sessions: z.number().int().nullable(),
  pricePaid: count.nullable(),
  currency: z.string().nullable(),
  lastSessionOn: day.nullable(),
  /** Age of the result when the review was written. */
  daysAtWriting: z.number().int().nullable(),
  title: z.string(),
  text: z.string(),
  proofLevel: keysOf(PROOF_LEVELS),
  isIncentivised: z.boolean(),
  incentiveNote: z.string().nullable(),
  relationship: keysOf(REVIEW_RELATIONSHIPS),
  redactionReason: keysOf(REVIEW_REASONS).nullable(),
  status: z.enum(["published", "under_investigation"]),
  isSample: z.boolean(),
  publishedOn: day,
  photos: z.array(photoRow),
  followUps: z.array(followUp),
  reply: z.object({ text: z.string(), publishedOn: day }).nullable(),
});
export type ReviewRow = z.infer<typeof review>;

export const reviewPageRow = z.object({
  total: count,
  reviews: z.array(review),
  stars: z.array(z.object({ value: stars, count })),
  /** Counts in the order of REVIEW_STAGES. */
  stages: z.array(count).length(4),
  treatments: z.array(z.object({ value: treatment, count })),
  tombstones: z.array(z.object({ closedOn: day, reason: keysOf(REVIEW_REASONS).nullable() })),
});
export type ReviewPageRow = z.infer<typeof reviewPageRow>;
