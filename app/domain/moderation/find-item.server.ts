import { signDocumentLink } from "#app/domain/media/open-document.server.ts";
import { itemPhoto, followUpFacts, known, reviewFacts, yesOrNo } from "#app/domain/moderation/item-facts.ts";
import { findItemPast } from "#app/domain/moderation/find-item-past.server.ts";
import type { Item, ItemRatings } from "#app/domain/moderation/item.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { describeWaiting } from "#app/domain/moderation/queue.ts";
import type { Claim, QueueKind } from "#app/domain/moderation/queue.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { SubjectKind } from "#app/platform/generated/prisma/enums.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** A decision that stands: from then on the stars may be seen. After a request for changes the review comes back. */
const STANDS = ["published", "rejected", "removed", "rejected_final"];
const NEVER_SHOWN = ["draft", "awaiting_contact"];

const PHOTO = {
  select: {
    storageKey: true,
    width: true,
    height: true,
    placeholderColour: true,
    stage: true,
    daysSinceLastSession: true,
  },
  orderBy: [{ position: "asc" as const }, { id: "asc" as const }],
};

/**
 * A text with all that a moderator goes by; null for what isn't there, for drafts and for a moderator's own matter.
 * Reads only: opening an item is a post.
 */
export async function findItem(
  viewer: Pick<Viewer, "userId">,
  kind: QueueKind,
  id: string,
  now: Date,
  tx: Db = db(),
): Promise<Item | null> {
  if (!isRowId(id)) return null;
  const reviewId =
    kind === "follow_up"
      ? (await tx.reviewFollowUp.findUnique({ where: { id }, select: { reviewId: true } }))?.reviewId
      : id;
  const review = reviewId === undefined ? null : await findReview(reviewId, tx);
  if (review === null || (await isOwnMatter(viewer, kind, id, tx))) return null;
  const own = kind === "review" ? ofReview(review) : await findBelow(kind, id, tx);
  if (own === null || NEVER_SHOWN.includes(own.status)) return null;
  const isWaiting = own.status === "pending" || own.status === "in_review";
  const past = await findItemPast(kind, { id, reviewId: review.id, authorId: review.authorId }, tx);
  const { ratings, submittedAt, ...shown } = own;
  return {
    kind,
    id,
    reviewId: review.id,
    ...shown,
    waiting: isWaiting ? describeWaiting(submittedAt ?? now, now) : null,
    claim: await findClaim(viewer, kind, id, now, tx),
    technician: { name: review.technician.name, slug: review.technician.slug },
    authorName: kind === "reply" ? review.technician.name : (review.author?.displayName ?? "Former member"),
    isSample: review.isSample,
    heading: review.title === "" ? "Without a title" : review.title,
    below: kind === "review" ? null : { title: review.title, text: review.text },
    proof: kind === "review" ? proofOf(viewer, review, isWaiting || own.status === "appealed", now) : null,
    ...past,
    revisions: past.revisions.filter(({ title, text }) => title !== shown.title || text !== shown.text),
    signals: kind === "review" ? { isChecked: review.signalsCheckedAt !== null, found: past.signals } : null,
    ratings: STANDS.includes(own.status) ? ratings : null,
  };
}

type ReviewRow = NonNullable<Awaited<ReturnType<typeof findReview>>>;

function findReview(id: string, tx: Db) {
  return tx.review.findUnique({
    where: { id },
    include: {
      technician: { select: { name: true, slug: true } },
      author: { select: { displayName: true } },
      photos: PHOTO,
      visitProof: {
        select: { isAccepted: true, documentId: true, document: { select: { purgedAt: true, ownerId: true } } },
      },
    },
  });
}

type Own = Pick<Item, "version" | "status" | "title" | "text" | "facts" | "photos"> & {
  submittedAt: Date | null;
  ratings: ItemRatings | null;
};

function ofReview(review: ReviewRow): Own {
  const { version, status, title, text, submittedAt, overall, understanding, sterile, dedication, portfolio } = review;
  return {
    version,
    status,
    title,
    text,
    submittedAt,
    facts: reviewFacts(review),
    photos: review.photos.map(itemPhoto),
    ratings: {
      overall,
      subRatings: { understanding, sterile, dedication, portfolio },
      answers: known([
        ["Would recommend", yesOrNo(review.wouldRecommend)],
        ["Needle opened in front of me", yesOrNo(review.needleOpened)],
      ]),
    },
  };
}

async function findBelow(kind: "follow_up" | "reply", id: string, tx: Db): Promise<Own | null> {
  if (kind === "reply") {
    const reply = await tx.reply.findUnique({ where: { reviewId: id } });
    if (reply === null) return null;
    const { version, status, text, submittedAt } = reply;
    return { version, status, text, submittedAt, title: "", facts: [], photos: [], ratings: null };
  }
  const row = await tx.reviewFollowUp.findUnique({ where: { id }, include: { photos: PHOTO } });
  if (row === null) return null;
  const { version, status, text, submittedAt, overall } = row;
  const none = { understanding: null, sterile: null, dedication: null, portfolio: null };
  const answers = known([
    ["Still as wanted", yesOrNo(row.isStillAsWanted)],
    ["Would do it again", yesOrNo(row.wouldDoAgain)],
  ]);
  return {
    version,
    status,
    title: "",
    text,
    submittedAt,
    facts: followUpFacts(row),
    photos: row.photos.map(itemPhoto),
    ratings: { overall, subRatings: none, answers },
  };
}

function proofOf(viewer: Pick<Viewer, "userId">, review: ReviewRow, isUndecided: boolean, now: Date): Item["proof"] {
  const { visitProof: proof, proofLevel: level } = review;
  const documentId = proof?.document && proof.document.purgedAt === null ? proof.documentId : null;
  return {
    level,
    documentHref: documentId ? signDocumentLink(documentId, viewer, now) : null,
    isAccepted: proof?.isAccepted ?? null,
    mayDecide: isUndecided && documentId !== null && proof?.isAccepted === null,
  };
}

/** Who has something open right now. */
export async function findClaim(
  viewer: Pick<Viewer, "userId">,
  subjectKind: SubjectKind,
  subjectId: string,
  now: Date,
  tx: Db,
): Promise<Claim | null> {
  const claim = await tx.moderationClaim.findFirst({
    where: { subjectKind, subjectId, expiresAt: { gt: now } },
    select: { expiresAt: true, moderator: { select: { id: true, displayName: true } } },
  });
  return (
    claim && {
      isMine: claim.moderator.id === viewer.userId,
      by: claim.moderator.displayName,
      until: claim.expiresAt.toISOString(),
    }
  );
}
