import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Carrier } from "#app/platform/carrier.ts";
import { env } from "#app/platform/env.server.ts";

/*
 * Where mails go while no mail server is given: a folder with one file a mail, complete messages that every mail
 * program opens, for the owner's eyes only. They may hold links that sign in.
 */
const folder = () => path.join(env().DATA_DIR, "mail");
/** 20261122T224512345Z-ID.eml: sorted by name is sorted by time. */
const NAME = /^\d{8}T\d{9}Z-[0-9a-f-]{36}\.eml$/;

/** Keeps each letter as a file. What is reported as sent is on the disk as a whole. */
export function openMailbox(now: () => Date = () => new Date()): Carrier {
  return {
    deliver: async ({ message }) => {
      const name = `${now().toISOString().replace(/[-:.]/g, "")}-${randomUUID()}.eml`;
      const temporary = path.join(folder(), `${name}.part`);
      try {
        await mkdir(folder(), { recursive: true, mode: 0o700 });
        const file = await open(temporary, "wx", 0o600);
        try {
          await file.writeFile(message);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, path.join(folder(), name));
        return { outcome: "sent" };
      } catch (problem) {
        await rm(temporary, { force: true }).catch(() => undefined);
        return { outcome: "later", reason: problem instanceof Error ? problem.message : String(problem) };
      }
    },
    isOpen: () => true,
    close: () => undefined,
  };
}

/** The names of all kept mails, newest first. */
export async function listMailbox(): Promise<string[]> {
  const names = await readdir(folder()).catch((problem: unknown) => {
    if (isMissing(problem)) return [];
    throw problem;
  });
  return names.filter((name) => NAME.test(name)).sort((a, b) => b.localeCompare(a));
}

/** One kept mail as it was sent, or null. */
export async function readFromMailbox(name: string): Promise<Buffer | null> {
  if (!NAME.test(name)) return null;
  return readFile(path.join(folder(), name)).catch((problem: unknown) => {
    if (isMissing(problem)) return null;
    throw problem;
  });
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && "code" in problem && problem.code === "ENOENT";
}
