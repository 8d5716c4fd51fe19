import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import { listMailbox, openMailbox, readFromMailbox } from "#app/platform/mailbox.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { createMailSender } from "#app/platform/send-mails.server.ts";
import { openSmtpCarrier } from "#app/platform/smtp-carrier.server.ts";
import { startMailServer } from "../../tests/support/mail-server.ts";
import type { MailServer } from "../../tests/support/mail-server.ts";

const servers: MailServer[] = [];
let written = "";
const log = createLog({ level: "info", destination: { write: (line) => void (written += line) } });
const signal = new AbortController().signal;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const later = (ms: number) => new Date(Date.now() + ms);

beforeEach(async () => {
  written = "";
  await db().outgoingMail.deleteMany();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(settings: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(settings);
  servers.push(server);
  return server;
}
const sender = ({ url }: { url: string }) =>
  createMailSender(() => openSmtpCarrier(url, { answerMs: 2_000, letterMs: 4_000 }));
const turn = (send: ReturnType<typeof createMailSender>, now = new Date()) => send(now, { log, signal });

function mailTo(to: string, more: Partial<Mail> = {}): Mail {
  return {
    key: randomUUID(),
    to,
    subject: "Something happened",
    paragraphs: ["This is what happened."],
    why: "You get this because it concerns you.",
    ...more,
  };
}
const queue = (to: string, more?: Partial<Mail>) => queueMail(mailTo(to, more), db());
const rows = () => db().outgoingMail.findMany({ orderBy: { toEmail: "asc" } });
const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

describe("a mail server that works", () => {
  test("gets a mail once its transaction is committed, complete, and once", async () => {
    const server = await serve();
    const send = sender(server);
    await db().$transaction(async (tx) => {
      const mail = mailTo("ada@example.org", {
        action: { label: "Look at it", path: "/account" },
        stop: { path: "/follow-ups/stop/x" },
      });
      await queueMail(mail, tx);
      await queueMail(mail, tx);
      await turn(send);
      expect(await server.list()).toEqual([]);
    });
    await db()
      .$transaction(async (tx) => {
        await queueMail(mailTo("nobody@example.org"), tx);
        throw new Error("rolled back");
      })
      .catch(() => undefined);
    await turn(send);
    await turn(send, later(HOUR));
    const [mail, ...others] = await server.list();
    expect(others).toEqual([]);
    const [row] = await rows();
    expect(mail).toMatchObject({ from: env().MAIL_FROM, to: ["ada@example.org"], subject: "Something happened" });
    expect(mail?.links).toEqual([`${env().ORIGIN}/account`, `${env().ORIGIN}/follow-ups/stop/x`]);
    expect(mail?.html).toContain("This is what happened.");
    expect(mail?.headers["message-id"]).toBe(`<${row?.id}@localhost>`);
    expect(mail?.headers["list-unsubscribe"]).toBe(`<${env().ORIGIN}/follow-ups/stop/x>`);
    expect(mail?.headers["auto-submitted"]).toBe("auto-generated");
    expect(row).toMatchObject({ sealed: null, failedAt: null, attempts: 1 });
    expect(row?.sentAt).not.toBeNull();
  });

  test("gets each mail once, however many senders there are", async () => {
    const server = await serve();
    for (let count = 0; count < 20; count += 1) await queue(`person-${count}@example.org`);
    await Promise.all([1, 2, 3].map(() => turn(sender(server))));
    const received = (await server.list()).flatMap(({ to }) => to);
    expect(received).toHaveLength(20);
    expect(new Set(received).size).toBe(20);
  });

  test("a subject or address with line breaks adds neither a header nor a reader", async () => {
    const server = await serve();
    await queue("ada@example.org", { subject: "Hello\r\nBcc: eve@example.org\r\n\r\nBody" });
    await queue("bo@example.org\r\nRCPT TO:<eve@example.org>");
    await queue("bo@example.org, eve@example.org");
    await turn(sender(server));
    const mails = await server.list();
    expect(mails.map(({ to }) => to)).toEqual([["ada@example.org"]]);
    expect(mails[0]?.subject).toBe("Hello Bcc: eve@example.org Body");
    expect(mails[0]?.headers["bcc"]).toBeUndefined();
    expect(await db().outgoingMail.count({ where: { failedAt: { not: null }, sealed: null } })).toBe(2);
  });

  test("a mail that was sealed with another key fails and holds up no other", async () => {
    const server = await serve();
    await db().outgoingMail.create({
      data: { key: "broken", toEmail: "a@example.org", subject: "x", sealed: new Uint8Array(40) },
    });
    await queue("bo@example.org");
    await turn(sender(server));
    expect((await server.list()).map(({ to }) => to)).toEqual([["bo@example.org"]]);
    expect((await rows())[0]?.lastError).toContain("SECRET_KEY");
  });
});

describe("a mail server on a bad day", () => {
  test("F-21 while it is down transactions commit, and each mail is sent once when it is back", async () => {
    const first = await startMailServer();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const send = sender(first);
    for (const name of ["ada", "bo", "cleo"]) {
      await db().$transaction((tx) => queueMail(mailTo(`${name}@example.org`), tx));
      await turn(send);
    }
    for (let minute = 1; minute <= 10; minute += 1) await turn(send, later(minute * 60_000));
    expect((await rows()).map(({ sentAt, failedAt, attempts }) => [sentAt, failedAt, attempts])).toEqual([
      [null, null, 0],
      [null, null, 0],
      [null, null, 0],
    ]);
    // One outage is one line.
    expect(written.match(/"level":"error"/g)).toHaveLength(1);
    const server = await serve({ port });
    await turn(send, later(12 * 60_000));
    await turn(send, later(14 * 60_000));
    const received = (await server.list()).flatMap(({ to }) => to);
    expect(received).toEqual(["ada@example.org", "bo@example.org", "cleo@example.org"]);
    expect(written).toContain("can be reached again");
  });

  test("what it puts off is offered again with growing pauses, and others go meanwhile", async () => {
    let isBusy = true;
    const server = await serve({
      manners: {
        onRcptTo: ({ address }, _session, done) =>
          done(isBusy && address.startsWith("ada") ? refusal(450, "Try later") : undefined),
      },
    });
    const send = sender(server);
    await queue("ada@example.org");
    await queue("bo@example.org");
    await turn(send);
    expect((await server.list()).map(({ to }) => to)).toEqual([["bo@example.org"]]);
    const pauses: number[] = [];
    let now = new Date();
    for (let count = 0; count < 4; count += 1) {
      const before = now;
      now = (await rows())[0]?.notBefore ?? now;
      pauses.push(now.getTime() - before.getTime());
      await turn(send, now);
    }
    expect(pauses.at(-1)).toBeGreaterThan(2 * (pauses[0] ?? Infinity));
    isBusy = false;
    await turn(send, new Date(now.getTime() + DAY));
    await turn(send, new Date(now.getTime() + 2 * DAY));
    expect((await server.list()).map(({ to }) => to)).toEqual([["bo@example.org"], ["ada@example.org"]]);
  });

  test("what it puts off for three days is given up", async () => {
    const server = await serve({
      manners: { onRcptTo: (_address, _session, done) => done(refusal(450, "Try later")) },
    });
    const send = sender(server);
    await queue("ada@example.org");
    await turn(send);
    await turn(send, later(2 * DAY));
    expect((await rows())[0]?.failedAt).toBeNull();
    await turn(send, later(4 * DAY));
    expect((await rows())[0]).toMatchObject({ sealed: null, lastError: expect.stringContaining("Try later") });
  });

  test("what it refuses for good fails at once", async () => {
    const server = await serve({
      manners: { onRcptTo: (_address, _session, done) => done(refusal(550, "No such user")) },
    });
    await queue("ada@example.org");
    await turn(sender(server));
    const [row] = await rows();
    expect(row).toMatchObject({ sealed: null, attempts: 1, lastError: expect.stringContaining("No such user") });
    expect(row?.failedAt).not.toBeNull();
  });

  test("its plain no to a whole letter is no doubt: the letter is offered again", async () => {
    let isFull = true;
    const kept: string[] = [];
    const server = await serve({
      manners: {
        onData: (stream, session, done) => {
          stream.resume();
          stream.on("end", () => {
            if (!isFull) kept.push(session.id);
            done(isFull ? refusal(452, "Full") : undefined);
          });
        },
      },
    });
    const send = sender(server);
    await queue("ada@example.org");
    await turn(send);
    isFull = false;
    await turn(send, later(HOUR));
    expect(kept).toHaveLength(1);
    expect((await rows())[0]?.sentAt).not.toBeNull();
  });

  test.each(["silence", "a cut connection"])("a letter that is answered by %s is not sent again", async (answer) => {
    let taken = 0;
    const server = await startMailServer({
      manners: {
        onData: (stream) => {
          stream.resume();
          stream.on("end", () => {
            taken += 1;
            if (answer !== "silence") void server.stop();
          });
        },
      },
    });
    if (answer === "silence") servers.push(server);
    const send = createMailSender(() => openSmtpCarrier(server.url, { answerMs: 500, letterMs: 4_000 }));
    await queue("ada@example.org");
    await turn(send);
    await turn(send, later(DAY));
    expect(taken).toBe(1);
    const [row] = await rows();
    expect(row).toMatchObject({ sentAt: null, sealed: null, lastError: expect.stringMatching(/^outcome unknown/) });
    expect(written).toContain("outcome is unknown");
  });

  test("a connection that ends before the letter was begun costs nothing", async () => {
    let isMoody = true;
    const server = await serve({
      manners: {
        // 421: the server ends the conversation.
        onMailFrom: (_address, _session, done) => done(isMoody ? refusal(421, "Closing") : undefined),
      },
    });
    const send = sender(server);
    await queue("ada@example.org");
    await turn(send);
    expect((await rows())[0]).toMatchObject({ sendingAt: null, failedAt: null });
    isMoody = false;
    await turn(send, later(HOUR));
    expect(await server.list()).toHaveLength(1);
  });

  test("F-21 a mail whose process was killed while sending is not sent again", async () => {
    const server = await serve();
    await queue("ada@example.org");
    await db().outgoingMail.updateMany({ data: { sendingAt: new Date(), attempts: 1 } });
    await turn(sender(server));
    expect((await rows())[0]?.failedAt).toBeNull();
    await turn(sender(server), later(HOUR));
    expect((await rows())[0]).toMatchObject({ sealed: null, lastError: expect.stringMatching(/^outcome unknown/) });
    expect(await server.list()).toEqual([]);
    expect(written).toContain("cut off while it was sent");
  });

  test("after days of outage old mails are given up", async () => {
    const send = sender({ url: "smtp://127.0.0.1:1" });
    await queue("ada@example.org");
    await turn(send, later(4 * DAY));
    expect((await rows())[0]?.failedAt).toBeNull();
    await turn(send, later(5 * DAY));
    expect((await rows())[0]?.failedAt).not.toBeNull();
  });
});

test("without a mail server mails are files that only their owner can read", async () => {
  await queue("ada@example.org", { subject: "First" });
  const send = createMailSender(async () => openMailbox());
  await turn(send);
  await queue("ada@example.org", { subject: "Second" });
  await turn(send);
  const names = await listMailbox();
  expect(names).toHaveLength(2);
  const [newest = ""] = names;
  expect((await readFromMailbox(newest))?.toString()).toMatch(/^Subject: Second\r\n/m);
  expect(statSync(path.join(env().DATA_DIR, "mail", newest)).mode & 0o777).toBe(0o600);
  expect(await readFromMailbox("../secret.key")).toBeNull();
});
