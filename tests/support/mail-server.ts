import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { SMTPServerOptions } from "smtp-server";

/** A mail as somebody received it. */
export type ReceivedMail = {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** Addresses in the text, in their order. */
  links: string[];
};

export type MailReader = {
  /** Everything received so far, in order. */
  list: () => Promise<ReceivedMail[]>;
  /** The newest mail to this address whose subject contains these words, waiting up to ten seconds for it. */
  waitFor: (to: string, subject: string | RegExp) => Promise<ReceivedMail>;
};

/** What the server says to the sender, to a recipient, or to the letter as a whole; nothing means that it is taken. */
type Manners = Pick<SMTPServerOptions, "onConnect" | "onMailFrom" | "onRcptTo" | "onData">;

export type MailServer = MailReader & {
  /** For SMTP_URL. */
  url: string;
  stop: () => Promise<void>;
};

type Settings = { port?: number; folder?: string; manners?: Manners };

/** A real SMTP server on the loopback address that keeps every letter as a file. */
export async function startMailServer({ port = 0, folder, manners = {} }: Settings = {}): Promise<MailServer> {
  const ownFolder = folder === undefined ? mkdtempSync(path.join(tmpdir(), "hairline-mails-")) : undefined;
  const kept = folder ?? ownFolder ?? "";
  mkdirSync(kept, { recursive: true });
  let count = readdirSync(kept).length;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const name = `${String((count += 1)).padStart(6, "0")}.eml`;
        const temporary = path.join(kept, `.${name}`);
        writeFileSync(temporary, Buffer.concat(chunks));
        renameSync(temporary, path.join(kept, name));
        done();
      });
    },
    ...manners,
  });
  // Senders that hang up are what some tests are about.
  server.on("error", () => undefined);
  const listening = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    const http = server.listen(port, "127.0.0.1", () => {
      const address = http.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
  return {
    ...mailFolder(kept),
    url: `smtp://127.0.0.1:${listening}`,
    stop: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (ownFolder !== undefined) rmSync(ownFolder, { recursive: true, force: true });
    },
  };
}

/** Reads what a server, perhaps of another process, keeps in this folder. */
export function mailFolder(folder: string): MailReader {
  const list = async () => {
    const names = readdirSync(folder).filter((name) => /^\d+\.eml$/.test(name));
    return Promise.all(names.sort().map((name) => read(readFileSync(path.join(folder, name)))));
  };
  return {
    list,
    waitFor: async (to, subject) => {
      const fits = (mail: ReceivedMail) =>
        mail.to.includes(to) &&
        (typeof subject === "string" ? mail.subject.includes(subject) : subject.test(mail.subject));
      const until = Date.now() + 10_000;
      for (;;) {
        const mails = await list();
        const found = mails.findLast(fits);
        if (found) return found;
        if (Date.now() > until)
          throw new Error(
            `No mail about "${subject}" came to ${to}; others: ${mails.map((mail) => mail.subject).join(" | ")}`,
          );
        await delay(50);
      }
    },
  };
}

async function read(message: Uint8Array): Promise<ReceivedMail> {
  const { from, to = [], subject = "", text = "", html = "", headers } = await PostalMime.parse(message);
  return {
    from: from?.address ?? "",
    to: to.flatMap(({ address }) => address ?? []),
    subject,
    text,
    html,
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
    links: text.match(/https?:\/\/\S+/g) ?? [],
  };
}
