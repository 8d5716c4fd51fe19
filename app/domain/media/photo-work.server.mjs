// @ts-check
/*
 * All that is ever done with the bytes of somebody's picture, in plain JavaScript and with no import but the image
 * library: the web process runs this file's text in a process of its own (photo-process.server.ts), so that a decoder
 * that crashes or eats memory takes nothing with it. The sample data, which makes its own pictures, calls it directly.
 */
import sharp from "sharp";

/**
 * @typedef {"too_many_pixels" | "unsupported_type" | "damaged" | "took_too_long"} Refusal
 * @typedef {{ data: Buffer, info: { width: number, height: number, channels: 1 | 2 | 3 | 4 } }} Pixels
 * @typedef {{ width: number, height: number, variants: { width: number, bytes: Buffer }[], grey: Buffer, average: Buffer }} Prepared
 * @typedef {{ widths: readonly number[], maxHeight: number, maxPixels: number, hashColumns: number, hashRows: number, seconds: number }} Sizes
 * @typedef {{ top: number, right: number, bottom: number, left: number, columns: number, rows: number, hidden: readonly number[] }} Cover
 * @typedef {{ kind: "prepare", bytes: Uint8Array, sizes: Sizes }
 *   | { kind: "cover", bytes: Uint8Array, sizes: Sizes, cover: Cover }
 *   | { kind: "rotate", bytes: Uint8Array, sizes: Sizes, turns: 1 | 2 | 3 }
 *   | { kind: "avif", bytes: Uint8Array }
 *   | { kind: "page", bytes: Uint8Array, sizes: Sizes }} Job
 */

// Holds for the whole process: no other kind of file is ever decoded in it, whatever it claims to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
sharp.concurrency(1);
sharp.cache(false);

const BACKGROUND = "#ffffff";
const WEBP = { quality: 75, effort: 2 };
/** Effort 0: more saves a tenth of the bytes and costs twenty times the processor. */
const AVIF = { quality: 50, effort: 0 };

/** An end of the work that is about the file and not a fault of ours. */
class Refused extends Error {
  /** @param {Refusal} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Why a job ended early; undefined for an error that isn't about the file and has to be seen.
 * @param {unknown} problem
 * @returns {Refusal | undefined}
 */
export function refusalOf(problem) {
  if (problem instanceof Refused) return problem.reason;
  return problem instanceof Error && /timeout/i.test(problem.message) ? "took_too_long" : undefined;
}

/**
 * What an error of the decoders says about the file, or the error itself.
 * @param {unknown} problem
 */
function judged(problem) {
  if (problem instanceof Refused || !(problem instanceof Error)) return problem;
  if (problem.name !== "Error" || /memory/i.test(problem.message)) return problem;
  if (/timeout/i.test(problem.message)) return new Refused("took_too_long");
  if (/pixel limit/i.test(problem.message)) return new Refused("too_many_pixels");
  return new Refused(/unsupported image format/i.test(problem.message) ? "unsupported_type" : "damaged");
}

/**
 * Pixels in memory, opened again.
 * @param {Pixels} pixels
 */
function opened({ data, info: { width, height, channels } }) {
  return sharp(data, { raw: { width, height, channels } });
}

/**
 * Ends work inside libvips at a moment (ms), which a rejected promise alone would not.
 * @param {import("sharp").Sharp} image
 * @param {number} deadline
 */
function limited(image, deadline) {
  return image.timeout({ seconds: Math.max(1, Math.ceil((deadline - Date.now()) / 1000)) });
}

/**
 * Reads the file once, upright, opaque and no larger than asked for.
 * @param {Uint8Array} bytes
 * @param {Sizes} sizes
 * @param {number} deadline
 * @returns {Promise<Pixels>}
 */
async function decode(bytes, { widths, maxHeight, maxPixels }, deadline) {
  try {
    const source = sharp(bytes, { limitInputPixels: maxPixels, failOn: "warning" });
    const { format, width, height } = await source.metadata();
    if (format !== "jpeg" && format !== "png" && format !== "webp") throw new Refused("unsupported_type");
    if (width * height > maxPixels) throw new Refused("too_many_pixels");
    const largest = Math.max(...widths);
    const box = /** @type {const} */ ({ width: largest, height: maxHeight, fit: "inside", withoutEnlargement: true });
    const upright = source.autoOrient().resize(box).flatten({ background: BACKGROUND }).toColourspace("srgb");
    const pixels = await limited(upright, deadline).raw().toBuffer({ resolveWithObject: true });
    if (Date.now() > deadline) throw new Refused("took_too_long");
    return pixels;
  } catch (problem) {
    throw judged(problem);
  }
}

/**
 * Encodes every variant; each size is made from the next larger one, so that the full picture is read only once.
 * @param {Pixels} largest
 * @param {Sizes} sizes
 * @param {number} deadline
 * @returns {Promise<Prepared>}
 */
async function encode(largest, { widths, hashColumns, hashRows }, deadline) {
  /** @type {Prepared["variants"]} */
  const variants = [];
  let current = largest;
  for (const width of widths.toReversed()) {
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
    variants.push({ width, bytes: await limited(opened(current), deadline).webp(WEBP).toBuffer() });
  }
  const [grey, average] = await Promise.all([
    opened(current).resize(hashColumns, hashRows, { fit: "fill" }).greyscale().raw().toBuffer(),
    opened(current).resize(1, 1, { fit: "fill" }).raw().toBuffer(),
  ]);
  const { width, height } = largest.info;
  return { width, height, variants, grey, average };
}

/**
 * What is left of a picture when cells of a grid over it are covered and its edges are cut off (per cent). All covered
 * cells get one colour, the average of all of them: of what they showed nothing else is in the result.
 * @param {Pixels} whole
 * @param {Cover} cover
 * @returns {Promise<Pixels>}
 */
async function covered(whole, { top, right, bottom, left, columns, rows, hidden }) {
  const { data, info } = whole;

  /** Calls back with the place of every covered pixel. @param {(at: number) => void} visit */
  function visitHidden(visit) {
    for (const cell of hidden) {
      const [column, row] = [cell % columns, Math.floor(cell / columns)];
      const [x0, x1] = [column, column + 1].map((index) => Math.round((index * info.width) / columns));
      const [y0, y1] = [row, row + 1].map((index) => Math.round((index * info.height) / rows));
      for (let y = y0 ?? 0; y < (y1 ?? 0); y += 1) {
        for (let x = x0 ?? 0; x < (x1 ?? 0); x += 1) visit((y * info.width + x) * info.channels);
      }
    }
  }

  const sums = [0, 0, 0, 0].slice(0, info.channels);
  let count = 0;
  visitHidden((at) => {
    count += 1;
    for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] ?? 0) + (data[at + c] ?? 0);
  });
  const colour = sums.map((sum) => Math.round(sum / Math.max(1, count)));
  visitHidden((at) => data.set(colour, at));

  const across = Math.floor((info.width * left) / 100);
  const down = Math.floor((info.height * top) / 100);
  const width = Math.max(1, Math.ceil((info.width * (100 - right)) / 100) - across);
  const height = Math.max(1, Math.ceil((info.height * (100 - bottom)) / 100) - down);
  const rest = opened({ data, info }).extract({ left: across, top: down, width, height });
  return rest.raw().toBuffer({ resolveWithObject: true });
}

/**
 * A picture turned clockwise by quarters, and no larger than asked for: a high one becomes a wide one.
 * @param {Pixels} upright
 * @param {1 | 2 | 3} turns
 * @param {Sizes} sizes
 * @returns {Promise<Pixels>}
 */
async function turned(upright, turns, { widths, maxHeight }) {
  const whole = await opened(upright)
    .rotate(90 * turns)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const box = /** @type {const} */ ({ width: Math.max(...widths), height: maxHeight, fit: "inside" });
  return opened(whole)
    .resize({ ...box, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/**
 * One job. Throws a refusal (`refusalOf`) for a file that can't be used.
 * @param {Job} job
 * @returns {Promise<Prepared | Buffer>}
 */
async function work(job) {
  if (job.kind === "avif") return sharp(job.bytes).avif(AVIF).toBuffer();
  const deadline = Date.now() + job.sizes.seconds * 1000;
  const pixels = await decode(job.bytes, job.sizes, deadline);
  if (job.kind === "page") return limited(opened(pixels), deadline).jpeg({ quality: 85 }).toBuffer();
  if (job.kind === "cover") return encode(await covered(pixels, job.cover), job.sizes, deadline);
  if (job.kind === "rotate") return encode(await turned(pixels, job.turns, job.sizes), job.sizes, deadline);
  return encode(pixels, job.sizes, deadline);
}

/**
 * @param {Uint8Array} bytes
 * @param {Sizes} sizes
 * @returns {Promise<Prepared>}
 */
export async function prepareHere(bytes, sizes) {
  const deadline = Date.now() + sizes.seconds * 1000;
  return encode(await decode(bytes, sizes, deadline), sizes, deadline);
}

/**
 * Works through what the parent process sends, one job at a time, until it goes away. Ends at once when it holds more
 * memory than it was allowed: the work goes on in threads of the image library, so this timer still runs.
 * Called by the line that photo-process.server.ts puts under this text.
 * @public
 * @param {number} maxMegabytes
 */
export function serveJobs(maxMegabytes) {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > maxMegabytes * 1_048_576) process.exit(99);
  }, 50);
  watch.unref();
  process.on("disconnect", () => process.exit(0));
  process.on("message", (/** @type {{ id: number, job: Job }} */ { id, job }) => {
    work(job).then(
      (value) => process.send?.({ id, value }),
      (problem) => {
        const text = problem instanceof Error ? problem.message : String(problem);
        process.send?.({ id, refusal: refusalOf(problem), problem: text });
      },
    );
  });
}
