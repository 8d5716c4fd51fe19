import { describe, expect, test } from "vitest";
import { maySeed } from "./seed.ts";

describe("where sample data may go", () => {
  const given = "postgresql://somebody@example.org/hairline";
  test.each([
    ["a production database that was given by name: never", { NODE_ENV: "production", DATABASE_URL: given }, false],
    [
      "the same, marked as not embedded",
      { NODE_ENV: "production", DATABASE_URL: given, HAIRLINE_EMBEDDED_DATABASE: "" },
      false,
    ],
    [
      "the start command's own embedded database",
      { NODE_ENV: "production", DATABASE_URL: given, HAIRLINE_EMBEDDED_DATABASE: "1" },
      true,
    ],
    ["development", { NODE_ENV: "development", DATABASE_URL: given }, true],
  ])("%s", (_case, settings, expected) => {
    expect(maySeed(settings)).toBe(expected);
  });
});
