import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskStorage, newStorageKey, type Storage } from "#app/platform/storage.server.ts";

let root: string;
let store: Storage;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "hairline-storage-"));
  store = diskStorage(path.join(root, "storage"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function contents(key: string, name: string): Promise<string | null> {
  const file = await store.read(key, name);
  return file && (await buffer(file.stream)).toString();
}

test("keys are 26 characters and never the same twice", () => {
  const keys = Array.from({ length: 500 }, newStorageKey);
  for (const key of keys) expect(key).toMatch(/^[a-z2-7]{26}$/);
  expect(new Set(keys).size).toBe(500);
});

test("a file that was put can be read with its size, and replaced", async () => {
  const key = newStorageKey();
  await store.put(key, "640.webp", Buffer.from("first"));
  await store.put(key, "640.webp", Buffer.from("second one"));
  const file = await store.read(key, "640.webp");
  expect(file?.size).toBe(10);
  expect(file && (await buffer(file.stream)).toString()).toBe("second one");
});

test("nothing unfinished is left beside the files", async () => {
  await store.put(newStorageKey(), "640.webp", Buffer.from("x"));
  expect(await readdir(path.join(root, "storage", "incoming"))).toEqual([]);
});

test("reading what is not there gives null", async () => {
  const key = newStorageKey();
  expect(await store.read(key, "640.webp")).toBeNull();
  await store.put(key, "640.webp", Buffer.from("x"));
  expect(await store.read(key, "960.webp")).toBeNull();
});

test("removing a key removes all of its files and no others", async () => {
  const [one, other] = [newStorageKey(), newStorageKey()];
  await store.put(one, "320.webp", Buffer.from("a"));
  await store.put(one, "640.webp", Buffer.from("b"));
  await store.put(other, "320.webp", Buffer.from("c"));
  await store.remove(one);
  await store.remove(one);
  expect(await contents(one, "320.webp")).toBeNull();
  expect(await contents(one, "640.webp")).toBeNull();
  expect(await contents(other, "320.webp")).toBe("c");
});

const KEY = "a".repeat(26);
test.each([
  ["../../../etc/passwd", "320.webp"],
  ["..", "320.webp"],
  ["", "320.webp"],
  [`${KEY}/..`, "320.webp"],
  [`${KEY}\0`, "320.webp"],
  [KEY.toUpperCase(), "320.webp"],
  [KEY, "../secret.webp"],
  [KEY, ".."],
  [KEY, "320.webp\0.png"],
  [KEY, "a/b.webp"],
  [KEY, "a\\b.webp"],
])("U-02 neither key %j nor name %j leads out of the storage", async (key, name) => {
  await writeFile(path.join(root, "secret.webp"), "secret");
  expect(await store.read(key, name)).toBeNull();
  await expect(store.put(key, name, Buffer.from("x"))).rejects.toThrow("Not a");
});

test("removing something that is no key touches nothing", async () => {
  await store.put(KEY, "320.webp", Buffer.from("x"));
  for (const key of ["", ".", "..", "aa"]) await store.remove(key);
  expect(await contents(KEY, "320.webp")).toBe("x");
});
