import { describe, expect, test } from "vitest";
import { judgePassword } from "#app/domain/accounts/judge-password.server.ts";

const owner = { email: "ada.stone@example.org", displayName: "Ada Stonebridge" };
const judge = (password: string) => judgePassword(password, owner);

describe("A-01 how long a password has to be", () => {
  test.each([
    ["fourteen letters", "gk7 plum otter", 14],
    ["fourteen emoji of two units each", "🦦🍐🚲🧵🪁🫖🧭🪴🛶🧦🥁🪜🧊🛞", 14],
    ["nothing", "", 0],
  ])("%s are too few", (_name, password, count) => {
    expect([...password]).toHaveLength(count);
    expect(judge(password)).toContain(`This password has ${count} characters. Make it at least 15`);
  });

  test.each([
    ["fifteen letters without any rule of composition", "gk plum otterzz"],
    ["blanks at both ends, which count", " plum otter gk "],
    ["fifteen different emoji", "🦦🍐🚲🧵🪁🫖🧭🪴🛶🧦🥁🪜🧊🛞🪣"],
    ["sixty-four emoji", "🦦🍐🚲🧵🪁🫖🧭🪴🛶🧦🥁🪜🧊🛞🪣🧲".repeat(4)],
    ["72 and 73 bytes", "zebra candle orbit ".repeat(4).slice(0, 73)],
    ["another script", "печаль окно тридевятое"],
    ["256 characters", "plum otter gk zebra candle orbit ".repeat(8).slice(0, 256)],
  ])("%s are fine", (_name, password) => expect(judge(password)).toBeNull());

  test("one more than 256 is too many, and is not cut off", () => {
    expect(judge("plum otter gk zebra candle orbit ".repeat(8).slice(0, 257))).toContain("Shorten it to 256");
  });

  test("letters are counted as they are stored: an accent is not a character of its own", () => {
    expect(judge("e\u0301".repeat(14))).toContain("has 14 characters");
  });
});

describe("A-02 what is easy to guess", () => {
  test.each([
    "passwordpassword",
    "P@ssw0rdP@ssw0rd",
    "password1234567",
    "123456789012345",
    "aaaaaaaaaaaaaaaaaaaa",
    "qwertyuiopasdfgh",
    "iloveyouiloveyou",
    "hairlinehairline",
    "hairline1234567",
    "drowssapdrowssap",
    "1qaz2wsx".repeat(12),
    "🦦".repeat(20),
  ])("%s is refused with what to do instead", (password) => {
    expect(judge(password)).toMatch(/easy to guess.*Choose four or five words/);
  });

  test.each(["adastonebridge1", "ada.stoneada.stone", "Ada Stonebridge", "stonebridgeada2"])(
    "%s is little more than the owner's name",
    (password) => expect(judge(password)).toMatch(/your name or address.*Choose words/),
  );

  test("the same words are no reason to refuse somebody else", () => {
    expect(judgePassword("ada stonebridge", { email: "bo@example.org", displayName: "Bo" })).toBeNull();
  });
});
