/**
 * What a file claims to be by its first bytes. Only for a fitting message and an early refusal: what a file *is*
 * shows when it is decoded.
 */
export type ImageType = "jpeg" | "png" | "webp" | "other_image" | "no_image";

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((value, index) => bytes[at + index] === value);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** Brands of the HEIF family (HEIC from phones, AVIF), which share one container. */
const HEIF_BRAND = /^(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])$/;

export function imageTypeOf(bytes: Uint8Array): ImageType {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  const head = ascii(bytes, 0, 12);
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";
  if (/^GIF8[79]a/.test(head) || /^BM/.test(head)) return "other_image";
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return "other_image";
  if (head.slice(4, 8) === "ftyp" && HEIF_BRAND.test(head.slice(8, 12))) return "other_image";
  if (/<svg[\s>]/i.test(ascii(bytes, 0, 1024))) return "other_image";
  return "no_image";
}
