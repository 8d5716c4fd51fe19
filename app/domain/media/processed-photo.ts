import { imageTypeOf } from "#app/domain/media/image-type.ts";
import { differenceHash, HASH_COLUMNS, HASH_ROWS } from "#app/domain/media/perceptual-hash.ts";
import {
  MAX_PHOTO_BYTES,
  MAX_PHOTO_HEIGHT,
  MAX_PHOTO_PIXELS,
  PHOTO_WIDTHS,
  type PhotoRefusal,
  type PhotoWidth,
} from "#app/domain/media/photo.ts";

export interface PhotoVariant {
  /** Width in the file's name; the picture itself is narrower when the photo is. */
  width: PhotoWidth;
  /** A WebP picture without any metadata. */
  bytes: Buffer;
}
export interface ProcessedPhoto {
  /** Width and height of the largest variant, upright. */
  width: number;
  height: number;
  /** Widest first. */
  variants: PhotoVariant[];
  /** 16 hexadecimal digits; compare with `hashDistance`. */
  perceptualHash: string;
  placeholderColour: string;
}

/** What the work on a photo answers: `grey` for the hash, `average` the colour of one pixel. */
interface PreparedPixels {
  width: number;
  height: number;
  variants: { width: number; bytes: Uint8Array }[];
  grey: Uint8Array;
  average: Uint8Array;
}

/** How a photo is to be worked on, as the work's own file wants to be told. */
export function photoSizes(seconds: number) {
  return {
    widths: PHOTO_WIDTHS,
    maxHeight: MAX_PHOTO_HEIGHT,
    maxPixels: MAX_PHOTO_PIXELS,
    hashColumns: HASH_COLUMNS,
    hashRows: HASH_ROWS,
    seconds,
  };
}

/** Why a file isn't even tried; null for one that may be a photo. */
export function judgePhoto(bytes: Uint8Array): PhotoRefusal | null {
  if (bytes.byteLength > MAX_PHOTO_BYTES) return "too_large";
  const type = imageTypeOf(bytes);
  if (type === "no_image") return "not_an_image";
  return type === "other_image" ? "unsupported_type" : null;
}

export function toProcessedPhoto({ width, height, variants, grey, average }: PreparedPixels): ProcessedPhoto {
  return {
    width,
    height,
    variants: PHOTO_WIDTHS.toReversed().map((wanted) => {
      const variant = variants.find((one) => one.width === wanted);
      if (!variant) throw new Error(`The photo came back without its width ${wanted}`);
      return { width: wanted, bytes: Buffer.from(variant.bytes) };
    }),
    perceptualHash: differenceHash(grey),
    placeholderColour: `#${Array.from(average.subarray(0, 3), (value) => value.toString(16).padStart(2, "0")).join("")}`,
  };
}
