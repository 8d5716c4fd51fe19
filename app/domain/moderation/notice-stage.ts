/*
 * The clocks of a defamation notice (Defamation Act 2013, section 5, and its regulations): to the author within 48
 * hours; the author answers until the end of the fifth day after; without a proper answer something is done within 48
 * hours. States: to_forward -> waiting -> to_act -> done. The 48 hours are those of business days.
 */
export type NoticeClock = {
  forwardBy: Date;
  forwardedAt: Date | null;
  answerBy: Date | null;
  answer: "keep" | "remove" | "defective" | null;
  actBy: Date | null;
  actedAt: Date | null;
};
export type NoticeStage = {
  stage: "to_forward" | "waiting" | "to_act" | "done";
  dueAt: Date | null;
  isOverdue: boolean;
};

/** Hours of business days in which a notice goes to the author, and in which it is acted on. */
export const NOTICE_HOURS = 48;
/** Days, every day counting, that the author has. */
export const ANSWER_DAYS = 5;

export const NOTICE_STAGE_WORDS: Record<NoticeStage["stage"], string> = {
  to_forward: "To be sent to the author",
  waiting: "Waiting for the author’s answer",
  to_act: "To be acted on",
  done: "Nothing more to do under the notice",
};

/** What has to happen next with a notice and by when; overdue once that moment is past. */
export function noticeStage(notice: NoticeClock, now: Date): NoticeStage {
  const { forwardBy, forwardedAt, answerBy, actBy, actedAt } = notice;
  if (actedAt !== null) return { stage: "done", dueAt: null, isOverdue: false };
  if (actBy !== null) return { stage: "to_act", dueAt: actBy, isOverdue: now > actBy };
  if (forwardedAt !== null) {
    // The author may be late; that is for the clock to notice, and makes nobody overdue but the clock.
    return { stage: "waiting", dueAt: answerBy, isOverdue: answerBy !== null && now > answerBy };
  }
  return { stage: "to_forward", dueAt: forwardBy, isOverdue: now > forwardBy };
}
