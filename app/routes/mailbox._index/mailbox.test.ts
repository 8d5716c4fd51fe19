import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const BEFORE = { ...process.env };
let folder: string;

beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "hairline-mailbox-"))));
afterEach(() => {
  process.env = { ...BEFORE };
  rmSync(folder, { recursive: true, force: true });
});

/** The page's loader in a process with these settings. */
async function open(settings: Record<string, string>) {
  process.env = {
    ...BEFORE,
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    MEILI_URL: "http://127.0.0.1:1",
    MEILI_KEY: "key",
    DATA_DIR: folder,
    ...settings,
  };
  vi.resetModules();
  const { loader } = await import("#app/routes/mailbox._index/route.tsx");
  const { openMailbox } = await import("#app/platform/mailbox.server.ts");
  const { composeMail } = await import("#app/platform/compose-mail.server.ts");
  const send = async (subject: string) => {
    const mail = { key: "k", to: "ada@example.org", subject, paragraphs: ["Hello"], why: "Because." };
    const at = new Date("2026-11-22T10:00:00Z");
    const letter = await composeMail(mail, { id: "1", from: "no-reply@example.org", origin: "http://x.example", at });
    if (letter === null) throw new Error("not written");
    expect(await openMailbox().deliver(letter)).toEqual({ outcome: "sent" });
  };
  return { loader, send };
}

test("during development the mailbox shows mails that are files, newest first and without their text", async () => {
  const { loader, send } = await open({ NODE_ENV: "development", SMTP_URL: "" });
  expect(await loader()).toEqual({ mails: [] });
  await send("First");
  // Names tell the time to a millisecond: the second mail has to come in a later one.
  const first = Date.now();
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(first));
  await send("Second <b>");
  const { mails } = await loader();
  expect(mails.map(({ subject, to }) => [subject, to])).toEqual([
    ["Second <b>", "ada@example.org"],
    ["First", "ada@example.org"],
  ]);
  expect(Object.keys(mails[0] ?? {}).sort()).toEqual(["file", "sentAt", "subject", "to"]);
});

test.each([
  ["in production", { NODE_ENV: "production", SMTP_URL: "" }],
  ["in tests", { NODE_ENV: "test", SMTP_URL: "" }],
  ["with a mail server", { NODE_ENV: "development", SMTP_URL: "smtp://127.0.0.1:25" }],
])("there is no mailbox %s", async (_when, settings) => {
  const { loader, send } = await open(settings);
  await send("First");
  await expect(loader()).rejects.toMatchObject({ init: { status: 404 } });
});
