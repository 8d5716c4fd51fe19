import type { HeadSpec } from "./head-spec.ts";
import { seededRandom } from "./random.ts";
import { direction, type Point3 } from "./view.ts";

/**
 * Where hair grows on the head, and where it has gone. Every pattern is a rule on directions from the middle of
 * the head, so the same loss can be seen from above, from the front and from behind.
 */
export interface Scalp {
  /**
   * For a direction, the share of follicles (0 to 1) that the finished treatment shows, grown or drawn, and the share
   * that still grow hair.
   */
  sharesAt(unit: Point3): readonly [finished: number, growing: number];
  /** Lines and dots of scar tissue as directions with a radius in degrees. */
  scars: readonly { unit: Point3; radius: number }[];
}

type Table = readonly (readonly [at: number, value: number])[];

function readTable(table: Table, at: number): number {
  let [lowAt, lowValue] = table[0] ?? [0, 0];
  for (const [highAt, highValue] of table) {
    if (at <= highAt) {
      const share = highAt === lowAt ? 0 : (at - lowAt) / (highAt - lowAt);
      const eased = share * share * (3 - 2 * share);
      return lowValue + (highValue - lowValue) * eased;
    }
    [lowAt, lowValue] = [highAt, highValue];
  }
  return lowValue;
}

/** Elevation at which hair begins, by how far round the head from the front (both in degrees): a grown-up's hairline. */
const HAIRLINE: Table = [
  [0, 37],
  [24, 36.5],
  [44, 37.5],
  [54, 30],
  [62, 12],
  [72, -6],
  [82, -6],
  [90, 12],
  [102, 10],
  [114, -10],
  [130, -20],
  [150, -27],
  [180, -29],
];

/** The same line after recession: the temples go first, the middle follows. One table for each extent. */
const RECEDED: Record<1 | 2 | 3, Table> = {
  1: [
    [0, 38],
    [28, 41],
    [44, 50],
    [53, 44],
    [62, 14],
    [72, -6],
    [82, -6],
    [90, 12],
    [102, 10],
    [114, -10],
    [130, -20],
    [150, -27],
    [180, -29],
  ],
  2: [
    [0, 42],
    [28, 46],
    [46, 58],
    [56, 52],
    [64, 22],
    [74, -4],
    [82, -4],
    [90, 12],
    [102, 10],
    [114, -10],
    [130, -20],
    [150, -27],
    [180, -29],
  ],
  3: [
    [0, 52],
    [28, 56],
    [46, 66],
    [57, 62],
    [67, 38],
    [77, 4],
    [84, 0],
    [92, 13],
    [102, 10],
    [114, -10],
    [130, -20],
    [150, -27],
    [180, -29],
  ],
};
/** What is left when the top has gone: a band above the ears and round the back. */
const BAND_TOP: Record<1 | 2 | 3, Table> = {
  1: [
    [0, 60],
    [60, 50],
    [90, 46],
    [135, 50],
    [180, 52],
  ],
  2: [
    [0, 40],
    [60, 34],
    [90, 36],
    [135, 36],
    [180, 36],
  ],
  3: [
    [0, 30],
    [60, 22],
    [90, 26],
    [135, 22],
    [180, 20],
  ],
};

function ramp(value: number, from: number, to: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

function degreesBetween(a: Point3, b: Point3): number {
  return (Math.acos(Math.min(1, Math.max(-1, a.x * b.x + a.y * b.y + a.z * b.z))) * 180) / Math.PI;
}

/** Slow, smooth variation over the head, about -1 to 1, so that no edge of hair is a drawn line. */
function unevenness(seed: number): (unit: Point3) => number {
  const random = seededRandom(seed);
  const phase = Array.from({ length: 6 }, () => random() * 2 * Math.PI);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = phase;
  return ({ x, y, z }) =>
    0.5 * Math.sin(7 * x + a) * Math.sin(6 * y + b) +
    0.3 * Math.sin(13 * z + c) * Math.sin(12 * x + d) +
    0.3 * Math.sin(21 * y + e) * Math.sin(19 * z + f);
}

const CROWN = direction(180, 60);
/** From where hair spreads out in a whorl, a little to one side of the middle. */
export const WHORL = direction(172, 62);

function scarsOf(spec: HeadSpec, seed: number): { unit: Point3; radius: number }[] {
  const random = seededRandom(seed + 7);
  if (spec.pattern === "fut_scar") {
    const reach = 40 + spec.extent * 8;
    const steps = 120;
    return Array.from({ length: steps + 1 }, (_, step) => {
      const turn = (step / steps) * 2 - 1;
      const wander = 0.7 * Math.sin(turn * 5 + seed) + 0.3 * Math.sin(turn * 13);
      const taper = 1 - 0.6 * Math.abs(turn) ** 3;
      return {
        unit: direction(180 + turn * reach, 1 + 4 * turn * turn + wander),
        radius: (0.9 + 0.35 * spec.extent) * taper,
      };
    });
  }
  if (spec.pattern === "fue_scars") {
    const scars: { unit: Point3; radius: number }[] = [];
    for (let attempt = 0; attempt < 1400 && scars.length < 50 + spec.extent * 40; attempt += 1) {
      const unit = direction(180 + (random() * 2 - 1) * 66, -14 + random() * 44);
      if (scars.every((other) => degreesBetween(other.unit, unit) > 4))
        scars.push({ unit, radius: 1 + random() * 0.4 });
    }
    return scars;
  }
  return [];
}

function patchesOf(spec: HeadSpec, seed: number): { unit: Point3; radius: number }[] {
  const random = seededRandom(seed + 11);
  const middle =
    spec.view === "front" ? direction(0, 66) : spec.view === "top" ? direction(180, 86) : direction(180, 36);
  const patches: { unit: Point3; radius: number }[] = [];
  for (let attempt = 0; attempt < 300 && patches.length < 1 + spec.extent * 2; attempt += 1) {
    const unit = direction(random() * 360 - 180, 80 * random() - 5);
    const radius = 6.5 + random() * (4 + 2.5 * spec.extent);
    const apart = patches.every((other) => degreesBetween(other.unit, unit) > (other.radius + radius) * 0.92);
    if (apart && degreesBetween(unit, middle) < 42) patches.push({ unit, radius });
  }
  return patches;
}

/** The scalp of the person in a spec; the same for every stage. */
export function scalpOf(spec: HeadSpec, seed: number): Scalp {
  const uneven = unevenness(seed);
  const scars = scarsOf(spec, seed);
  const scarred = scars.map(({ unit, radius }) => ({ unit, nearness: Math.cos((radius * Math.PI) / 180) }));
  const patches = spec.pattern === "areata" ? patchesOf(spec, seed) : [];
  const remaining = (unit: Point3, round: number, elevation: number, rough: number): number => {
    switch (spec.pattern) {
      case "receding":
        return ramp(elevation - readTable(RECEDED[spec.extent], round) + rough * 2.4, -2, 8);
      case "crown": {
        const radius = 15 + spec.extent * 8;
        return 0.04 + 0.96 * ramp(degreesBetween(unit, CROWN) + rough * 3, radius * 0.55, radius * 1.25);
      }
      case "full":
        return 0.02 + 0.98 * ramp(readTable(BAND_TOP[spec.extent], round) - elevation + rough * 3, -6, 7);
      case "diffuse":
        return 1 - (0.42 + 0.17 * spec.extent) * ramp(elevation + rough * 9, 16, 48);
      case "part_line": {
        const widening = 0.05 + 0.03 * spec.extent;
        return ramp(Math.abs(unit.x) + rough * 0.02, widening * 0.7, widening * 1.6);
      }
      case "areata":
        return patches.reduce(
          (left, patch) =>
            left * ramp(degreesBetween(unit, patch.unit) + rough * 0.8, patch.radius - 0.8, patch.radius + 1.6),
          1,
        );
      case "fut_scar":
      case "fue_scars":
        return unit.z < 0 &&
          scarred.some(({ unit: at, nearness }) => unit.x * at.x + unit.y * at.y + unit.z * at.z > nearness)
          ? 0
          : 1;
    }
  };
  const sharesAt = (unit: Point3): readonly [number, number] => {
    const round = Math.abs((Math.atan2(unit.x, unit.z) * 180) / Math.PI);
    const elevation = (Math.asin(Math.min(1, Math.max(-1, unit.y))) * 180) / Math.PI;
    const rough = uneven(unit);
    const finished = ramp(elevation - readTable(HAIRLINE, round) + rough * 0.9, -0.4, 3.2);
    return finished === 0 ? [0, 0] : [finished, finished * remaining(unit, round, elevation, rough)];
  };
  return { sharesAt, scars };
}
