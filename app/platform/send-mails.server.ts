import { z } from "zod";
import type { Carrier, Delivery } from "#app/platform/carrier.ts";
import { composeMail } from "#app/platform/compose-mail.server.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { env } from "#app/platform/env.server.ts";
import type { Logger } from "#app/platform/log.server.ts";
import { openMailbox } from "#app/platform/mailbox.server.ts";
import { unseal } from "#app/platform/secret-box.server.ts";
import { openSmtpCarrier } from "#app/platform/smtp-carrier.server.ts";

/** Mails of one turn, so that a turn ends. */
const MOST_A_TURN = 200;
const GIVE_UP_AFTER_MS = 3 * DAY_MS;
/** Longer than any sending lasts: what still stands as being sent after that was cut off with its process. */
const CUT_OFF_AFTER_MS = 5 * 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
const LONGEST_OUTAGE_PAUSE_MS = 60_000;
/** A server that can't be reached for so long is more than a restart. */
const OUTAGE_MS = 3_600_000;
const LONGEST_REASON = 500;

const text = z.string();
const storedMail = z.object({
  key: text,
  to: text,
  subject: text,
  paragraphs: z.array(text),
  action: z.object({ label: text, path: text }).optional(),
  why: text,
  stop: z.object({ path: text }).optional(),
});

const claimedRow = z.object({ id: z.uuid(), sealed: z.instanceof(Uint8Array), attempts: z.int(), createdAt: z.date() });
type Claimed = z.infer<typeof claimedRow>;

type Turn = { log: Logger; signal: AbortSignal };
export type MailSender = (now: Date, turn: Turn) => Promise<void>;

const openConfigured = async (): Promise<Carrier> => {
  const { SMTP_URL } = env();
  return SMTP_URL === undefined ? openMailbox() : openSmtpCarrier(SMTP_URL);
};

/**
 * Makes what sends waiting mails, a turn at a time. A mail is marked before the server is spoken to and never sent
 * twice: where nobody can say whether it was taken, it counts as failed. A server that can't be reached concerns no
 * single mail; all wait, and the pause between two tries grows to a minute. What a reachable server puts off is offered
 * again with growing pauses for three days.
 */
export function createMailSender(open: () => Promise<Carrier> = openConfigured): MailSender {
  let failures = 0;
  let failingSince = 0;
  let pausedUntil = 0;

  const connect = async (now: Date, log: Logger) => {
    try {
      const carrier = await open();
      if (failures > 0) log.info({ failures }, "the mail server can be reached again");
      failures = 0;
      return carrier;
    } catch (error) {
      failures += 1;
      if (failures === 1) failingSince = now.getTime();
      pausedUntil = now.getTime() + jitter(Math.min(LONGEST_OUTAGE_PAUSE_MS, 1_000 * 2 ** Math.min(failures, 10)));
      // The first failure is news, later ones are the same outage.
      log[failures === 1 ? "error" : "debug"]({ err: error, failures }, "can't reach the mail server; mails wait");
      // Not at once: mails from before a long pause of our own still get their chance.
      if (now.getTime() - failingSince > OUTAGE_MS) await giveUpOld(now, log);
      return null;
    }
  };

  return async (now, { log, signal }) => {
    await failCutOff(now, log);
    // A clock that was set back ends the pause too.
    const isPaused = now.getTime() < pausedUntil && pausedUntil - now.getTime() <= 2 * LONGEST_OUTAGE_PAUSE_MS;
    if (isPaused || !(await isAnyDue(now))) return;
    const carrier = await connect(now, log);
    if (carrier === null) return;
    try {
      for (let count = 0; count < MOST_A_TURN && carrier.isOpen() && !signal.aborted; count += 1) {
        const mail = await claim(now);
        if (mail === null) break;
        const delivery = await send(mail, carrier, now);
        await settle(mail, delivery, now);
        if (delivery.outcome === "unknown")
          log.error({ mail: mail.id, reason: delivery.reason }, "a mail's outcome is unknown; it is not sent again");
        if (delivery.outcome === "refused") log.warn({ mail: mail.id }, "a mail was refused for good");
      }
    } finally {
      carrier.close();
    }
  };
}

/** Due by the clock it is given or by the database's, whichever is ahead: rows are dated by the latter. */
async function isAnyDue(now: Date): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 AS due FROM "OutgoingMail"
    WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "sendingAt" IS NULL AND "notBefore" <= greatest(${now}, now())
    LIMIT 1`;
  return rows.length > 0;
}

/** Marks the next mail as being sent; that is committed before anybody speaks to a server. */
async function claim(now: Date): Promise<Claimed | null> {
  const rows = await db().$queryRaw`
    UPDATE "OutgoingMail" SET "sendingAt" = ${now}, attempts = attempts + 1
    WHERE id = (
      SELECT id FROM "OutgoingMail"
      WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "sendingAt" IS NULL AND "notBefore" <= greatest(${now}, now())
      ORDER BY "notBefore", id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, sealed, attempts, "createdAt"`;
  return z.array(claimedRow).parse(rows)[0] ?? null;
}

async function send(row: Claimed, carrier: Carrier, now: Date): Promise<Delivery> {
  const { MAIL_FROM, ORIGIN } = env();
  let letter;
  try {
    const mail = storedMail.parse(JSON.parse(unseal("mail", row.sealed)));
    letter = await composeMail(mail, { id: row.id, from: MAIL_FROM, origin: ORIGIN, at: now });
  } catch {
    return { outcome: "refused", reason: "it can't be read; was SECRET_KEY changed?" };
  }
  if (letter === null) return { outcome: "refused", reason: "its address can't be written to" };
  return carrier.deliver(letter);
}

async function settle({ id, attempts, createdAt }: Claimed, delivery: Delivery, now: Date): Promise<void> {
  if (delivery.outcome === "sent") {
    await db().outgoingMail.update({ where: { id }, data: { sentAt: now, sealed: null, lastError: null } });
    return;
  }
  const reason = delivery.reason.slice(0, LONGEST_REASON);
  const isOld = attempts > 1 && now.getTime() - createdAt.getTime() > GIVE_UP_AFTER_MS;
  const isOver = delivery.outcome !== "later" || isOld;
  if (isOver) {
    const lastError = delivery.outcome === "unknown" ? `outcome unknown: ${reason}` : reason;
    await db().outgoingMail.update({ where: { id }, data: { failedAt: now, sealed: null, lastError } });
    return;
  }
  const pause = jitter(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 12)));
  const notBefore = new Date(now.getTime() + pause);
  await db().outgoingMail.update({ where: { id }, data: { sendingAt: null, notBefore, lastError: reason } });
}

/** A process that ended in the middle of sending left its mail marked: nobody knows whether the server has it. */
async function failCutOff(now: Date, log: Logger): Promise<void> {
  const waiting = { sentAt: null, failedAt: null };
  const cutOff = await db().outgoingMail.updateManyAndReturn({
    where: { ...waiting, sendingAt: { lt: new Date(now.getTime() - CUT_OFF_AFTER_MS) } },
    data: { failedAt: now, sealed: null, lastError: "outcome unknown: cut off while it was sent" },
    select: { id: true },
  });
  for (const { id } of cutOff) log.error({ mail: id }, "a mail was cut off while it was sent; it is not sent again");
}

async function giveUpOld(now: Date, log: Logger): Promise<void> {
  const { count } = await db().outgoingMail.updateMany({
    where: {
      sentAt: null,
      failedAt: null,
      sendingAt: null,
      createdAt: { lt: new Date(now.getTime() - GIVE_UP_AFTER_MS) },
    },
    data: { failedAt: now, sealed: null, lastError: "the mail server could not be reached for three days" },
  });
  if (count > 0) log.error({ count }, "mails that waited three days for the mail server were given up");
}

/** Three quarters to five quarters of it, so that what failed together does not come back together. */
function jitter(ms: number): number {
  return Math.round(ms * (0.75 + Math.random() / 2));
}
