import { expect, test } from "vitest";
import { describeDevice } from "#app/domain/accounts/device-words.server.ts";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    "Safari on iOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
])("%s is said in words, without versions", (header, words) => {
  expect(describeDevice(header)).toBe(words);
});

test.each([null, "", "<script>alert(1)</script>", "x".repeat(100_000), "%E0%A4%A"])(
  "what is no browser gives nothing that was sent: %s",
  (header) => {
    const words = describeDevice(header) ?? "";
    expect(words.length).toBeLessThan(100);
    expect(words).not.toMatch(/[<>%]|xxx/);
  },
);
