import type { Signal } from "#app/domain/reviews/signals/signal.ts";

export type PictureFacts = {
  /** Where a picture that looks like one of this review's stands: other technicians' reviews and portfolio cases. */
  reviewIds: readonly string[];
  caseCount: number;
};

/** A picture that is shown as somebody else's work, too. */
export function findPictureReuse({ reviewIds, caseCount }: PictureFacts): Signal | null {
  const ids = [...new Set(reviewIds)];
  const places = [
    ids.length === 0
      ? null
      : ids.length === 1
        ? "in a review of another technician"
        : `in ${ids.length} reviews of other technicians`,
    caseCount === 0
      ? null
      : caseCount === 1
        ? "in another technician's portfolio"
        : `in ${caseCount} portfolio cases of other technicians`,
  ].filter((place) => place !== null);
  if (places.length === 0) return null;
  return {
    kind: "picture_reuse",
    detail: `A picture of this review, or one that looks the same, also stands ${places.join(" and ")}.`,
    relatedIds: ids.slice(0, 20),
  };
}
