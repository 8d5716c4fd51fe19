/**
 * Names and addresses that a register keeps in capitals, in the case people read: "D'S TATTOO INC" -> "D's Tattoo
 * Inc". What already has small letters was written so on purpose and stays.
 */
const SMALL = new Set("a an and at by de du for from in inside la le of on or the to with".split(" "));
const CAPITALS = new Set("SMP PMU USA UK BBQ DIY VIP LLC LLP NE NW SE SW UG".split(" "));
/** Short words without a, e, i, o or u that are not initials. */
const ABBREVIATIONS = new Set(
  "BLVD CRCL CRT CT DR FL FLR HWY LN LTD MC MR MRS MS MT MTN PKWY PL RD SQ ST STN BY CRY DRY FLY GYM MY SHY SKY TRY WHY".split(
    " ",
  ),
);

export function readableCase(text: string): string {
  // Brackets and what follows a comma are often in another case: each part is judged by itself.
  return text
    .split(/([()[\],])/u)
    .map((part) => (/\p{Ll}/u.test(part) || !/\p{Lu}{2}/u.test(part) ? part : lowerPart(part)))
    .join("");
}

function lowerPart(part: string): string {
  let isFirst = true;
  return part.replace(/[\p{L}\p{N}\p{M}.'’]+/gu, (word, at: number) => {
    const wasFirst = isFirst;
    // "660 the Queensway" would read oddly: a number doesn't begin a name.
    if (/\p{L}/u.test(word)) isFirst = false;
    const rest = part.slice(at + word.length);
    const isInner = !wasFirst && /\p{L}/u.test(rest) && part[at - 1] === " " && rest.startsWith(" ");
    return lowerWord(word, isInner);
  });
}

function lowerWord(word: string, isInner: boolean): string {
  const letters = word.replace(/[^\p{L}]/gu, "");
  const bare = word.replace(/^['’]+|['’.]+$/gu, "");
  if (isInner && SMALL.has(word.toLowerCase())) return word.toLowerCase();
  if (/^\d+(?:ST|ND|RD|TH)$/u.test(word)) return word.toLowerCase();
  if (CAPITALS.has(bare)) return word;
  // "B.A.R.", "F4", "18C", "JC", "LZR".
  if (/^(?:\p{L}\.)+\p{L}?$/u.test(word)) return word;
  if (/\d/u.test(word) && letters.length <= 3) return word;
  if (letters.length <= 3 && !/['’]/u.test(word) && !/[AEIOUÀ-ÖØ-Þ]/u.test(letters) && !ABBREVIATIONS.has(bare))
    return word;
  return word
    .toLowerCase()
    .replace(/^([^\p{L}]*)(\p{L})/u, (_, lead: string, first: string) => lead + first.toUpperCase())
    .replace(/^((?:O|D|L)['’])(\p{L})(?=\p{L})/u, (_, lead: string, first: string) => lead + first.toUpperCase());
}
