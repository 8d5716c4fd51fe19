import type { Treatment } from "#app/domain/technicians/vocabulary.ts";

/** The form's field for what is said of a treatment. */
export function wordsField(treatment: Treatment): string {
  return `words_${treatment}`;
}
