import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { storePhoto } from "#app/domain/media/store-photo.server.ts";
import type { Storage } from "#app/platform/storage.server.ts";

const PROCESSED = {
  width: 960,
  height: 640,
  variants: ([960, 640, 320] as const).map((width) => ({ width, bytes: Buffer.from(String(width)) })),
  perceptualHash: "00ff00ff00ff00ff",
  placeholderColour: "#a0a0a0",
};

function memoryStorage(room: number): Storage & { files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    put: async (key, name, bytes) => {
      if (files.size >= room) throw new Error("no space left");
      files.set(`${key}/${name}`, bytes);
    },
    read: async (key, name) => {
      const bytes = files.get(`${key}/${name}`);
      return bytes ? { size: bytes.length, stream: Readable.from([bytes]) } : null;
    },
    remove: async (key) => {
      for (const name of [...files.keys()]) if (name.startsWith(`${key}/`)) files.delete(name);
    },
  };
}

test("every width of a photo is kept under one new key", async () => {
  const store = memoryStorage(10);
  const photo = await storePhoto(PROCESSED, store);
  expect(photo).toEqual({ key: photo.key, width: 960, height: 640, placeholderColour: "#a0a0a0" });
  expect([...store.files.keys()].sort()).toEqual(["320", "640", "960"].map((width) => `${photo.key}/${width}.webp`));
  expect((await storePhoto(PROCESSED, store)).key).not.toBe(photo.key);
});

test("F-15 when the disk is full nothing of the photo stays behind", async () => {
  const store = memoryStorage(2);
  await expect(storePhoto(PROCESSED, store)).rejects.toThrow("no space left");
  expect(store.files.size).toBe(0);
});
