import type { Item, PastDecision } from "#app/domain/moderation/item.ts";
import type { NoticeStage } from "#app/domain/moderation/notice-stage.ts";
import type { Claim, Waiting } from "#app/domain/moderation/queue.ts";
import type { ReportStatus } from "#app/domain/moderation/report.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";

/** A report with the review that it is about, as a moderator decides it: blind to the stars. */
export type ReportItem = {
  id: string;
  version: number;
  status: ReportStatus;
  reason: ReviewReason;
  explanation: string;
  sender: string;
  waiting: Waiting | null;
  claim: Claim | null;
  review: Item;
  isHidden: boolean;
  notice: ReportNotice | null;
  history: PastDecision[];
  can: { decide: boolean; hide: boolean; markDefective: boolean };
};

export type ReportNotice = Omit<NoticeStage, "dueAt"> & {
  dueAt: string | null;
  complainant: string;
  isIdentityShared: boolean;
  quotedWords: string;
  meaning: string;
  statement: string;
  forwardedAt: string | null;
  answer: "keep" | "remove" | "defective" | null;
  answeredAt: string | null;
  authorContact: string | null;
  isContactShared: boolean;
};

export function reportItemPath(id: string): string {
  return `/moderation/reports/${id}`;
}

export function reportHeading(reason: ReviewReason, isNotice: boolean): string {
  return isNotice ? "UK defamation notice" : REVIEW_REASONS[reason];
}
