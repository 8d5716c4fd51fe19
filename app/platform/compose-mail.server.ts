import { createTransport } from "nodemailer";
import type { Letter } from "#app/platform/carrier.ts";
import { layOutMail } from "#app/platform/lay-out-mail.ts";
import type { Mail } from "#app/platform/mail.ts";

type Sender = { id: string; from: string; origin: string; at: Date };

/** One plain address: nothing that a header could take for a second one, for a name or for a line's end. */
const PLAIN_ADDRESS = /^[^\s<>()[\],;:\\"@\p{Cc}]+@[^\s<>()[\],;:\\"@\p{Cc}]+$/u;

// It writes messages and sends none. What a mail says can't make it read a file or an address.
const writer = createTransport({
  streamTransport: true,
  buffer: true,
  newline: "windows",
  disableFileAccess: true,
  disableUrlAccess: true,
});

/**
 * Writes a mail out. The same `id` gives the same Message-ID, so that a server or reader who gets it twice can tell.
 * Null for an address that can't be written to.
 */
export async function composeMail(mail: Mail, { id, from, origin, at }: Sender): Promise<Letter | null> {
  if (!PLAIN_ADDRESS.test(mail.to)) return null;
  const { subject, text, html, stopUrl } = layOutMail(mail, origin);
  const { message } = await writer.sendMail({
    messageId: `<${id}@${new URL(origin).hostname}>`,
    date: at,
    from: { name: "Hairline", address: from },
    to: { name: "", address: mail.to },
    subject,
    text,
    html,
    // Machines that answer mails leave these alone.
    headers: { "Auto-Submitted": "auto-generated", ...(stopUrl ? { "List-Unsubscribe": `<${stopUrl}>` } : {}) },
  });
  if (!Buffer.isBuffer(message)) throw new Error("The message was not written into memory");
  return { from, to: mail.to, message };
}
