import { describe, expect, test } from "vitest";
import { newPasswordSchema, signInSchema, signUpSchema } from "#app/domain/accounts/account-schema.ts";
import { readFields } from "#app/platform/read-fields.ts";

const GOOD = { email: " Ada@Example.ORG", displayName: " Ada ", password: " plum otter zebra ", isAdult: "yes" };
const read = (fields: Record<string, string>) => readFields(signUpSchema, new URLSearchParams(fields));

describe("the form to sign up", () => {
  test("takes the address in small letters and the name without blanks around it, and the password as it is (A-01)", () => {
    expect(read(GOOD)).toEqual({
      ok: true,
      value: { email: "ada@example.org", displayName: "Ada", password: " plum otter zebra ", isAdult: "yes" },
    });
  });

  test("says everything that is wrong at once", () => {
    const refused = read({ email: "ada", displayName: "A", password: "short", isAdult: "no" });
    expect(refused.ok ? [] : Object.keys(refused.reason.errors).sort()).toEqual([
      "displayName",
      "email",
      "isAdult",
      "password",
    ]);
    expect(refused.ok ? "" : JSON.stringify(refused.reason)).not.toContain("short");
  });

  test.each([
    ["a password of 257 characters", { password: "ab ".repeat(86) }, "password"],
    ["a name with an address in it", { displayName: "ada@example.org" }, "displayName"],
    ["a name of two lines", { displayName: "Ada\nStone" }, "displayName"],
    ["a name of 61 letters", { displayName: "a".repeat(61) }, "displayName"],
    ["an address of 255 letters", { email: `${"a".repeat(243)}@example.org` }, "email"],
  ])("refuses %s", (_name, wrong, field) => {
    const refused = read({ ...GOOD, ...wrong });
    expect(refused.ok ? [] : Object.keys(refused.reason.errors)).toEqual([field]);
  });
});

test("a new password has the same length as at first; to sign in any will do", () => {
  const form = new URLSearchParams({ email: "ada@example.org", password: "short" });
  expect(readFields(newPasswordSchema, form).ok).toBe(false);
  expect(readFields(signInSchema, form).ok).toBe(true);
});
