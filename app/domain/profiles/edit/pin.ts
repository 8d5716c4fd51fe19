import { EARTH_RADIUS_KM } from "#app/domain/places/distance.ts";
import type { LatLng } from "#app/domain/places/distance.ts";

/** A pin further from its town than this is in another one. */
export const MOST_KM_FROM_TOWN = 30;

/** One press moves it so far. */
export const STEP_METRES = 50;

const METRES_PER_DEGREE = (EARTH_RADIUS_KM * 1_000 * Math.PI) / 180;
/** Near the poles a metre is any number of degrees. */
const LEAST_COSINE = 0.01;

export type Direction = "north" | "south" | "east" | "west";

/** So many metres further east and north. */
export function movedBy({ lat, lng }: LatLng, east: number, north: number): LatLng {
  const cosine = Math.max(Math.cos((lat * Math.PI) / 180), LEAST_COSINE);
  const turned = lng + east / (METRES_PER_DEGREE * cosine);
  return {
    lat: Math.min(90, Math.max(-90, lat + north / METRES_PER_DEGREE)),
    lng: turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned,
  };
}

export function movedTo(pin: LatLng, direction: Direction, metres = STEP_METRES): LatLng {
  const east = direction === "east" ? metres : direction === "west" ? -metres : 0;
  const north = direction === "north" ? metres : direction === "south" ? -metres : 0;
  return movedBy(pin, east, north);
}

/** How far a point lies from another, in metres east and north: good for a town's size. */
export function offsetFrom(centre: LatLng, { lat, lng }: LatLng): { east: number; north: number } {
  const cosine = Math.max(Math.cos((centre.lat * Math.PI) / 180), LEAST_COSINE);
  const turn = ((lng - centre.lng + 540) % 360) - 180;
  return { east: turn * METRES_PER_DEGREE * cosine, north: (lat - centre.lat) * METRES_PER_DEGREE };
}
