/** Characters of one shingle: long enough that common words alone make no likeness. */
const SHINGLE = 5;

/** Letters and digits only, one space between words, no accents: what is left when somebody tries to make copies differ. */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Every run of five characters of a text, each once. */
export function shinglesOf(text: string): Set<string> {
  return shinglesOfPlain(plainText(text));
}

/** The same for what `plainText` made. */
export function shinglesOfPlain(plain: string): Set<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= plain.length; at += 1) shingles.add(plain.slice(at, at + SHINGLE));
  return shingles;
}

/** The share of all shingles that both have (Jaccard): 0 nothing alike, 1 the same text. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = countShared(one, other);
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The share of the first text's shingles that the second has: 1 when the first stands in the second. */
export function shareFoundIn(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : countShared(part, whole) / part.size;
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared;
}
