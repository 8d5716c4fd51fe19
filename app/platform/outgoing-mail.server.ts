import type { Db } from "#app/platform/db.server.ts";
import { seal } from "#app/platform/secret-box.server.ts";

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
  /** Where one press ends mails of this kind. */
  stop?: { path: string };
};

/**
 * Puts a mail into the outbox, in the transaction that it tells about: it leaves after the commit, and never without
 * one. Its body is encrypted until then, since it may hold a link that signs in.
 */
export async function queueMail(mail: Mail, tx: Db): Promise<void> {
  const { key, to, subject } = mail;
  const data = [{ key, toEmail: to, subject, sealed: seal("mail", JSON.stringify(mail)) }];
  await tx.outgoingMail.createMany({ data, skipDuplicates: true });
}
