import { technicianPath } from "#app/domain/technicians/technician-address.ts";

/*
 * A visit code is what a technician hands to every client: with it, a review is shown as confirmed. Twelve symbols that
 * nobody mistakes for one another, in three groups: "7KQM-X2FD-94TR".
 */
export const VISIT_CODE_SYMBOLS = "23456789ABCDEFGHJKMNPQRTVWXYZ";
const GROUP = 4;
export const VISIT_CODE_LENGTH = 3 * GROUP;

/** Days for which a code can be used: a client writes when the result has healed, not on the day. */
export const VISIT_CODE_DAYS = 365;
/** Codes that a technician may make at once. */
export const VISIT_CODES_AT_ONCE = 50;
/** Cards that are printed at once: three sheets. */
export const CARDS_AT_ONCE = 24;

/** The review form with a code in it: what a card or a mail leads to. */
export function reviewPathWithCode(slug: string, code: string): string {
  return `${technicianPath(slug)}/reviews/new?code=${code}`;
}

/** What became of a technician's codes so far. */
export type VisitCodeCounts = { unused: number; used: number; expired: number };

/** What people write for what they misread: no code has these letters. */
const LOOKALIKES: Record<string, string> = { U: "V", S: "5" };

/** A code as it is compared: capitals without gaps. Null when it can't be a code, whatever the letters. */
export function normaliseVisitCode(text: string): string | null {
  const symbols = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, "")
    .replace(/[US]/g, (symbol) => LOOKALIKES[symbol] ?? symbol);
  if (symbols.length !== VISIT_CODE_LENGTH) return null;
  return [...symbols].every((symbol) => VISIT_CODE_SYMBOLS.includes(symbol)) ? symbols : null;
}

/** "7KQMX2FD94TR" as people read it aloud and type it. */
export function formatVisitCode(code: string): string {
  const groups = Array.from({ length: code.length / GROUP }, (_, at) => code.slice(at * GROUP, (at + 1) * GROUP));
  return groups.join("-");
}
