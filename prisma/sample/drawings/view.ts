import type { HeadView } from "./head-spec.ts";

/** A point on the head: x to the person's left, y up, z to the front; the head is about 2 units long. */
export interface Point3 {
  x: number;
  y: number;
  z: number;
}
export interface Point2 {
  x: number;
  y: number;
}
/** A direction from the middle of the head: azimuth 0 = front, 90 = left ear, 180 = back; elevation 90 = top. Degrees. */
export function direction(azimuth: number, elevation: number): Point3 {
  const a = (azimuth * Math.PI) / 180;
  const e = (elevation * Math.PI) / 180;
  return { x: Math.sin(a) * Math.cos(e), y: Math.sin(e), z: Math.cos(a) * Math.cos(e) };
}

const HALF = { x: 0.8, y: 0.92, z: 1 } as const;

/** The place on the skull in a direction: an egg, broadest a little behind the middle, with a flat brow. */
export function onSkull(unit: Point3): Point3 {
  const narrowing = 1 - 0.05 * unit.z;
  const squareness = unit.z > 0 ? 1 + 0.22 * unit.x * unit.x : 1 + 0.1 * unit.x * unit.x;
  return { x: HALF.x * unit.x * narrowing, y: HALF.y * unit.y, z: HALF.z * unit.z * squareness };
}

interface Camera {
  mirror: 1 | -1;
  depth: Point3;
  up: Point3;
  scale: number;
  cx: number;
  cy: number;
}

function lookFrom(side: 1 | -1, tiltDegrees: number, scale: number, cy: number): Camera {
  const tilt = (tiltDegrees * Math.PI) / 180;
  return {
    mirror: side,
    depth: { x: 0, y: Math.sin(tilt), z: side * Math.cos(tilt) },
    up: { x: 0, y: Math.cos(tilt), z: -side * Math.sin(tilt) },
    scale,
    cx: 600,
    cy,
  };
}

const CAMERAS: Record<HeadView, Camera> = {
  top: { mirror: 1, depth: { x: 0, y: 1, z: 0 }, up: { x: 0, y: 0, z: -1 }, scale: 420, cx: 600, cy: 540 },
  front: lookFrom(1, 32, 430, 500),
  crown: lookFrom(-1, 36, 445, 540),
};

function dot(a: Point3, b: Point3): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

/** Where a point of the head falls in the drawing, in units of 1/1200. */
export function project(view: HeadView, point: Point3): Point2 {
  const camera = CAMERAS[view];
  return {
    x: camera.cx + camera.mirror * camera.scale * point.x,
    y: camera.cy - camera.scale * dot(point, camera.up),
  };
}

/** How squarely the skull faces the viewer in a direction: 1 head-on, 0 at the outline, below 0 out of sight. */
export function facing(view: HeadView, unit: Point3): number {
  const normal = { x: unit.x / HALF.x, y: unit.y / HALF.y, z: unit.z / HALF.z };
  return dot(normal, CAMERAS[view].depth) / Math.hypot(normal.x, normal.y, normal.z);
}

export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A closed smooth path through points (Catmull-Rom drawn as cubic curves). */
export function smoothPath(points: readonly Point2[], closed = true): string {
  const count = points.length;
  const at = (index: number): Point2 => {
    const wrapped = closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
    return points[wrapped] ?? { x: 0, y: 0 };
  };
  const start = at(0);
  let path = `M${number(start.x)} ${number(start.y)}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first = `${number(from.x + (to.x - before.x) / 6)} ${number(from.y + (to.y - before.y) / 6)}`;
    const second = `${number(to.x - (after.x - from.x) / 6)} ${number(to.y - (after.y - from.y) / 6)}`;
    path += `C${first} ${second} ${number(to.x)} ${number(to.y)}`;
  }
  return closed ? `${path}Z` : path;
}

const OUTLINE_STEPS = 48;
const outlines = new Map<HeadView, readonly Point2[]>();

/** The outline of the skull: for each angle around its middle, the farthest place that the skull reaches. */
export function skullOutline(view: HeadView): readonly Point2[] {
  const known = outlines.get(view);
  if (known) return known;
  const { cx, cy } = CAMERAS[view];
  const farthest = new Array<number>(OUTLINE_STEPS).fill(0);
  for (let azimuth = -180; azimuth < 180; azimuth += 2) {
    for (let elevation = -88; elevation <= 88; elevation += 2) {
      const point = project(view, onSkull(direction(azimuth, elevation)));
      const turn = (Math.atan2(point.y - cy, point.x - cx) / (2 * Math.PI) + 1) % 1;
      const step = Math.round(turn * OUTLINE_STEPS) % OUTLINE_STEPS;
      farthest[step] = Math.max(farthest[step] ?? 0, Math.hypot(point.x - cx, point.y - cy));
    }
  }
  const outline = farthest.map((radius, step) => {
    const angle = (step / OUTLINE_STEPS) * 2 * Math.PI;
    return { x: cx + radius * Math.cos(angle), y: cy + radius * Math.sin(angle) };
  });
  outlines.set(view, outline);
  return outline;
}

const spans = new Map<string, (readonly [number, number] | undefined)[]>();

/** The first and last pixel of the skull in one row of a picture `size` pixels wide; undefined where it has none. */
export function skullSpan(view: HeadView, size: number, row: number): readonly [number, number] | undefined {
  const key = `${view}-${size}`;
  let rows = spans.get(key);
  if (!rows) {
    const scale = size / 1200;
    const outline = skullOutline(view);
    rows = Array.from({ length: size }, (_, y) => {
      const crossings = outline.flatMap((from, index) => {
        const to = outline[(index + 1) % outline.length] ?? from;
        const share = ((y + 0.5) / scale - from.y) / (to.y - from.y);
        return share >= 0 && share < 1 ? [(from.x + (to.x - from.x) * share) * scale] : [];
      });
      return crossings.length < 2
        ? undefined
        : ([Math.ceil(Math.min(...crossings)), Math.floor(Math.max(...crossings))] as const);
    });
    spans.set(key, rows);
  }
  return rows[row];
}
