import { describe, expect, test } from "vitest";
import { hashPassword, isPassword } from "#app/domain/accounts/hash-password.server.ts";

async function made(password: string): Promise<string> {
  const hashed = await hashPassword(password);
  if (!hashed.ok) throw new Error(hashed.reason);
  return hashed.value;
}

describe("A-03 password hashes", () => {
  test("are Argon2id with the agreed cost and a salt of their own", async () => {
    const [one, other] = [await made("plum otter zebra"), await made("plum otter zebra")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, "plum otter zebra")).toEqual({ ok: true, value: true });
  });

  test.each([
    ["a blank at the end", "plum otter zebra "],
    ["another letter after 72 bytes", `${"plum otter zebra ".repeat(4)}5678a`],
  ])("tell passwords apart by %s", async (_name, other) => {
    const kept = other.endsWith("a") ? `${"plum otter zebra ".repeat(4)}5678b` : "plum otter zebra";
    expect(await isPassword(await made(kept), other)).toEqual({ ok: true, value: false });
  });

  test("match however the keyboard composed an accent", async () => {
    expect(await isPassword(await made("caf\u00e9 plum otter ze"), "cafe\u0301 plum otter ze")).toEqual({
      ok: true,
      value: true,
    });
  });

  test("of nobody, and such as no password made, match nothing", async () => {
    expect(await isPassword(null, "plum otter zebra")).toEqual({ ok: true, value: false });
    expect(await isPassword("secret-hash", "plum otter zebra")).toEqual({ ok: true, value: false });
  });

  test("are not made without end: who comes after forty waiting is told so", async () => {
    const asked = await Promise.all(Array.from({ length: 60 }, () => hashPassword("plum otter zebra")));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(44);
    expect(asked.at(-1)).toEqual({ ok: false, reason: "busy" });
    expect(await hashPassword("plum otter zebra")).toMatchObject({ ok: true });
  });
});
