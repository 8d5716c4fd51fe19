import { createHash, randomBytes } from "node:crypto";
import { recordAudit } from "#app/platform/audit.server.ts";
import { checkNewestAudit } from "#app/platform/check-audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newStorageKey, storage } from "#app/platform/storage.server.ts";
import { followUpRow, replyRow, reviewRow } from "../../prisma/factories/review-row.ts";

/** What people of the table have at the desk of moderators or on their own. "The client" and so on are its people. */
export type DeskIds = {
  /** The client's, still being written, with one photo. */
  draftReview: string;
  draftPhoto: string;
  /** The client's, on the profile, with a published follow-up and reply. */
  publishedReview: string;
  /** The client's, refused a while ago by the other moderator: may still be appealed against. */
  rejectedReview: string;
  /** Somebody else's, waiting; says it was treated and shows a document for it. */
  pendingReview: string;
  proofDocument: string;
  /** Somebody else's, refused by the other moderator and appealed against: `appeal` waits. */
  appealedReview: string;
  appeal: string;
  /** Somebody else's on the profile: its reply by the technician and its follow-up both wait. */
  answeredReview: string;
  pendingFollowUp: string;
  /** Somebody else's on the profile that the technician has not answered. */
  unansweredReview: string;
  /** By a visitor against `answeredReview`, open. */
  openReport: string;
  /** The same with a complete notice of defamation, forwarded to the author of `unansweredReview`. */
  noticeReport: string;
  /** The technician's own licence as a file. */
  document: string;
  technician: string;
};

/** Secrets from links, as the reader has them. */
export type DeskCodes = {
  /** The client confirms an address, or a new one; somebody sets a new password. */
  verifyEmail: string;
  resetPassword: string;
  /** Shows what became of `openReport`. */
  reportReceipt: string;
};

type DeskPeople = Record<"client" | "technician" | "stranger" | "otherModerator", { id: string; email: string }>;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const ahead = (days: number) => daysAgo(-days);

/** Something of everything that waits for a person. Words that only some may read begin with "private-". */
export async function seedDesk(people: DeskPeople, technicianId: string, publishedReview: string) {
  const ids = { ...(await addReviews(people, technicianId)), publishedReview, technician: technicianId };
  const reports = await addReports(ids);
  const codes: DeskCodes = { ...(await addTokens(people)), reportReceipt: reports.receipt };
  const { openReport, noticeReport } = reports;
  const entry = { actorId: people.otherModerator.id, action: "review_decided", subjectKind: "review" };
  await recordAudit({ ...entry, subjectId: ids.rejectedReview, fromState: "in_review", toState: "rejected" }, db());
  await checkNewestAudit(new Date());
  return { ids: { ...ids, openReport, noticeReport }, codes };
}

async function addReviews({ client, stranger, technician, otherModerator }: DeskPeople, technicianId: string) {
  const looked = { technicianId, signalsCheckedAt: new Date() };
  const theirs = { ...looked, authorId: stranger.id };
  const draft = reviewRow({
    ...looked,
    authorId: client.id,
    status: "draft",
    lastSessionOn: daysAgo(40),
    title: "private-draft-title",
    text: "private-draft-text",
  });
  const rejected = reviewRow({
    ...looked,
    authorId: client.id,
    status: "rejected",
    createdAt: daysAgo(30),
    text: "private-rejected-text",
  });
  const pending = reviewRow({
    ...theirs,
    status: "pending",
    lastSessionOn: daysAgo(50),
    createdAt: daysAgo(2),
    text: "private-waiting-text",
  });
  const appealed = reviewRow({
    ...theirs,
    status: "appealed",
    lastSessionOn: daysAgo(60),
    createdAt: daysAgo(20),
    text: "private-appealed-text",
    removalReason: "too_little_detail",
    version: 3,
  });
  const answered = reviewRow({ ...theirs, lastSessionOn: daysAgo(250), createdAt: daysAgo(70) });
  const unanswered = reviewRow({ ...theirs, lastSessionOn: daysAgo(100), createdAt: daysAgo(80) });
  await db().review.createMany({ data: [draft, rejected, pending, appealed, answered, unanswered] });
  const followUp = followUpRow({ reviewId: answered.id, status: "pending", text: "private-follow-up-text" });
  await db().reviewFollowUp.createMany({ data: [followUp] });
  await db().reply.createMany({
    data: [replyRow({ reviewId: answered.id, status: "pending", text: "private-reply-text" })],
  });
  const photo = await db().photo.create({
    data: {
      reviewId: draft.id,
      storageKey: newStorageKey(),
      stage: "healed",
      daysSinceLastSession: 60,
      width: 800,
      height: 600,
      placeholderColour: "#997755",
      perceptualHash: "secret-perceptual-hash",
    },
    select: { id: true },
  });

  const proof = await addDocument(stranger.id);
  await db().visitProof.create({ data: { reviewId: pending.id, level: "unconfirmed", documentId: proof } });
  const refused = { subjectKind: "review", moderatorId: otherModerator.id, fromState: "in_review" } as const;
  const because = { toState: "rejected", reason: "too_little_detail", note: "private-decision-note" } as const;
  const [decision] = await db().moderationDecision.createManyAndReturn({
    data: [
      { ...refused, ...because, subjectId: appealed.id, subjectVersion: 2, stars: 4, decidedAt: daysAgo(18) },
      { ...refused, ...because, subjectId: rejected.id, subjectVersion: 1, stars: 4, decidedAt: daysAgo(28) },
    ],
    select: { id: true },
  });
  const appeal = await db().appeal.create({
    data: { decisionId: decision?.id ?? "", authorId: stranger.id, text: "private-appeal-text", createdAt: daysAgo(5) },
    select: { id: true },
  });
  return {
    draftReview: draft.id,
    draftPhoto: photo.id,
    rejectedReview: rejected.id,
    pendingReview: pending.id,
    proofDocument: proof,
    appealedReview: appealed.id,
    appeal: appeal.id,
    answeredReview: answered.id,
    pendingFollowUp: followUp.id,
    unansweredReview: unanswered.id,
    document: await addDocument(technician.id),
  };
}

async function addDocument(ownerId: string): Promise<string> {
  const storageKey = newStorageKey();
  await storage().put(storageKey, "document.pdf", Buffer.from("%PDF-1.7\n"));
  const { id } = await db().privateDocument.create({
    data: {
      ownerId,
      storageKey,
      mediaType: "application/pdf",
      byteLength: 9,
      sha256: `secret-sha-${randomBytes(8).toString("hex")}`,
    },
    select: { id: true },
  });
  return id;
}

async function addReports({ answeredReview, unansweredReview }: { answeredReview: string; unansweredReview: string }) {
  const receipt = randomBytes(16).toString("base64url");
  const about = { subjectKind: "review", explanation: "private-report-text" } as const;
  const open = await db().report.create({
    data: {
      ...about,
      subjectId: answeredReview,
      reason: "not_a_client",
      reporterEmail: "private-reporter@example.com",
      receiptHash: sha256(receipt),
      createdAt: daysAgo(3),
    },
    select: { id: true },
  });
  const notice = await db().report.create({
    data: {
      ...about,
      subjectId: unansweredReview,
      reason: "accusation_of_crime",
      reporterEmail: "private-complainant@example.com",
      createdAt: daysAgo(2),
      defamationNotice: {
        create: {
          complainantName: "private-complainant-name",
          complainantEmail: "private-complainant@example.com",
          statement: "private-notice-statement",
          meaning: "private-notice-meaning",
          forwardBy: ahead(1),
          forwardedAt: daysAgo(1),
          answerBy: ahead(4),
        },
      },
    },
    select: { id: true },
  });
  return { openReport: open.id, noticeReport: notice.id, receipt };
}

async function addTokens({ client }: DeskPeople): Promise<Pick<DeskCodes, "verifyEmail" | "resetPassword">> {
  const [verifyEmail, resetPassword] = [randomBytes(32).toString("base64url"), randomBytes(32).toString("base64url")];
  const shared = { userId: client.id, email: client.email, expiresAt: ahead(1) };
  await db().verificationToken.createMany({
    data: [
      { ...shared, tokenHash: sha256(verifyEmail), purpose: "verify_email" },
      { ...shared, tokenHash: sha256(resetPassword), purpose: "reset_password" },
    ],
  });
  return { verifyEmail, resetPassword };
}
