import { env } from "#app/platform/env.server.ts";

/** A cookie that holds a short list of words such as slugs. */
export type ListCookie = {
  name: string;
  /** Words it may hold. */
  most: number;
  /** Whether it stays for a year or goes with the browser's session. */
  isLasting: boolean;
};

const YEAR_SECONDS = 365 * 86_400;
const LONGEST_HEADER = 8_192;
/** Letters that need no escape in a cookie, without the dot, which stands between the words. */
const WORD = /^[a-z0-9-]{1,80}$/;

/**
 * The list in a Cookie header. Whatever is not exactly one well-formed cookie of this name (too long, sent twice, a
 * strange letter, a word twice, more words than it may hold) counts as an empty list and is never an error (S-07).
 */
export function readListCookie(cookieHeader: string | null, { name, most }: ListCookie): string[] {
  if (cookieHeader === null || cookieHeader.length > LONGEST_HEADER) return [];
  const own = cookieHeader
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const value = own[0]?.slice(name.length + 1);
  if (own.length !== 1 || !value) return [];
  const words = value.split(".");
  const isWhole =
    words.length <= most && words.every((word) => WORD.test(word)) && new Set(words).size === words.length;
  return isWhole ? words : [];
}

/**
 * The Set-Cookie header that keeps the list; an empty list takes the cookie away. Scripts can't read it, other sites
 * can't send it along with a post, and it travels over https only where the site does. Throws for a word that
 * `readListCookie` would not read back.
 */
export function writeListCookie(words: readonly string[], { name, most, isLasting }: ListCookie): string {
  if (words.length > most || !words.every((word) => WORD.test(word))) throw new Error(`no list for cookie ${name}`);
  const age = words.length === 0 ? "; Max-Age=0" : isLasting ? `; Max-Age=${YEAR_SECONDS}` : "";
  const secure = env().ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${name}=${words.join(".")}; Path=/; HttpOnly; SameSite=Lax${age}${secure}`;
}
