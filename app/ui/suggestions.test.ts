import { describe, expect, it } from "vitest";
import { lineAfterKey, parseSuggestions } from "#app/ui/suggestions.ts";

describe("what a source answers", () => {
  it("is taken line by line, without the lines that are malformed", () => {
    const good = { value: "Leeds", label: "Leeds, England", hint: "3 technicians" };
    const body = { suggestions: [good, { value: 1, label: "no" }, null, "no", { value: "x", label: "x", href: 3 }] };
    expect(parseSuggestions(body)).toEqual([good]);
  });
  it.each([null, "text", [], {}, { suggestions: "no" }])("is no suggestions when it is %j", (body) => {
    expect(parseSuggestions(body)).toEqual([]);
  });
});

describe("keys in the list", () => {
  it("go round through the field in both directions", () => {
    expect(lineAfterKey("ArrowDown", -1, 3)).toBe(0);
    expect(lineAfterKey("ArrowDown", 2, 3)).toBe(-1);
    expect(lineAfterKey("ArrowUp", -1, 3)).toBe(2);
    expect(lineAfterKey("ArrowUp", 0, 3)).toBe(-1);
  });
  it("leave Home and End to the field until a line is active", () => {
    expect(lineAfterKey("Home", -1, 3)).toBeNull();
    expect(lineAfterKey("End", -1, 3)).toBeNull();
    expect(lineAfterKey("Home", 2, 3)).toBe(0);
    expect(lineAfterKey("End", 0, 3)).toBe(2);
  });
  it("do nothing without lines, and letters never do", () => {
    expect(lineAfterKey("ArrowDown", -1, 0)).toBeNull();
    expect(lineAfterKey("a", 1, 3)).toBeNull();
  });
});
