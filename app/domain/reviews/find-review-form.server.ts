import { findReviewable } from "#app/domain/reviews/find-reviewable.server.ts";
import type { NotReviewable } from "#app/domain/reviews/find-reviewable.server.ts";
import { listOwnPhotos } from "#app/domain/reviews/list-own-photos.server.ts";
import type { OwnPhoto } from "#app/domain/reviews/list-own-photos.server.ts";
import { WRITABLE } from "#app/domain/reviews/own-draft.server.ts";
import { writeAmount } from "#app/domain/reviews/read-amount.ts";
import { findTreatedEnquiry } from "#app/domain/reviews/visit-proof.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** What is known of the visit beside the form's own answers. */
export type ProofSoFar = {
  hasEnquiry: boolean;
  hasCode: boolean;
  document: { mediaType: string; isChecked: boolean } | null;
};

/** The review form as it stands: what its fields hold, by name. */
export type ReviewFormView = {
  technician: { slug: string; name: string };
  review: { id: string; version: number; isSentBack: boolean; savedAt: string } | null;
  values: Record<string, string>;
  photos: OwnPhoto[];
  proof: ProofSoFar;
};

const selected = {
  id: true,
  version: true,
  status: true,
  updatedAt: true,
  overall: true,
  understanding: true,
  sterile: true,
  dedication: true,
  portfolio: true,
  needleOpened: true,
  wouldRecommend: true,
  treatment: true,
  concern: true,
  sessions: true,
  pricePaid: true,
  currency: true,
  lastSessionOn: true,
  title: true,
  text: true,
  relationship: true,
  isIncentivised: true,
  incentiveNote: true,
  visitProof: {
    select: { visitCodeId: true, checkedAt: true, document: { select: { mediaType: true, purgedAt: true } } },
  },
} as const satisfies Prisma.ReviewSelect;
type Row = Prisma.ReviewGetPayload<{ select: typeof selected }>;

/**
 * The form for a review of the technician at a slug: empty, or with the viewer's draft in it, whichever device that was
 * begun on; with a review's id the one that was sent back to them for changes. `not_found` also for somebody else's
 * review and for one that can't be written in.
 */
export async function findReviewForm(
  viewer: Pick<Viewer, "userId" | "technicianId">,
  slug: string,
  reviewId: string | null,
): Promise<Result<ReviewFormView, NotReviewable>> {
  const reviewable = await findReviewable(viewer, slug);
  if (!reviewable.ok) return reviewable;
  const { id: technicianId, name, currency } = reviewable.value;
  const own = { authorId: viewer.userId, technicianId };
  const row = await db().review.findFirst({
    where: reviewId === null ? { ...own, status: "draft" } : { ...own, id: reviewId, status: WRITABLE },
    select: selected,
  });
  if (row === null && reviewId !== null) return refuse("not_found");
  const [photos, enquiryId] = await Promise.all([
    row ? listOwnPhotos(viewer, { reviewId: row.id }) : [],
    findTreatedEnquiry(viewer.userId, technicianId),
  ]);
  const document = row?.visitProof?.document;
  return ok({
    technician: { slug: reviewable.value.slug, name },
    review: row && {
      id: row.id,
      version: row.version,
      isSentBack: row.status === "changes_requested",
      savedAt: row.updatedAt.toISOString(),
    },
    values: row ? valuesOf(row, currency) : { currency: currency ?? "" },
    photos,
    proof: {
      hasEnquiry: enquiryId !== null,
      hasCode: typeof row?.visitProof?.visitCodeId === "string",
      document:
        document && document.purgedAt === null
          ? { mediaType: document.mediaType, isChecked: Boolean(row.visitProof?.checkedAt) }
          : null,
    },
  });
}

function valuesOf(row: Row, currency: string | null): Record<string, string> {
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  const answer = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");
  return {
    overall: text(row.overall),
    understanding: text(row.understanding),
    sterile: text(row.sterile),
    dedication: text(row.dedication),
    portfolio: text(row.portfolio),
    needleOpened: answer(row.needleOpened),
    wouldRecommend: answer(row.wouldRecommend),
    treatment: text(row.treatment),
    sessions: text(row.sessions),
    lastSessionOn: row.lastSessionOn?.toISOString().slice(0, 10) ?? "",
    pricePaid: row.pricePaid === null || row.currency === null ? "" : writeAmount(row.pricePaid, row.currency),
    currency: row.currency ?? currency ?? "",
    title: row.title,
    text: row.text,
    concern: text(row.concern),
    healthConsent: row.concern === null ? "" : "yes",
    relationship: row.relationship ?? "",
    isIncentivised: answer(row.isIncentivised),
    incentiveNote: row.incentiveNote ?? "",
  };
}
