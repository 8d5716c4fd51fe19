import { z } from "zod";
import { LEAST_EXPLANATION, MOST_EXPLANATION, TRAP_FIELD } from "#app/domain/moderation/report.ts";
import { REVIEW_REASONS } from "#app/domain/reviews/review.ts";
import type { ReviewReason } from "#app/domain/reviews/review.ts";

const REASONS = Object.keys(REVIEW_REASONS).filter((key): key is ReviewReason => key in REVIEW_REASONS);

const text = (missing: string, most = MOST_EXPLANATION) =>
  z.string(missing).max(most, `Keep it under ${most.toLocaleString("en-GB")} characters.`);

const email = (missing: string) => z.email(missing).max(254, "This e-mail address is too long.").toLowerCase();

const trap = z.undefined("Leave the last field empty.").optional();

const goodFaith = z.literal("on", "Confirm that what you say is true as far as you know.");

/** "This review breaks a rule." The address is for people without an account, who may leave it out. */
export const reportSchema = z.object({
  reason: z.enum(REASONS, "Choose the rule that the review breaks."),
  explanation: text("Say what is wrong with the review.").min(
    LEAST_EXPLANATION,
    `Say a little more: at least ${LEAST_EXPLANATION} characters.`,
  ),
  email: email("Write the address like name@example.org, or leave it empty.").optional(),
  goodFaith,
  [TRAP_FIELD]: trap,
});
export type ReportInput = z.output<typeof reportSchema>;

/**
 * A notice under section 5 of the Defamation Act 2013 of England and Wales. Each field is one that the regulations ask
 * for: without it the notice is not complete and its clocks don't start.
 */
export const noticeSchema = z.object({
  complainantName: text("Give your name.", 200),
  complainantEmail: email("Give an e-mail address that reaches you."),
  quotedWords: text("Quote the words that you complain of, as they stand in the review."),
  meaning: text("Say what a reader takes these words to mean."),
  statement: text("Say why the words are untrue, or the opinion has no basis in fact, and how they harm you.").min(
    LEAST_EXPLANATION,
    `Say a little more: at least ${LEAST_EXPLANATION} characters.`,
  ),
  cannotIdentify: z.literal("on", "Confirm that you do not know enough about the author to go to court against them."),
  isIdentityShared: z.enum(["yes", "no"], "Choose whether the author may learn who you are."),
  goodFaith,
  [TRAP_FIELD]: trap,
});
export type NoticeInput = z.output<typeof noticeSchema>;

/** How the author answers such a notice. Whoever stands by the review has to name themselves. */
export const noticeAnswerSchema = z.object({
  answer: z.enum(["keep", "remove"], "Choose what should happen with your review."),
  authorName: text("", 200).optional(),
  authorAddress: text("", 500).optional(),
  isContactShared: z.enum(["yes", "no"]).optional(),
});
export type NoticeAnswerInput = z.output<typeof noticeAnswerSchema>;

/** What is missing from the answer "it stays", by field. */
export function missingForAnswer({ answer, authorName, authorAddress, isContactShared }: NoticeAnswerInput) {
  const missing: Record<string, string> = {};
  if (answer === "remove") return missing;
  if (authorName === undefined) missing["authorName"] = "Give your full name.";
  if (authorAddress === undefined) missing["authorAddress"] = "Give your postal address.";
  if (isContactShared === undefined) {
    missing["isContactShared"] = "Choose whether your name and address may be passed on.";
  }
  return missing;
}

/** A complete form as the use case takes it. */
export function toNoticeAnswer({ answer, authorName = "", authorAddress = "", isContactShared }: NoticeAnswerInput) {
  if (answer === "remove") return { answer };
  return { answer, authorName, authorAddress, isContactShared: isContactShared === "yes" };
}
