// @ts-check
/*
 * All that is ever done with the bytes of a private document, in plain JavaScript: the web process runs this file's text
 * in a process of its own (document-process.server.ts). A PDF is drawn by PDFium in WebAssembly, anew for each job and
 * with a lid on its memory: scripts, links and attachments of a PDF do nothing there, and no font or file of the
 * machine is in its reach. What leaves is always a picture, with the mark of whoever looks drawn into its pixels.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";

/**
 * @typedef {"damaged" | "locked" | "no_such_page" | "too_large"} Refusal
 * @typedef {{ kind: "measure", bytes: Uint8Array, isPdf: boolean, side: number, maxPages: number }
 *   | { kind: "page", bytes: Uint8Array, isPdf: boolean, side: number, maxPages: number, page: number, mark: string }} Job
 * @typedef {{ data: Buffer | Uint8Array, width: number, height: number, channels: 3 | 4 }} Pixels
 * @typedef {{ width: number, height: number }} Size
 */

// Holds for the whole process: no other kind of picture is ever decoded in it.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg"] });
sharp.concurrency(1);
sharp.cache(false);

const MAX_PIXELS = 40_000_000;
/** Bytes that PDFium may take; without it a file of a few kilobytes can ask for gigabytes. */
const MAX_PDF_MEMORY = 384 * 1_048_576;

/** An end of the work that is about the file and not a fault of ours. */
class Refused extends Error {
  /** @param {Refusal} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @type {WebAssembly.Module | undefined} */
let compiled;

/** PDFium with an empty memory of its own. */
function startPdfium() {
  const where = createRequire(join(process.cwd(), "package.json")).resolve("@hyzyla/pdfium/pdfium.wasm");
  const module = (compiled ??= new WebAssembly.Module(readFileSync(where)));
  return PDFiumLibrary.init({
    instantiateWasm: (imports, receive) => {
      const env = /** @type {Record<string, Function>} */ (imports["env"] ?? {});
      const grow = env["emscripten_resize_heap"];
      if (!grow) throw new Error("PDFium asks for memory in an unknown way");
      env["emscripten_resize_heap"] = (/** @type {number} */ size) =>
        size >>> 0 > MAX_PDF_MEMORY ? false : grow(size);
      const instance = new WebAssembly.Instance(module, imports);
      // Typed as if it gave the module; it hands on the instance.
      /** @type {(instance: unknown) => void} */ (receive)(instance);
      return instance.exports;
    },
  });
}

/**
 * What an error of PDFium says about the file.
 * @param {unknown} problem
 */
function judged(problem) {
  if (problem instanceof Refused) return problem;
  const text = problem instanceof Error ? problem.message : String(problem);
  return new Refused(/password|security/i.test(text) ? "locked" : "damaged");
}

/**
 * The size of a page so that its longer side is `side` pixels.
 * @param {Size} size
 * @param {number} side
 * @returns {Size}
 */
function fitted({ width, height }, side) {
  if (!(width > 0 && height > 0)) throw new Refused("damaged");
  const scale = side / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * @template T
 * @param {Uint8Array} bytes
 * @param {(document: import("@hyzyla/pdfium").PDFiumDocument) => T | Promise<T>} use
 */
async function withPdf(bytes, use) {
  try {
    const library = await startPdfium();
    const document = await library.loadDocument(bytes);
    return await use(document);
  } catch (problem) {
    throw judged(problem);
  }
}

/** @param {import("@hyzyla/pdfium").PDFiumPage} page */
function sizeOf(page) {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  return { width, height };
}

/**
 * How many pages can be shown, and how large each will be.
 * @param {Job} job
 * @returns {Promise<{ pages: Size[], pageCount: number }>}
 */
async function measure({ bytes, isPdf, side, maxPages }) {
  if (!isPdf) {
    const { width, height } = await decode(bytes);
    return { pages: [{ width, height }], pageCount: 1 };
  }
  return withPdf(bytes, (document) => {
    const pageCount = document.getPageCount();
    if (pageCount < 1) throw new Refused("damaged");
    const pages = Array.from({ length: Math.min(pageCount, maxPages) }, (_, index) =>
      fitted(sizeOf(document.getPage(index)), side),
    );
    return { pages, pageCount };
  });
}

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Pixels>}
 */
async function decode(bytes) {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "warning" }).toColourspace("srgb");
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Refused("damaged");
    return { data, width: info.width, height: info.height, channels: 3 };
  } catch (problem) {
    throw /pixel limit/i.test(String(problem)) ? new Refused("too_large") : new Refused("damaged");
  }
}

/**
 * @param {Extract<Job, { kind: "page" }>} job
 * @returns {Promise<Pixels>}
 */
async function drawPage({ bytes, isPdf, side, maxPages, page: number }) {
  if (!isPdf) {
    if (number !== 1) throw new Refused("no_such_page");
    return decode(bytes);
  }
  return withPdf(bytes, async (document) => {
    if (number < 1 || number > Math.min(document.getPageCount(), maxPages)) throw new Refused("no_such_page");
    const page = document.getPage(number - 1);
    const { width, height } = fitted(sizeOf(page), side);
    const { data } = await page.render({ width, height, render: async (drawn) => drawn.data });
    return { data, width, height, channels: 4 };
  });
}

// ---------------------------------------------------------------- the mark

/** Capital letters, digits and a few signs, seven dots high: a column of dots a byte, the lowest bit on top. */
const GLYPHS = /** @type {Record<string, string>} */ ({
  " ": "000000",
  A: "7e0909097e",
  B: "7f49494936",
  C: "3e41414122",
  D: "7f4141413e",
  E: "7f49494941",
  F: "7f09090901",
  G: "3e4149497a",
  H: "7f0808087f",
  I: "417f41",
  J: "204040403f",
  K: "7f08142241",
  L: "7f40404040",
  M: "7f020c027f",
  N: "7f0408107f",
  O: "3e4141413e",
  P: "7f09090906",
  Q: "3e4151215e",
  R: "7f09192946",
  S: "2649494932",
  T: "01017f0101",
  U: "3f4040403f",
  V: "0f3040300f",
  W: "3f4038403f",
  X: "6314081463",
  Y: "0708700807",
  Z: "6151494543",
  0: "3e5149453e",
  1: "427f40",
  2: "6251494946",
  3: "2241494936",
  4: "1814127f10",
  5: "2745454539",
  6: "3e49494932",
  7: "0171090503",
  8: "3649494936",
  9: "264949493e",
  "-": "080808",
  ":": "3636",
  ".": "6060",
  "(": "1c2241",
  ")": "41221c",
});
const ROWS = 7;

/**
 * The words as columns of dots. Letters with marks lose them; what is no letter of ours is left out.
 * @param {string} words
 */
function columnsOf(words) {
  const columns = [];
  for (const letter of words.normalize("NFKD").toUpperCase()) {
    const glyph = GLYPHS[letter];
    if (glyph === undefined) continue;
    columns.push(...Buffer.from(glyph, "hex"), 0);
  }
  return columns;
}

/**
 * Writes the words over the whole picture, slanted and again and again, into the pixels themselves: dark parts get
 * lighter below a letter, light parts darker, so that both the words and what is under them stay readable.
 * @param {Pixels} pixels
 * @param {string} words
 */
function drawMark({ data, width, height, channels }, words) {
  const columns = columnsOf(`${words}   `);
  if (columns.length === 0) throw new Error("The mark has no letters");
  const dot = Math.max(2, Math.max(width, height) / 520);
  const lineHeight = ROWS * 4.4;
  const [cos, sin] = [Math.cos(-Math.PI / 7), Math.sin(-Math.PI / 7)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = (x * cos + y * sin) / dot;
      const down = (y * cos - x * sin) / dot;
      const line = Math.floor(down / lineHeight);
      const row = Math.floor(down - line * lineHeight);
      if (row >= ROWS) continue;
      // Every second line begins elsewhere, so that no stretch of the page is without words.
      const at = Math.floor(along + (line % 2) * (columns.length / 2)) % columns.length;
      const column = columns[at < 0 ? at + columns.length : at] ?? 0;
      if (((column >> row) & 1) === 0) continue;
      const place = (y * width + x) * channels;
      const light = ((data[place] ?? 0) + (data[place + 1] ?? 0) + (data[place + 2] ?? 0)) / 3;
      const towards = light > 110 ? 0 : 255;
      for (let c = place; c < place + 3; c += 1) data[c] = Math.round((data[c] ?? 0) * 0.78 + towards * 0.22);
    }
  }
}

/**
 * One job. Throws a refusal for a file that can't be shown.
 * @param {Job} job
 */
async function work(job) {
  if (job.kind === "measure") return measure(job);
  const pixels = await drawPage(job);
  drawMark(pixels, job.mark);
  const { data, width, height, channels } = pixels;
  return sharp(data, { raw: { width, height, channels } }).removeAlpha().jpeg({ quality: 82 }).toBuffer();
}

/**
 * Works through what the parent process sends, one job at a time, until it goes away. Ends when it holds more memory
 * than it was allowed; PDFium has its own lid, because no timer runs while it draws.
 * Called by the line that document-process.server.ts puts under this text.
 * @public
 * @param {number} maxMegabytes
 */
export function serveDocuments(maxMegabytes) {
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
        process.send?.({ id, refusal: problem instanceof Refused ? problem.reason : undefined, problem: text });
      },
    );
  });
}
