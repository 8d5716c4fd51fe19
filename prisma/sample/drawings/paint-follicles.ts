import { Field, paintGlaze, paintStroke, rgb, type Canvas, type Glaze, type Rgb } from "./canvas.ts";
import { SITES_PER_UNIT_AREA, type Follicle, type Follicles } from "./follicles.ts";
import type { HeadSpec } from "./head-spec.ts";
import { halfPart } from "./long-hair.ts";
import { PIGMENT, pigmentColour, type SkinTones } from "./palette.ts";
import { skullSpan } from "./view.ts";

const CELL = 6;
/** Opacity of the shade that dense shaved hair casts on the skin between its follicles. */
const SHADE = 0.36;

function coverage(list: readonly Follicle[], canvas: Canvas, scale: number): Field {
  const field = new Field(Math.ceil(canvas.size / CELL), CELL);
  const full = (SITES_PER_UNIT_AREA * CELL * CELL) / (scale * scale);
  for (const { at, facing } of list) field.add(at.x * scale, at.y * scale, Math.min(1, facing + 0.1) / full);
  field.blur(1, 3);
  return field;
}

/** Sparse hair casts no shade; from half the usual density on, all of it. */
function shadeOf(amount: number): number {
  const share = Math.min(1, Math.max(0, (amount - 0.2) / 0.55));
  return share * share * (3 - 2 * share);
}

interface Layer {
  field: Field;
  colour: Rgb;
  strength: number;
}

/** One glaze from several kinds of follicle, so that no seam shows where one kind gives way to another. */
function glazeOf([one, ...others]: readonly [Layer, ...Layer[]]): Glaze {
  const { size, cell, cells } = one.field;
  const glaze = { size, cell, cells: new Float32Array(size * size * 4) };
  for (let index = 0; index < cells.length; index += 1) {
    let total = 0;
    let [red, green, blue, strength] = [0, 0, 0, 0];
    for (const { field, colour, strength: full } of [one, ...others]) {
      const amount = field.cells[index] ?? 0;
      total += amount;
      red += amount * colour[0];
      green += amount * colour[1];
      blue += amount * colour[2];
      strength += amount * full;
    }
    if (total < 0.2) continue;
    const opacity = shadeOf(total) * (strength / total);
    glaze.cells.set([(red / total) * opacity, (green / total) * opacity, (blue / total) * opacity, opacity], index * 4);
  }
  return glaze;
}

/** Only what the parted hair leaves open is seen of a scalp under long hair. */
function inPartLine(spec: HeadSpec, { at }: Follicle): boolean {
  return Math.abs(at.x - 600) < halfPart(at.y, spec.extent) - 2;
}

/**
 * Paints shaved hair and, at the stages after treatment, the pigment dots on a rendered head. The canvas shows the
 * 1200 units of the drawing.
 */
export function paintFollicles(
  canvas: Canvas,
  spec: HeadSpec,
  sites: Follicles,
  colours: { hair: string; skin: SkinTones },
): void {
  const scale = canvas.size / 1200;
  const isLong = spec.pattern === "part_line";
  const growing = isLong ? [] : sites.growing;
  const drawn = isLong ? sites.drawn.filter((one) => inPartLine(spec, one)) : sites.drawn;
  const look = spec.stage === "before" ? undefined : PIGMENT[spec.stage];
  const hair = rgb(colours.hair);
  const pigment = rgb(pigmentColour(colours.skin, colours.hair));

  const span = (row: number): readonly [number, number] | undefined => skullSpan(spec.view, canvas.size, row);
  const grown = { field: coverage(growing, canvas, scale), colour: hair, strength: SHADE };
  if (look) {
    const filled = coverage(drawn, canvas, scale);
    if (look.flush > 0) {
      paintGlaze(canvas, glazeOf([{ field: filled, colour: rgb(colours.skin.flush), strength: look.flush }]), span);
    }
    paintGlaze(canvas, glazeOf([grown, { field: filled, colour: pigment, strength: SHADE * look.shade }]), span);
  } else {
    paintGlaze(canvas, glazeOf([grown]), span);
  }

  for (const { at, lean, facing } of growing) {
    const radius = (facing > 0.5 ? 1.7 : 1.35) * scale;
    paintStroke(canvas, at.x * scale, at.y * scale, lean.x * scale, lean.y * scale, {
      colour: hair,
      opacity: 0.82,
      radius,
      softness: 1,
    });
  }
  if (!look) return;
  for (const { at, facing } of drawn) {
    const radius = look.radius * (facing > 0.5 ? 1 : 0.8) * scale;
    paintStroke(canvas, at.x * scale, at.y * scale, 0, 0, {
      colour: pigment,
      opacity: look.opacity,
      radius,
      softness: look.softness * scale,
    });
  }
}
