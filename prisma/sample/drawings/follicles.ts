import type { HeadSpec } from "./head-spec.ts";
import type { Random } from "./random.ts";
import { WHORL, type Scalp } from "./scalp.ts";
import { facing, onSkull, project, type Point2, type Point3 } from "./view.ts";

/** Follicles on the whole head; about a third of them are seen in any one drawing. */
const SITES = 22_000;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Less than this and a follicle lies too far round the side to be told from its neighbours. */
const MIN_FACING = 0.12;

export interface Follicle {
  at: Point2;
  /** Where the shaved hair points, as a step in the drawing. */
  lean: Point2;
  /** Foreshortening, 0 to 1. */
  facing: number;
}
export interface Follicles {
  growing: Follicle[];
  /** Places that the treatment fills: no hair now, a dot afterwards. */
  drawn: Follicle[];
}

function lean(unit: Point3, spec: HeadSpec, from: Point2, length: number): Point2 {
  // One small step over the skull away from the whorl.
  const along = unit.x * WHORL.x + unit.y * WHORL.y + unit.z * WHORL.z;
  const step = 0.03;
  const next = {
    x: unit.x + step * (along * unit.x - WHORL.x),
    y: unit.y + step * (along * unit.y - WHORL.y),
    z: unit.z + step * (along * unit.z - WHORL.z),
  };
  const to = project(spec.view, onSkull(next));
  const size = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: ((to.x - from.x) / size) * length, y: ((to.y - from.y) / size) * length };
}

/** Scatters follicles evenly over the head and sorts the visible ones. */
export function follicles(spec: HeadSpec, scalp: Scalp, random: Random): Follicles {
  const result: Follicles = { growing: [], drawn: [] };
  const jitter = 1.1 * Math.sqrt((4 * Math.PI) / SITES);
  for (let site = 0; site < SITES; site += 1) {
    const [dx, dy, dz, chance, length] = [random() - 0.5, random() - 0.5, random() - 0.5, random(), random()];
    const height = 1 - (2 * site + 1) / SITES;
    const ring = Math.sqrt(1 - height * height);
    const turn = site * GOLDEN_ANGLE;
    const x = ring * Math.cos(turn) + dx * jitter;
    const y = height + dy * jitter;
    const z = ring * Math.sin(turn) + dz * jitter;
    const size = Math.sqrt(x * x + y * y + z * z);
    const unit = { x: x / size, y: y / size, z: z / size };
    const seen = facing(spec.view, unit);
    if (seen < MIN_FACING) continue;
    const [finished, growing] = scalp.sharesAt(unit);
    if (chance >= finished) continue;
    const at = project(spec.view, onSkull(unit));
    const follicle = { at, lean: lean(unit, spec, at, 2.5 + 3.5 * length), facing: seen };
    (chance < growing ? result.growing : result.drawn).push(follicle);
  }
  return result;
}

/** How many follicles one square unit of the drawing holds where the skull faces the viewer. */
export const SITES_PER_UNIT_AREA = SITES / (4 * Math.PI * 400 * 400);
