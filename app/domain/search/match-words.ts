import { ABOUT_EVERYBODY } from "#app/domain/search/technician-document.ts";
import { COUNTRY_CODES, countryName } from "#app/domain/places/countries.ts";
import { TECHNICIANS_SETTINGS } from "#app/domain/search/index-settings.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";

/*
 * What a search by words means where there is no search engine: the same stop words and synonyms as the index has, no
 * typing errors. A word stands for all that begins with it, whatever its capitals and accents.
 */

/** One word of a search with all that satisfies it; each word of a search has to be satisfied somewhere. */
export type SearchWord = {
  /** Regular expression for PostgreSQL, made of letters and digits of the reader and of nothing else of theirs. */
  pattern: string;
  treatments: Treatment[];
  concerns: Concern[];
  countries: string[];
  /** True when it says what every technician here does. */
  isEverybody: boolean;
};

/** The search engine reads no more than this either. */
const MOST_WORDS = 10;
const LONGEST_PHRASE = 4;
/** All that stands between words: ASCII but letters and digits, signs of Latin-1, general and CJK punctuation. */
const BETWEEN =
  "\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u3000-\\u303f";
const MARKS = "\\u0300-\\u036f";
const MARK = new RegExp(`[${MARKS}]+`, "gu");
const NO_WORD = new RegExp(`[\\0${BETWEEN}\\ud800-\\udfff]+`, "u");
/** Where composed letters of the alphabets live that have capitals and accents: Latin, Greek, Cyrillic. */
const ALPHABETS = [
  [0x41, 0x2af],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
] as const;

/** Without capitals and accents; what is no Latin, Greek or Cyrillic accent belongs to the letter and stays. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(MARK, "").normalize("NFC").toLowerCase();
}

/** The words of a text, without capitals and accents. */
export function wordsOf(text: string): string[] {
  return plain(text)
    .split(NO_WORD)
    .filter((word) => word !== "");
}

const spellings = new Map<string, string>();
for (const [first, last] of ALPHABETS) {
  for (let code = first; code <= last; code++) {
    const letter = String.fromCodePoint(code);
    if (/\p{L}/u.test(letter)) spellings.set(plain(letter), (spellings.get(plain(letter)) ?? "") + letter);
  }
}

/** A word in any spelling. */
function anySpelling(word: string): string {
  return Array.from(word, (letter) => `[${letter}${spellings.get(letter) ?? ""}]`).join("");
}

/** A phrase of the trade, which is plain English. */
function anyCase(phrase: string): string {
  const words = wordsOf(phrase).map((word) =>
    Array.from(word, (letter) => `[${letter}${letter.toUpperCase()}]`).join(""),
  );
  return words.join(`[${BETWEEN}]+`);
}

/** A pattern for texts in which some word begins with one of these, or that contain one of the phrases. */
function patternOf(beginnings: string[], phrases: string[]): string {
  const whole = phrases.map((phrase) => `${anyCase(phrase)}(?:$|[${BETWEEN}])`);
  return `(?:^|[${BETWEEN}])(?:${[...beginnings.map(anySpelling), ...whole].join("|")})`;
}

/** A pattern for PostgreSQL per word of a text: what begins with it, whatever its capitals and accents. */
export function beginningPatterns(text: string): string[] {
  return wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => patternOf([word], []));
}

const has = (label: string, beginnings: string[], phrases: string[]): boolean => {
  const words = wordsOf(label);
  const sentence = ` ${words.join(" ")} `;
  return (
    beginnings.some((beginning) => words.some((word) => word.startsWith(beginning))) ||
    phrases.some((phrase) => sentence.includes(` ${wordsOf(phrase).join(" ")} `))
  );
};

function keysWith<K extends string>(labels: Record<K, string>, beginnings: string[], phrases: string[]): K[] {
  return (Object.keys(labels) as K[]).filter((key) => has(labels[key], beginnings, phrases));
}

/** Every run of up to four neighbouring words that holds the word at this place. */
function runsAround(words: string[], at: number): string[][] {
  const runs: string[][] = [];
  for (let from = Math.max(0, at - LONGEST_PHRASE + 1); from <= at; from++) {
    for (let to = at + 1; to <= Math.min(words.length, from + LONGEST_PHRASE); to++) runs.push(words.slice(from, to));
  }
  return runs;
}

/**
 * The words of a search that have to be found, the first ten. Stop words are left out unless there is nothing else.
 * A run of words that has synonyms is satisfied by any of them, and "hair line" by "hairline".
 */
export function readWords(q: string): SearchWord[] {
  const { stopWords, synonyms } = TECHNICIANS_SETTINGS;
  const all = [...new Set(wordsOf(q))];
  const telling = all.filter((word) => !stopWords?.includes(word));
  const words = (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
  return words.map((word, at) => {
    const runs = runsAround(words, at);
    const phrases = [...new Set(runs.flatMap((run) => synonyms?.[run.join(" ")] ?? []))];
    const beginnings = [word, ...runs.filter((run) => run.length === 2).map((run) => run.join(""))];
    const isEverybody = has(ABOUT_EVERYBODY, beginnings, phrases);
    return {
      // What everybody does needs no looking for other words for it: that would only cost.
      pattern: patternOf(beginnings, isEverybody ? [] : phrases),
      treatments: keysWith(TREATMENTS, beginnings, phrases),
      concerns: keysWith(CONCERNS, beginnings, phrases),
      countries: COUNTRY_CODES.filter((code) => has(countryName(code), beginnings, phrases)),
      isEverybody,
    };
  });
}
