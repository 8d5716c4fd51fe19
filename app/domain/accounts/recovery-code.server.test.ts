import { beforeAll, expect, test } from "vitest";
import { hashRecoveryCode, hashRecoveryCodes, makeRecoveryCodes } from "#app/domain/accounts/recovery-code.server.ts";

beforeAll(() => {
  process.env["SECRET_KEY"] = "a-key-for-tests-of-recovery-codes-only";
  process.env["DATABASE_URL"] ??= "postgresql://localhost/none";
  process.env["MEILI_URL"] ??= "http://localhost";
  process.env["MEILI_KEY"] ??= "none";
});

test("are ten different ones in groups of four, without letters that look alike", () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test("are the same however they are spelled", () => {
  const hash = hashRecoveryCode("ada", "10AB-CDEF-GHJK");
  expect(hash).not.toBeNull();
  for (const spelled of ["10abcdefghjk", " 10AB CDEF GHJK ", "lOab-cdef-ghjk", "io-ABCDEF-ghjk"]) {
    expect(hashRecoveryCode("ada", spelled)).toBe(hash);
  }
});

test("are bound to their account and can't be found by hashing them oneself", () => {
  const [code = ""] = makeRecoveryCodes();
  expect(hashRecoveryCode("ada", code)).not.toBe(hashRecoveryCode("bo", code));
  expect(hashRecoveryCodes("ada", [code])).toEqual([hashRecoveryCode("ada", code)]);
});

test.each(["", "123456", "10AB-CDEF-GHJ", "10AB-CDEF-GHJKM", "10AB-CDEF-GHJÜ", "10AB-CDEF-GHJU"])(
  "%j is none",
  (code) => {
    expect(hashRecoveryCode("ada", code)).toBeNull();
  },
);
