/**
 * Repairs text whose UTF-8 bytes were once (or twice) read as Latin-1 or Windows-1252: "CafÃ©" -> "Café". Text is
 * only touched when the whole of it reads as damaged and the result is text that people write.
 */
const CP1252 = new Map(
  [..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((char, i) => [
    char,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
      0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][i] ?? 0,
  ]),
);
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Damage upon damage upon damage has been seen; more has not. */
const MOST_LAYERS = 3;

/** Letters of European languages and Vietnamese, and the marks of ordinary typing. */
const WRITTEN =
  /^[\u0080-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u02c6\u02dc\u1ea0-\u1ef9\u2010-\u2044\u20ac\u2122]*$/u;

export function repairText(text: string): string {
  let repaired = text;
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const inner = withoutOneLayer(repaired);
    if (inner === null) break;
    repaired = inner;
  }
  // What is left of a dash that went through a narrower alphabet. In Spanish the mark leans on its word.
  return repaired === text ? repaired : repaired.replace(/ ¿ /gu, " – ");
}

/** The text one misreading earlier, or null when nothing says that there was one. */
function withoutOneLayer(text: string): string | null {
  if (!/[^\0-\x7f]/u.test(text)) return null;
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const byte = code <= 0xff ? code : CP1252.get(char);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  let inner: string;
  try {
    inner = utf8.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
  const marks = inner.replace(/[\0-\x7f]/gu, "");
  if (!WRITTEN.test(marks)) return null;
  // Control characters of the upper half stand in no good text: with them no doubt is left.
  return /[\u0080-\u009f]/u.test(text) || fitsItsWords(inner) ? inner : null;
}

/**
 * "IRMÃ®" with a trade mark would become "IRMî", and "CAFÉ™" worse: a repaired letter must match the case of the
 * letters beside it, and a capital may not come at the end of a word out of what could be a trade mark or a quote.
 */
function fitsItsWords(inner: string): boolean {
  const chars = [...inner];
  return chars.every((char, i) => {
    if (char <= "\x7f" || !/\p{L}/u.test(char)) return true;
    const before = chars[i - 1] ?? "";
    const after = chars[i + 1] ?? "";
    if (/\p{Lu}/u.test(char)) {
      const endsWord = !/\p{L}/u.test(after);
      return !/\p{Ll}/u.test(before) && !(endsWord && cameFromMark(char));
    }
    return !(/\p{Lu}/u.test(before) && /\p{Lu}/u.test(chars[i - 2] ?? ""));
  });
}

/** True where the second half of the misread pair was a quote, a dash or a trade mark in Windows-1252. */
function cameFromMark(char: string): boolean {
  const low = (char.codePointAt(0) ?? 0) & 0x3f;
  return (low >= 0x11 && low <= 0x17) || low === 0x19;
}
