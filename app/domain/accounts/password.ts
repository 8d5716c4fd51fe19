/*
 * Passwords: long rather than odd. Any letter of any script, blanks included; nothing is trimmed or cut off, and
 * nobody has to change theirs by the calendar.
 */

/** Characters as people count them: one emoji or one letter with its accent is one. */
const SHORTEST_PASSWORD = 15;
const LONGEST_PASSWORD = 256;

export const PASSWORD_HINT = `At least ${SHORTEST_PASSWORD} characters. Four or five random words are good, blanks included.`;

/** What is wrong with the length, in a sentence for its owner, or null. */
export function judgeLength(password: string): string | null {
  const { length } = [...password.normalize("NFC")];
  if (length < SHORTEST_PASSWORD) {
    return `This password has ${length} ${length === 1 ? "character" : "characters"}. Make it at least ${SHORTEST_PASSWORD}, for example by adding a word or two.`;
  }
  if (length > LONGEST_PASSWORD) {
    return `This password has ${length} characters. Shorten it to ${LONGEST_PASSWORD} at most.`;
  }
  return null;
}
