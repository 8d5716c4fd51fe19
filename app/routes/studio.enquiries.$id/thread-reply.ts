import type { FormReply } from "#app/platform/read-fields.ts";

/** What the forms of a thread do, and what is said once it is done. */
export const THREAD_DONE = {
  answer: "Your answer is in the thread.",
  propose: "Your times are in the thread.",
  take_back: "The time is taken back.",
  book: "The consultation is booked.",
  treat: "Marked as treated. Like every client treated through Hairline, this one is invited to review.",
  decline: "The enquiry is declined.",
  close: "The enquiry is closed.",
  block: "Blocked: no more messages enter this thread.",
  unblock: "Messages can enter this thread again.",
} as const;

export type ThreadIntent = keyof typeof THREAD_DONE;

export function isThreadIntent(text: string | null): text is ThreadIntent {
  return text !== null && Object.hasOwn(THREAD_DONE, text);
}

/** A form that came back, and which of the page's forms it was. */
export type ThreadReply = FormReply & { intent: ThreadIntent | null };
