import PQueue from "p-queue";
import sharp from "sharp";
import { drawHead, type DrawnHead } from "./draw-head.ts";
import { headKey, type HeadSpec } from "./head-spec.ts";
import { paintFollicles } from "./paint-follicles.ts";
import { rasterise } from "./rasterise.ts";

/** Edge of the rendered square in pixels: as large as the largest width that pages show. */
export const DRAWING_SIZE = 960;

interface Kept {
  key: string;
  head: DrawnHead;
  pixels: Promise<Uint8Array>;
}
/** The stages of one head are usually asked for one after the other, so the last few heads are kept. */
const KEPT = 4;
let kept: Kept[] = [];

function headOf(spec: HeadSpec): Kept {
  const key = headKey(spec);
  const known = kept.find((one) => one.key === key);
  if (known) return known;
  const head = drawHead(spec);
  const pixels = rasterise(head.svg, DRAWING_SIZE);
  pixels.catch(() => {
    // Whoever asked is told; a later request tries again.
    kept = kept.filter((one) => one.key !== key);
  });
  const made = { key, head, pixels };
  kept = [made, ...kept].slice(0, KEPT);
  return made;
}

/** Two at a time: while one is painted here, the child renders the next head. More would only take memory. */
const queue = new PQueue({ concurrency: 2 });

async function paint(spec: HeadSpec): Promise<Buffer> {
  const { head, pixels } = headOf(spec);
  const canvas = { size: DRAWING_SIZE, pixels: Uint8Array.from(await pixels) };
  paintFollicles(canvas, spec, head.sites, head.colours);
  return sharp(canvas.pixels, { raw: { width: DRAWING_SIZE, height: DRAWING_SIZE, channels: 3 } })
    .jpeg({ quality: 86 })
    .toBuffer();
}

/**
 * Renders a drawing as JPEG, 960 x 960 pixels. Ask for the stages of one head in a row: they share most of the work.
 * Any number may be asked for at once; they are made in that order.
 */
export async function renderDrawing(spec: HeadSpec): Promise<Buffer> {
  const picture = await queue.add(() => paint(spec));
  // p-queue gives nothing back for work that it gave up on, and it was never told to.
  if (!picture) throw new Error("The drawing queue dropped a drawing");
  return picture;
}
