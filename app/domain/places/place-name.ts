/**
 * How a place name is compared: the gazetteer's keys and the words people type pass through the same fold, so that
 * accents, case and punctuation never matter. The result holds only a-z, 0-9 and single spaces.
 */
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  ə: "e",
  þ: "th",
  ħ: "h",
  ŋ: "n",
  ŧ: "t",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** "Saint-Denis" -> "saint denis", "St. John's" -> "st johns", "Washington, D.C." -> "washington dc". */
export function foldPlaceName(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      // Once more: lower-casing a dotted capital I leaves a mark behind.
      .replace(/\p{M}/gu, "")
      .replace(SPECIAL, (letter) => LETTERS[letter] ?? "")
      // Apostrophes and the dots of initials join; all other punctuation separates.
      .replace(/['’‘ʻʼʹ`´”"]/g, "")
      .replace(/\b([a-z])\.(?=[a-z]\b|\s|,|$)/g, "$1")
      .replace(/[^a-z0-9]+/g, " ")
      .trim()
  );
}

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ["saint", "st"],
  ["sainte", "ste"],
  ["sankt", "st"],
  ["mount", "mt"],
  ["fort", "ft"],
];

/**
 * Every key under which a name can be found: the name itself first, then the halves of "Biel/Bienne", the name
 * without its bracket, with umlauts written out ("muenchen"), and with saint, mount and fort long or short.
 */
export function placeNameKeys(name: string): string[] {
  const spellings = [name];
  if (/[(\[]/.test(name)) spellings.push(name.replace(/\s*[(\[].*$/, ""));
  if (name.includes("/")) spellings.push(...name.split("/"));
  const keys = new Set(spellings.map(foldPlaceName));
  for (const spelling of spellings) keys.add(foldPlaceName(writtenOut(spelling)));
  for (const key of [...keys]) {
    for (const [long, short] of ABBREVIATIONS) {
      keys.add(key.replace(new RegExp(`\\b${long}\\b`, "g"), short));
    }
    keys.add(key.replace(/^st\b/, "saint"));
  }
  keys.delete("");
  return [...keys];
}

function writtenOut(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => UMLAUTS[letter] ?? letter);
}
