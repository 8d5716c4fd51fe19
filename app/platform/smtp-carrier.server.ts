import { Readable } from "node:stream";
import type { NodemailerError } from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Carrier, Delivery, Letter } from "#app/platform/carrier.ts";

export type SmtpPatience = {
  /** Milliseconds to reach the server and be greeted, and between two of its answers. */
  answerMs: number;
  /** Milliseconds for one letter, however lively the server is. */
  letterMs: number;
};
const PATIENCE: SmtpPatience = { answerMs: 15_000, letterMs: 60_000 };

/*
 * Nodemailer's pooled transport is not used: when a connection ends during a letter, it offers the letter again, even
 * where the server may have it already. Here one connection carries one letter after another, and we know of each
 * whether the server had begun to take it in: only then is its text read.
 */

/** Connects and signs in. Rejects when the server can't be reached or won't have us: no letter is concerned by that. */
export async function openSmtpCarrier(smtpUrl: string, patience: SmtpPatience = PATIENCE): Promise<Carrier> {
  const { connection, account } = prepare(new URL(smtpUrl), patience);
  await new Promise<void>((resolve, reject) => {
    const settle = (problem?: NodemailerError | null) => (problem ? reject(problem) : resolve());
    // Stays: without a listener a lost connection would end the process.
    connection.on("error", settle);
    connection.once("end", () => reject(new Error("The mail server ended the connection")));
    connection.connect((problem) => {
      if (problem || !account) settle(problem);
      else connection.login(account, settle);
    });
  }).catch((problem: unknown) => {
    connection.close();
    throw problem;
  });

  let isClean = true;
  return {
    deliver: async (letter) => {
      // What the last letter left behind, a refused recipient for example, is put away first.
      if (!isClean && !(await reset(connection))) {
        connection.close();
        return { outcome: "later", reason: "The mail server ended the connection" };
      }
      const delivery = await deliver(connection, letter, patience.letterMs);
      isClean = delivery.outcome === "sent";
      if (delivery.outcome === "unknown") connection.close();
      return delivery;
    },
    isOpen: () => !connection.destroyed,
    close: () => {
      if (!connection.destroyed) connection.quit();
    },
  };
}

function prepare(url: URL, { answerMs }: SmtpPatience) {
  const user = decodeURIComponent(url.username);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const connection = new SMTPConnection({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? undefined : Number(url.port),
    secure: url.protocol === "smtps:",
    // The password goes over no open line.
    requireTLS: url.protocol === "smtp:" && user !== "" && !isHere,
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    socketTimeout: answerMs,
    dnsTimeout: answerMs,
  });
  return { connection, account: user === "" ? null : { user, pass: decodeURIComponent(url.password) } };
}

function reset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => {
    if (connection.destroyed) return resolve(false);
    connection.once("end", () => resolve(false));
    connection.reset((problem) => resolve(!problem));
  });
}

async function deliver(connection: SMTPConnection, letter: Letter, letterMs: number): Promise<Delivery> {
  const { from, to, message } = letter;
  let hasBegun = false;
  const text = new Readable({
    read() {
      hasBegun = true;
      this.push(message);
      this.push(null);
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const problem = await new Promise<Partial<NodemailerError> | null>((resolve) => {
    timer = setTimeout(() => {
      resolve(new Error("The mail server took too long"));
      connection.close();
    }, letterMs);
    connection.send({ from, to: [to], size: message.byteLength }, text, (error) => resolve(error));
  });
  clearTimeout(timer);
  if (problem === null) return { outcome: "sent" };
  return judge(problem, hasBegun);
}

function judge(problem: Partial<NodemailerError>, hasBegun: boolean): Delivery {
  const { message: reason = "no reason given", responseCode, command, code } = problem;
  // Once it has begun to take the letter in, only its answer to the whole letter says that it has not kept it. 421 is
  // about the connection, and comes at any time.
  const isAnswer = command === "DATA" && responseCode !== 421;
  if (hasBegun && !isAnswer) return { outcome: "unknown", reason };
  if (responseCode) return { outcome: responseCode >= 500 ? "refused" : "later", reason };
  // Too large, or an address that can't be written to the server: ours to know, and the same next time.
  const isOurs = code === "EENVELOPE" || code === "EMESSAGE";
  return { outcome: isOurs ? "refused" : "later", reason };
}
