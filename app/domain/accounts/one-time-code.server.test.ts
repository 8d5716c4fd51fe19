import { Secret } from "otpauth";
import { describe, expect, test } from "vitest";
import { makeSeed, setUpAddress, stepOfCode } from "#app/domain/accounts/one-time-code.server.ts";

/** RFC 6238, appendix B, SHA-1: the last six of the eight digits. */
const SEED = Secret.fromUTF8("12345678901234567890").base32;
const VECTORS = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [20_000_000_000, "353130"],
] as const;

describe("codes of an authenticator", () => {
  test.each(VECTORS)("at second %i the code is %s, as the standard says", (seconds, code) => {
    const step = BigInt(Math.floor(seconds / 30));
    expect(stepOfCode(SEED, code, new Date(seconds * 1_000))).toBe(step);
  });

  test("a code keeps its own step when it is given one step late or early", () => {
    for (const late of [-30, 30])
      expect(stepOfCode(SEED, "081804", new Date((1_111_111_109 + late) * 1_000))).toBe(37_037_036n);
    for (const late of [-60, 60])
      expect(stepOfCode(SEED, "081804", new Date((1_111_111_109 + late) * 1_000))).toBeNull();
  });

  test("blanks in it don't matter; anything but six digits is no code", () => {
    const at = new Date(59_000);
    expect(stepOfCode(SEED, " 287 082 ", at)).toBe(1n);
    for (const code of ["", "28708", "2870822", "94287082", "28708a", "２８７０８２"]) {
      expect(stepOfCode(SEED, code, at)).toBeNull();
    }
  });
});

test("every seed is new and has 160 bits", () => {
  const seeds = Array.from({ length: 50 }, makeSeed);
  expect(new Set(seeds).size).toBe(50);
  for (const seed of seeds) expect(Secret.fromBase32(seed).bytes).toHaveLength(20);
});

test("what an app reads names the site and the account, and is plain about the method", () => {
  const url = new URL(setUpAddress(SEED, "ada+smp@example.org"));
  expect(url.protocol).toBe("otpauth:");
  expect(decodeURIComponent(url.pathname)).toContain("Hairline:ada+smp@example.org");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    issuer: "Hairline",
    secret: SEED,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
