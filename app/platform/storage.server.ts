import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, type FileHandle } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { env } from "#app/platform/env.server.ts";

export interface StoredFile {
  /** Length in bytes, for Content-Length. */
  size: number;
  stream: Readable;
}

/**
 * Where pictures and documents are kept: small groups of named files under one unguessable key. Keys and names
 * that don't look like ours are treated as absent when read and are a bug (thrown) when written.
 */
export interface Storage {
  /** Keeps one file; once the promise resolves, it survives a crash. An earlier file of the same name is replaced. */
  put(key: string, name: string, bytes: Uint8Array): Promise<void>;
  /** Opens a file, or gives null where there is none. Whoever asked must use up or destroy the stream. */
  read(key: string, name: string): Promise<StoredFile | null>;
  /** Removes a key with all of its files. Removing what isn't there is no error. */
  remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9]{26,40}$/;
const NAME = /^[a-z0-9]{1,40}\.[a-z0-9]{2,5}$/;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** A key of 128 random bits: 26 characters of a to z and 2 to 7. */
export function newStorageKey(): string {
  let bits = BigInt(`0x${randomBytes(16).toString("hex")}`);
  let key = "";
  for (let place = 0; place < 26; place += 1) {
    key += ALPHABET.charAt(Number(bits & 31n));
    bits >>= 5n;
  }
  return key;
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && "code" in problem && (problem.code === "ENOENT" || problem.code === "ENOTDIR");
}

/** Whether keeping a file failed for want of room: a full disk or a used-up quota. */
export function isFull(problem: unknown): boolean {
  return problem instanceof Error && "code" in problem && (problem.code === "ENOSPC" || problem.code === "EDQUOT");
}

async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, "r");
    await handle.sync();
  } catch (problem) {
    // Windows can't open folders, and needs no sync of them either.
    if (process.platform !== "win32") throw problem;
  } finally {
    await handle?.close();
  }
}

/** Keeps files on the local disk below `root`, in folders of two levels so that none grows too long to list. */
export function diskStorage(root: string): Storage {
  const folderOf = (key: string): string => path.join(root, key.slice(0, 2), key);
  const incoming = path.join(root, "incoming");
  return {
    async put(key, name, bytes) {
      if (!KEY.test(key)) throw new Error("Not a storage key");
      if (!NAME.test(name)) throw new Error("Not a name for a stored file");
      const folder = folderOf(key);
      const temporary = path.join(incoming, randomUUID());
      await Promise.all([mkdir(incoming, { recursive: true }), mkdir(folder, { recursive: true })]);
      try {
        const handle = await open(temporary, "wx", 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, path.join(folder, name));
        await syncFolder(folder);
      } catch (problem) {
        await rm(temporary, { force: true });
        throw problem;
      }
    },
    async read(key, name) {
      if (!KEY.test(key) || !NAME.test(name)) return null;
      let handle: FileHandle;
      try {
        handle = await open(path.join(folderOf(key), name), "r");
      } catch (problem) {
        if (isMissing(problem)) return null;
        throw problem;
      }
      try {
        const { size } = await handle.stat();
        // The stream closes the handle when it ends or is destroyed.
        return { size, stream: handle.createReadStream() };
      } catch (problem) {
        await handle.close();
        throw problem;
      }
    },
    async remove(key) {
      if (!KEY.test(key)) return;
      await rm(folderOf(key), { recursive: true, force: true });
    },
  };
}

let current: Storage | undefined;
/** The storage of this process: files under DATA_DIR. */
export function storage(): Storage {
  return (current ??= diskStorage(path.join(env().DATA_DIR, "storage")));
}
