import PQueue from "p-queue";
import sharp, { type OutputInfo, type Sharp } from "sharp";
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
import { ok, refuse, type Result } from "#app/platform/result.ts";

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
export interface ProcessOptions {
  /** How many photos may wait for their turn before a further one is refused as `busy`. */
  maxWaiting?: number;
  timeoutSeconds?: number;
}

// Holds for the whole process: no other kind of file is ever decoded in it, whatever it claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
sharp.concurrency(1);
sharp.cache(false);

/** One at a time: a large photo needs some hundred megabytes while it is decoded. */
const queue = new PQueue({ concurrency: 1 });

const BACKGROUND = "#ffffff";

interface Pixels {
  data: Buffer;
  info: OutputInfo;
}

/** Why the decoders gave up; undefined for an error that isn't about the file and has to be seen. */
function refusalOf(problem: unknown): PhotoRefusal | undefined {
  if (!(problem instanceof Error) || problem.name !== "Error" || /memory/i.test(problem.message)) return undefined;
  if (/timeout/i.test(problem.message)) return "took_too_long";
  if (/pixel limit/i.test(problem.message)) return "too_many_pixels";
  if (/unsupported image format/i.test(problem.message)) return "unsupported_type";
  return "damaged";
}

function hex(channels: Uint8Array): string {
  return `#${Buffer.from(channels.subarray(0, 3)).toString("hex")}`;
}

/** Pixels in memory, opened again. */
function opened({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Ends work inside libvips at a moment (ms), which a rejected promise alone would not. */
function limited(image: Sharp, deadline: number): Sharp {
  return image.timeout({ seconds: Math.max(1, Math.ceil((deadline - Date.now()) / 1000)) });
}

/** Reads the file once, upright, opaque and no larger than the largest variant. */
async function decode(bytes: Uint8Array, deadline: number): Promise<Result<Pixels, PhotoRefusal>> {
  try {
    const source = sharp(bytes, { limitInputPixels: MAX_PHOTO_PIXELS, failOn: "warning" });
    const { format, width, height } = await source.metadata();
    if (format !== "jpeg" && format !== "png" && format !== "webp") return refuse("unsupported_type");
    if (width * height > MAX_PHOTO_PIXELS) return refuse("too_many_pixels");
    const box = {
      width: PHOTO_WIDTHS.at(-1),
      height: MAX_PHOTO_HEIGHT,
      fit: "inside",
      withoutEnlargement: true,
    } as const;
    const upright = source.autoOrient().resize(box).flatten({ background: BACKGROUND }).toColourspace("srgb");
    return ok(await limited(upright, deadline).raw().toBuffer({ resolveWithObject: true }));
  } catch (problem) {
    const reason = refusalOf(problem);
    if (!reason) throw problem;
    return refuse(reason);
  }
}

/** Encodes every variant; each size is made from the next larger one, so that the full picture is read only once. */
async function encode(largest: Pixels, deadline: number): Promise<ProcessedPhoto> {
  const variants: PhotoVariant[] = [];
  let current = largest;
  for (const width of PHOTO_WIDTHS.toReversed()) {
    const target = Math.min(width, largest.info.width);
    const last = variants.at(-1);
    if (last && target === current.info.width) {
      variants.push({ width, bytes: last.bytes });
      continue;
    }
    if (target < current.info.width) {
      // From the largest, so that rounding doesn't add up and every width has the same shape.
      const height = Math.max(1, Math.round((largest.info.height * target) / largest.info.width));
      const smaller = opened(current).resize({ width: target, height, fit: "fill" });
      current = await limited(smaller, deadline).raw().toBuffer({ resolveWithObject: true });
    }
    variants.push({
      width,
      bytes: await limited(opened(current), deadline).webp({ quality: 75, effort: 2 }).toBuffer(),
    });
  }
  const [grey, average] = await Promise.all([
    opened(current).resize(HASH_COLUMNS, HASH_ROWS, { fit: "fill" }).greyscale().raw().toBuffer(),
    opened(current).resize(1, 1, { fit: "fill" }).raw().toBuffer(),
  ]);
  const { width, height } = largest.info;
  return { width, height, variants, perceptualHash: differenceHash(grey), placeholderColour: hex(average) };
}

async function decodeAndEncode(
  bytes: Uint8Array,
  timeoutSeconds: number,
): Promise<Result<ProcessedPhoto, PhotoRefusal>> {
  const deadline = Date.now() + timeoutSeconds * 1000;
  const decoded = await decode(bytes, deadline);
  if (!decoded.ok) return decoded;
  if (Date.now() > deadline) return refuse("took_too_long");
  try {
    return ok(await encode(decoded.value, deadline));
  } catch (problem) {
    // The pixels are ours by now: only running out of time is an expected end.
    if (refusalOf(problem) === "took_too_long") return refuse("took_too_long");
    throw problem;
  }
}

/**
 * Turns an uploaded photo into the pictures that are kept: decoded (JPEG, PNG, WebP only), turned upright, stripped
 * of all metadata and encoded anew, so nothing of the original bytes survives. Of an animation the first frame is
 * kept. Refused with a reason: see `PHOTO_REFUSALS`.
 */
export async function processPhoto(
  bytes: Uint8Array,
  { maxWaiting = 2, timeoutSeconds = 10 }: ProcessOptions = {},
): Promise<Result<ProcessedPhoto, PhotoRefusal>> {
  if (bytes.byteLength > MAX_PHOTO_BYTES) return refuse("too_large");
  const type = imageTypeOf(bytes);
  if (type === "no_image") return refuse("not_an_image");
  if (type === "other_image") return refuse("unsupported_type");
  if (queue.pending > 0 && queue.size >= maxWaiting) return refuse("busy");
  const outcome = await queue.add(() => decodeAndEncode(bytes, timeoutSeconds));
  // p-queue gives nothing back for work that it gave up on, and it was never told to.
  if (!outcome) throw new Error("The photo queue dropped a photo");
  return outcome;
}
