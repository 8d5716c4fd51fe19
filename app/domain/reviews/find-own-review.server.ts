import { appealDeadline } from "#app/domain/reviews/appeal.ts";
import { chooseSlot } from "#app/domain/reviews/follow-up-slot.ts";
import type { OwnReview, OwnReviewLine } from "#app/domain/reviews/own-review.ts";
import { nextReviewStatus } from "#app/domain/reviews/review-states.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";

const lineColumns = {
  id: true,
  status: true,
  title: true,
  lastSessionOn: true,
  submittedAt: true,
  publishedAt: true,
  closedAt: true,
  updatedAt: true,
  isSample: true,
  technician: { select: { name: true, slug: true, status: true } },
  followUps: { select: { month: true, status: true } },
} as const satisfies Prisma.ReviewSelect;
type LineRow = Prisma.ReviewGetPayload<{ select: typeof lineColumns }>;

const reviewColumns = {
  ...lineColumns,
  overall: true,
  understanding: true,
  sterile: true,
  dedication: true,
  portfolio: true,
  wouldRecommend: true,
  needleOpened: true,
  treatment: true,
  concern: true,
  sessions: true,
  pricePaid: true,
  currency: true,
  text: true,
  redactionReason: true,
  relationship: true,
  isIncentivised: true,
  incentiveNote: true,
  proofLevel: true,
  isHidden: true,
  revisions: { select: { text: true }, orderBy: { version: "desc" }, take: 1 },
  visitProof: {
    select: {
      isAccepted: true,
      document: { select: { id: true, mediaType: true, purgeAfter: true, purgedAt: true } },
    },
  },
} as const satisfies Prisma.ReviewSelect;

/** More than anybody writes; the newest stand first. */
const MOST = 100;

/** A person's own reviews, newest first, without the drafts that they threw away. */
export async function listOwnReviews(viewer: Pick<Viewer, "userId">, now: Date): Promise<OwnReviewLine[]> {
  const rows = await db().review.findMany({
    where: { authorId: viewer.userId, NOT: { status: "withdrawn", submittedAt: null } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: lineColumns,
  });
  return rows.map((row) => toLine(row, now));
}

/** One's own review with all that belongs to it; null for somebody else's as for one that isn't there (Z-02). */
export async function findOwnReview(
  viewer: Pick<Viewer, "userId">,
  reviewId: string,
  now: Date,
): Promise<OwnReview | null> {
  const row = await db().review.findFirst({ where: { id: reviewId, authorId: viewer.userId }, select: reviewColumns });
  if (row === null) return null;
  const decision = await db().moderationDecision.findFirst({
    where: { subjectKind: "review", subjectId: reviewId },
    orderBy: { subjectVersion: "desc" },
    select: { decidedAt: true, toState: true, reason: true, note: true, appeal: { select: { id: true } } },
  });
  const canAppeal = nextReviewStatus(row.status, "appeal") !== null && decision?.toState === row.status;
  const deadline = decision && canAppeal && decision.appeal === null ? appealDeadline(decision.decidedAt) : null;
  const { changedAt: _notShown, ...line } = toLine(row, now);
  const { understanding, sterile, dedication, portfolio, pricePaid, currency } = row;
  const asSent = row.revisions[0]?.text ?? null;
  return {
    ...line,
    isTechnicianListed: row.technician.status === "published" || row.technician.status === "unclaimed",
    overall: row.overall,
    subRatings: { understanding, sterile, dedication, portfolio },
    wouldRecommend: row.wouldRecommend,
    needleOpened: row.needleOpened,
    treatment: row.treatment,
    concern: row.concern,
    sessions: row.sessions,
    pricePaid: pricePaid === null || currency === null ? null : { amount: pricePaid, currency },
    text: row.text,
    textAsSent: row.redactionReason === null ? null : asSent,
    redactionReason: row.redactionReason,
    relationship: row.relationship,
    isIncentivised: row.isIncentivised,
    incentiveNote: row.incentiveNote,
    proofLevel: row.proofLevel,
    isHidden: row.isHidden,
    document: toDocument(row.visitProof),
    decision: decision && {
      decidedAt: decision.decidedAt.toISOString(),
      reason: decision.reason,
      note: decision.note,
    },
    appealUntil: deadline !== null && deadline >= now ? deadline.toISOString() : null,
  };
}

function toLine(row: LineRow, now: Date): OwnReviewLine {
  const { id, status, title, isSample, technician } = row;
  const isPublic = status === "published" || status === "under_investigation";
  const slot = isPublic ? chooseSlot(row.lastSessionOn, row.followUps, now) : null;
  return {
    id,
    status,
    title,
    isSample,
    technicianName: technician.name,
    technicianSlug: technician.slug,
    lastSessionOn: row.lastSessionOn?.toISOString().slice(0, 10) ?? null,
    sentAt: row.submittedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    changedAt: row.updatedAt.toISOString(),
    isFollowUpDue: slot?.kind === "write",
  };
}

type ProofRow = Prisma.ReviewGetPayload<{ select: typeof reviewColumns }>["visitProof"];

function toDocument(proof: ProofRow): OwnReview["document"] {
  const document = proof?.document;
  if (!proof || !document || document.purgedAt !== null) return null;
  const state = proof.isAccepted === null ? "waiting" : proof.isAccepted ? "accepted" : "not_accepted";
  const { id, mediaType, purgeAfter } = document;
  return { id, mediaType, state, goneBy: purgeAfter?.toISOString() ?? null };
}
