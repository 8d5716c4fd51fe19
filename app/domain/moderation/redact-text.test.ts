import fc from "fast-check";
import { expect, test } from "vitest";
import { redactText, redactionMarker } from "#app/domain/moderation/redact-text.ts";

const TEXT = "Kim Vale on 4 Mill Lane was kind. My head healed well.";
const MARKER = "[removed by a moderator: personal data]";

test("a passage in double brackets is replaced, and nothing else changes", () => {
  const marked = "[[Kim Vale]] on [[4 Mill Lane]] was kind. My head healed well.";
  expect(redactText(TEXT, marked, "personal_data")).toEqual({
    ok: true,
    value: `${MARKER} on ${MARKER} was kind. My head healed well.`,
  });
});

test.each([
  ["a word was added", "[[Kim Vale]] on 4 Mill Lane was very kind. My head healed well.", "reworded"],
  ["a word went without brackets", "[[Kim Vale]] was kind. My head healed well.", "reworded"],
  ["a comma instead of a dot", "[[Kim Vale]] on 4 Mill Lane was kind, My head healed well.", "reworded"],
  ["changed, and nothing marked", "Kim was kind.", "reworded"],
  ["nothing marked", TEXT, "no_marks"],
  ["never closed", `[[${TEXT}`, "bad_marks"],
  ["never opened", `${TEXT}]]`, "bad_marks"],
  ["one in the other", "[[Kim [[Vale]] on]] 4 Mill Lane was kind. My head healed well.", "bad_marks"],
  ["nothing between them", `[[]]${TEXT}`, "bad_marks"],
])("refused: %s", (_name, marked, reason) => {
  expect(redactText(TEXT, marked, "personal_data")).toEqual({ ok: false, reason });
});

test("a text with double brackets of its own can't be marked", () => {
  expect(redactText("See [[1]].", "See [[1]].", "personal_data")).toEqual({ ok: false, reason: "has_brackets" });
});

test("whatever is sent, what is published is the author's text with passages taken out", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b", " ", "[", "]", "\n"), maxLength: 12 });
  fc.assert(
    fc.property(words, words, (original, marked) => {
      const redacted = redactText(original, marked, "promotional");
      if (!redacted.ok) return;
      let rest = original;
      for (const kept of redacted.value.split(redactionMarker("promotional"))) {
        const at = rest.indexOf(kept);
        expect(at).toBeGreaterThanOrEqual(0);
        rest = rest.slice(at + kept.length);
      }
    }),
    { numRuns: 2_000 },
  );
});
