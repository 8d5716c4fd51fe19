import type { ReviewReason } from "#app/domain/reviews/review.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** The reasons that concern single words, so that the rest can be published, as readers see them in their place. */
const REDACTION_WORDS: Partial<Record<ReviewReason, string>> = {
  personal_data: "personal data",
  medical_claim: "a medical claim",
  accusation_of_crime: "an accusation of a crime",
  hate_or_threat: "hate or a threat",
  promotional: "advertising",
};

/** Whether a reason can be about a passage; the others are about a review as a whole. */
export function isRedactionReason(reason: ReviewReason): boolean {
  return REDACTION_WORDS[reason] !== undefined;
}

/** What stands in place of a passage. */
export function redactionMarker(reason: ReviewReason): string {
  return `[removed by a moderator: ${REDACTION_WORDS[reason] ?? "against the rules"}]`;
}

/**
 * `no_marks`: no passage stands in double brackets. `bad_marks`: a bracket without its partner, one inside another, or
 * nothing between them. `reworded`: without the brackets it is not the author's text. `has_brackets`: the author wrote
 * double brackets themself, so that marks can't be told apart.
 */
export type RedactionRefusal = "no_marks" | "bad_marks" | "reworded" | "has_brackets";

/**
 * The text with each passage in [[double brackets]] replaced by the marker. Words can only be taken out: without its
 * brackets what was marked has to be the author's text, letter for letter, and the result is cut from that text.
 */
export function redactText(original: string, marked: string, reason: ReviewReason): Result<string, RedactionRefusal> {
  if (/\[\[|\]\]/.test(original)) return refuse("has_brackets");
  if (!/\[\[|\]\]/.test(marked)) return refuse(marked === original ? "no_marks" : "reworded");
  const pieces = marked.split(/(\[\[|\]\])/);
  if (pieces.filter((_piece, index) => index % 2 === 0).join("") !== original) return refuse("reworded");
  let redacted = "";
  let isInside = false;
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 0) {
      if (isInside && piece.trim() === "") return refuse("bad_marks");
      redacted += isInside ? redactionMarker(reason) : piece;
    } else {
      if ((piece === "[[") === isInside) return refuse("bad_marks");
      isInside = !isInside;
    }
  }
  return isInside ? refuse("bad_marks") : ok(redacted);
}
