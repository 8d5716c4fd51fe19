import type { Db } from "#app/platform/db.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { seal } from "#app/platform/secret-box.server.ts";

/**
 * Puts a mail into the outbox, in the transaction that it tells about: it leaves after the commit, and never without
 * one. Its body is encrypted until then, since it may hold a link that signs in.
 */
export async function queueMail(mail: Mail, tx: Db): Promise<void> {
  const { key, to, subject } = mail;
  const data = [{ key, toEmail: to, subject, sealed: seal("mail", JSON.stringify(mail)) }];
  await tx.outgoingMail.createMany({ data, skipDuplicates: true });
}
