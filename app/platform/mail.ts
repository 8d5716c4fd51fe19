/**
 * A mail as the domain writes it: what happened, why, what to do. Nothing private stands in it but a link (P-04).
 * Texts are plain; the layout makes text and HTML of them.
 */
export type Mail = {
  /** Names the occasion, for example `review-decided:ID:3`: the same mail asked for twice is sent once. */
  key: string;
  to: string;
  subject: string;
  /** One sentence or two each. */
  paragraphs: string[];
  /** The one thing to do next. `path` starts with a slash; the origin is put before it when the mail is sent. */
  action?: { label: string; path: string };
  /** Why the reader gets this mail: "You get this because ...". */
  why: string;
  /** Where one press ends mails of this kind; "No more mails like this", unless `label` says it better. */
  stop?: { path: string; label?: string };
};
