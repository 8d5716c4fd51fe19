import PostalMime from "postal-mime";
import { env } from "#app/platform/env.server.ts";
import { listMailbox, readFromMailbox } from "#app/platform/mailbox.server.ts";

/** One line of the list. */
export type MailboxLine = { file: string; to: string; subject: string; sentAt: string };
/** A mail as its page shows it: its text, never its HTML. */
export type MailboxMail = MailboxLine & { headers: { name: string; value: string }[]; text: string };

const MOST_LINES = 100;

/**
 * Whether the mailbox has a page: only for development, and only while mails are files. Mails hold links that sign in;
 * anywhere else the page would be a way into every account.
 */
export function isMailboxShown(): boolean {
  const { NODE_ENV, SMTP_URL } = env();
  return NODE_ENV === "development" && SMTP_URL === undefined;
}

/** The newest hundred mails, newest first. */
export async function findMailboxLines(): Promise<MailboxLine[]> {
  const files = (await listMailbox()).slice(0, MOST_LINES);
  const mails = await Promise.all(files.map(findMailboxMail));
  return mails.flatMap((mail) => {
    if (mail === null) return [];
    const { headers: _headers, text: _text, ...line } = mail;
    return [line];
  });
}

export async function findMailboxMail(file: string): Promise<MailboxMail | null> {
  const message = await readFromMailbox(file);
  if (message === null) return null;
  const { to = [], subject = "", date = "", text = "", headers } = await PostalMime.parse(message);
  return {
    file,
    to: to.map(({ address, name }) => address ?? name).join(", "),
    subject,
    sentAt: date,
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    text,
  };
}
