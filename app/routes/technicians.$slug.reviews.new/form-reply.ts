import type { FormReply } from "#app/platform/read-fields.ts";

/** A refusal that is about more than one field, with where to go. */
export type FormNotice = { text: string; link: { href: string; label: string } | null };

/** What the page shows again when a form was not carried out as it was meant. */
export type ReviewFormReply = FormReply & {
  notice: FormNotice | null;
  /** The state of the draft that the form now stands on. */
  version: number | null;
};

export type FormOutcome =
  | { kind: "sent"; reviewId: string }
  | { kind: "saved"; version: number }
  /** Saved, and on to the page where parts of a photo are hidden. */
  | { kind: "cover"; path: string }
  | { kind: "refused"; status: 400 | 403 | 404 | 409 | 429; reply: ReviewFormReply };
