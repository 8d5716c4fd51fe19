import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test, vi } from "vitest";

let box: typeof import("#app/platform/secret-box.server.ts");
const dataDir = mkdtempSync(path.join(tmpdir(), "hairline-secret-"));

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", dataDir);
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  vi.stubEnv("MEILI_URL", "http://localhost:1");
  vi.stubEnv("MEILI_KEY", "none");
  box = await import("#app/platform/secret-box.server.ts");
});

test("what was sealed comes back, and looks like nothing in between", () => {
  const sealed = box.seal("totp", "JBSWY3DPEHPK3PXP é");
  expect(Buffer.from(sealed).includes("JBSWY3DP")).toBe(false);
  expect(box.unseal("totp", sealed)).toBe("JBSWY3DPEHPK3PXP é");
  expect(box.seal("totp", "same")).not.toEqual(box.seal("totp", "same"));
});

test("what was changed, cut short or sealed for another purpose is refused", () => {
  const sealed = box.seal("mail", "hello");
  const changed = Uint8Array.from(sealed, (byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte));
  expect(() => box.unseal("mail", changed)).toThrow();
  expect(() => box.unseal("mail", sealed.subarray(0, 10))).toThrow();
  expect(() => box.unseal("totp", sealed)).toThrow();
});

test("keyed hashes are of one purpose and text only", () => {
  const hash = box.keyedHash("link", "review 1");
  expect(box.isKeyedHash("link", "review 1", hash)).toBe(true);
  for (const given of ["", hash.slice(1), `${hash}a`, box.keyedHash("device", "review 1")])
    expect(box.isKeyedHash("link", "review 1", given)).toBe(false);
});

test("the data folder keeps one key, readable by its owner only", () => {
  const file = path.join(dataDir, "secret.key");
  expect(readFileSync(file, "utf8")).toMatch(/^[\w-]{64}$/);
  expect(statSync(file).mode & 0o077).toBe(0);
});
