import type { ReviewReason } from "#app/domain/reviews/review.ts";

/*
 * One author's identical spam, refused together: one moderator proposes it with reason and facts, another one looks and
 * confirms or refuses. States: proposed -> confirmed | refused. Never for texts that differ, nor for several authors.
 */
export const FEWEST_ALIKE = 2;

/** Reviews of one author with the same words, and what is proposed to do with them. */
export type AlikeReviews = {
  /** One of them stands for all in the form. */
  reviewId: string;
  authorName: string;
  text: string;
  reviews: { id: string; about: string; at: string | null }[];
};

/** What a text is compared by: its letters and figures, whatever stands between them. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A proposal that waits for another moderator. */
export type BulkProposal = {
  id: string;
  reason: ReviewReason;
  note: string;
  by: string;
  at: string;
  isMine: boolean;
  group: AlikeReviews;
};
