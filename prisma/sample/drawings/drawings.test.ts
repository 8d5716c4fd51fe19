import sharp from "sharp";
import { expect, test } from "vitest";
import { drawHead } from "./draw-head.ts";
import {
  DRAWN_STAGES,
  drawingKey,
  headKey,
  LOSS_PATTERNS,
  viewsOf,
  type DrawnStage,
  type HeadSpec,
} from "./head-spec.ts";
import { DRAWING_SIZE, renderDrawing } from "./render-drawing.ts";

const SPEC: HeadSpec = { view: "front", pattern: "receding", skin: 3, stage: "before", extent: 2, person: 1 };
const everyHead: HeadSpec[] = LOSS_PATTERNS.flatMap((pattern) =>
  viewsOf(pattern).map((view, index) => ({ ...SPEC, pattern, view, skin: index === 0 ? 2 : 5 })),
);

/** Mean brightness (0 to 255) of the picture in a box of the 1200-unit drawing. */
async function brightness(
  spec: HeadSpec,
  box: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const scale = DRAWING_SIZE / 1200;
  const area = {
    left: Math.round(box.x * scale),
    top: Math.round(box.y * scale),
    width: Math.round(box.width * scale),
    height: Math.round(box.height * scale),
  };
  const grey = await sharp(await renderDrawing(spec))
    .extract(area)
    .greyscale()
    .raw()
    .toBuffer();
  return grey.reduce((sum, value) => sum + value, 0) / grey.length;
}

test.each(everyHead)("draws a $pattern head from the $view as plain shapes with nothing to fetch or run", (spec) => {
  const { svg, sites } = drawHead(spec);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|<text|<image|<script|href|font/);
  expect(svg.length).toBeLessThan(80_000);
  expect(sites.growing.length + sites.drawn.length).toBeGreaterThan(2000);
  expect(sites.drawn.length).toBeGreaterThan(20);
});

test("draws the same head every time, at every stage", () => {
  const heads = DRAWN_STAGES.map((stage) => drawHead({ ...SPEC, stage }));
  for (const head of heads) {
    expect(head.svg).toBe(heads[0]?.svg);
    expect(head.sites).toEqual(heads[0]?.sites);
  }
});

test("draws another person's head differently", () => {
  expect(drawHead({ ...SPEC, person: 2 }).sites.growing[0]).not.toEqual(drawHead(SPEC).sites.growing[0]);
});

test("further loss leaves fewer growing follicles", () => {
  for (const pattern of ["receding", "crown", "full", "diffuse"] as const) {
    const [view] = viewsOf(pattern);
    const counts = ([1, 2, 3] as const).map(
      (extent) => drawHead({ ...SPEC, pattern, view, extent }).sites.growing.length,
    );
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  }
});

test("keys tell stages apart but keep a head together", () => {
  const after = { ...SPEC, stage: "healed" as const };
  expect(headKey(after)).toBe(headKey(SPEC));
  expect(drawingKey(after)).not.toBe(drawingKey(SPEC));
});

test("a rendered drawing is the same square JPEG each time", async () => {
  const one = await renderDrawing(SPEC);
  const other = await renderDrawing(SPEC);
  expect(one.equals(other)).toBe(true);
  expect(await sharp(one).metadata()).toMatchObject({ format: "jpeg", width: DRAWING_SIZE, height: DRAWING_SIZE });
});

test("treated skin is darkest when fresh and grows lighter with age, but never as light as before", async () => {
  const spec = { ...SPEC, view: "top", pattern: "full" } as const;
  const box = { x: 500, y: 450, width: 200, height: 200 };
  const found: Partial<Record<DrawnStage, number>> = {};
  for (const stage of DRAWN_STAGES) found[stage] = await brightness({ ...spec, stage }, box);
  const order = Object.entries(found).sort(([, a], [, b]) => a - b);
  expect(order.map(([stage]) => stage)).toEqual(["fresh", "healed", "settled", "aged", "before"]);
});

test("before and after differ only where the treatment was", async () => {
  const forehead = { x: 480, y: 600, width: 240, height: 60 };
  const temple = { x: 400, y: 340, width: 60, height: 60 };
  const after = { ...SPEC, stage: "fresh" as const };
  expect(await brightness(after, forehead)).toBeCloseTo(await brightness(SPEC, forehead), 0);
  expect(await brightness(after, temple)).toBeLessThan((await brightness(SPEC, temple)) - 10);
});

test("drawings are still rendered in a process where the photo pipeline has blocked sharp's SVG loader", async () => {
  const { processPhoto } = await import("#app/domain/media/process-photo.server.ts");
  await expect(sharp(Buffer.from(drawHead(SPEC).svg)).toBuffer()).rejects.toThrow();
  const outcome = await processPhoto(await renderDrawing({ ...SPEC, person: 77 }));
  expect(outcome).toMatchObject({ ok: true, value: { width: 960, height: 960 } });
});
