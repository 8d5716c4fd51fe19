/** The grid that a picture is shrunk to, in grey, before it is hashed. */
export const HASH_COLUMNS = 9;
export const HASH_ROWS = 8;

/**
 * A 64-bit difference hash as 16 hexadecimal digits: each bit says whether a cell is brighter than its right-hand
 * neighbour. Copies that were resized, recompressed or slightly recoloured differ in only a few bits.
 * `grey` holds 9 x 8 brightness values, row by row.
 */
export function differenceHash(grey: ArrayLike<number>): string {
  if (grey.length !== HASH_COLUMNS * HASH_ROWS) throw new Error("A difference hash needs 9 x 8 values");
  let bits = 0n;
  for (let row = 0; row < HASH_ROWS; row += 1) {
    for (let column = 0; column < HASH_COLUMNS - 1; column += 1) {
      const at = row * HASH_COLUMNS + column;
      bits = (bits << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, "0");
}

/** In how many of 64 bits two hashes differ: 0 the same picture, up to about 6 a likely copy, about 32 unrelated. */
export function hashDistance(one: string, other: string): number {
  let different = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  while (different > 0n) {
    count += Number(different & 1n);
    different >>= 1n;
  }
  return count;
}
