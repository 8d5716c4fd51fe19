/**
 * Distances and areas on the globe, taken as a sphere of the mean earth radius (off by at most 0.6 % from the
 * ellipsoid). Degrees in, kilometres out. Pure: browser, server and tests share it.
 */
export type LatLng = { lat: number; lng: number };
/** Degrees, edges included, `west <= east`: a box never crosses the antimeridian. */
export type Box = { south: number; west: number; north: number; east: number };
export type DistanceUnit = "km" | "mi";

export const EARTH_RADIUS_KM = 6371.0088;
const KM_PER_MILE = 1.609344;

const RADIANS = Math.PI / 180;
const QUARTER_TURN_KM = (Math.PI / 2) * EARTH_RADIUS_KM;
const HALF_TURN_KM = Math.PI * EARTH_RADIUS_KM;
const WORLD: Box = { south: -90, west: -180, north: 90, east: 180 };
/** One millimetre: far above the rounding of double arithmetic, far below anything anyone searches by. */
const ROUNDING_KM = 1e-6;

/** Great-circle distance in kilometres. */
export function distanceKm(a: LatLng, b: LatLng): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const sinLng = Math.sin(((b.lng - a.lng) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The smallest boxes around a circle: one, or two where it crosses the antimeridian. */
export function boundingBox(centre: LatLng, radiusKm: number): Box[] {
  return coverCircle(centre, radiusKm, 1).outer;
}

/**
 * A circle as latitude strips. `outer` boxes together cover the whole circle; every point of an `inner` box lies in
 * the circle, so that only what is in `outer` and not in `inner` needs its exact distance. More strips fit tighter.
 * A radius beyond a quarter of the way round the earth is covered by the whole world; no radius is nothing at all.
 */
export function coverCircle(centre: LatLng, radiusKm: number, strips: number): { outer: Box[]; inner: Box[] } {
  if (!Number.isFinite(centre.lat) || !Number.isFinite(centre.lng) || !(radiusKm >= 0)) return { outer: [], inner: [] };
  if (radiusKm >= HALF_TURN_KM) return { outer: [WORLD], inner: [WORLD] };
  if (radiusKm + ROUNDING_KM >= QUARTER_TURN_KM) return { outer: [WORLD], inner: [] };
  const count = Math.max(1, Math.floor(strips) || 1);
  const lat = Math.min(90, Math.max(-90, centre.lat));
  const lng = wrapLongitude(centre.lng);
  return {
    outer: stripBoxes({ lat, lng }, radiusKm + ROUNDING_KM, outerEdges(count), widestHalfWidth),
    inner:
      radiusKm > ROUNDING_KM
        ? stripBoxes({ lat, lng }, radiusKm - ROUNDING_KM, innerEdges(count), narrowestHalfWidth)
        : [],
  };
}

const formats = new Map<string, Intl.NumberFormat>();

/** "4.2 mi", "38 km": one decimal below ten, none above. An unknown locale reads as English. */
export function formatDistance(km: number, unit: DistanceUnit, locale = "en"): string {
  const value = unit === "mi" ? km / KM_PER_MILE : km;
  const digits = value < 9.95 ? 1 : 0;
  const key = `${locale} ${unit} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    // Locales may come from a request header, so what is kept is bounded.
    if (formats.size >= 100) formats.clear();
    format = distanceFormat(locale, unit, digits);
    formats.set(key, format);
  }
  return format.format(value);
}

function distanceFormat(locale: string, unit: DistanceUnit, maximumFractionDigits: number): Intl.NumberFormat {
  const options: Intl.NumberFormatOptions = {
    style: "unit",
    unit: unit === "mi" ? "mile" : "kilometer",
    unitDisplay: "short",
    maximumFractionDigits,
  };
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat("en", options);
  }
}

type HalfWidth = (centreLat: number, radius: number, south: number, north: number) => number;

/** Boxes of the strips between `edges`, given as shares (-1 to 1) of the radius north of the centre. */
function stripBoxes(centre: LatLng, radiusKm: number, edges: number[], halfWidth: HalfWidth): Box[] {
  const radius = radiusKm / EARTH_RADIUS_KM;
  const centreLat = centre.lat * RADIANS;
  const boxes: Box[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const south = Math.max(-90, centre.lat + ((edges[i] ?? 0) * radius) / RADIANS);
    const north = Math.min(90, centre.lat + ((edges[i + 1] ?? 0) * radius) / RADIANS);
    if (north <= south) continue;
    const half = halfWidth(centreLat, radius, south * RADIANS, north * RADIANS) / RADIANS;
    if (half > 0) boxes.push(...splitAtAntimeridian(south, north, centre.lng, half));
  }
  return boxes;
}

function splitAtAntimeridian(south: number, north: number, lng: number, half: number): Box[] {
  if (half >= 180) return [{ south, north, west: -180, east: 180 }];
  const west = lng - half;
  const east = lng + half;
  if (west < -180) {
    return [
      { south, north, west: west + 360, east: 180 },
      { south, north, west: -180, east },
    ];
  }
  if (east > 180) {
    return [
      { south, north, west, east: 180 },
      { south, north, west: -180, east: east - 360 },
    ];
  }
  return [{ south, north, west, east }];
}

/** Equal angles seen from the centre make strips thin where the circle's edge runs flat, so the boxes hug it. */
function outerEdges(strips: number): number[] {
  return Array.from({ length: strips + 1 }, (_, i) => Math.sin(-Math.PI / 2 + (Math.PI * i) / strips));
}

function innerEdges(strips: number): number[] {
  const step = Math.PI / (strips + 1);
  return Array.from({ length: strips + 1 }, (_, i) => Math.sin(-Math.PI / 2 + step / 2 + step * i));
}

/** Half the circle's width in radians of longitude at one latitude: 0 outside it, pi where it holds the parallel. */
function halfWidthAt(centreLat: number, radius: number, lat: number): number {
  const apart = Math.abs(lat - centreLat);
  // The haversine of the radius less that of the latitudes, as a product: no cancellation for small circles.
  const rest = Math.sin((radius - apart) / 2) * Math.sin((radius + apart) / 2);
  if (rest <= 0) return 0;
  const scale = Math.cos(lat) * Math.cos(centreLat);
  return scale <= rest ? Math.PI : 2 * Math.asin(Math.sqrt(rest / scale));
}

/** A circle is widest, in longitude, nearer the pole than its centre; away from that latitude it only narrows. */
function widestHalfWidth(centreLat: number, radius: number, south: number, north: number): number {
  const ends = Math.max(halfWidthAt(centreLat, radius, south), halfWidthAt(centreLat, radius, north));
  const sinWidest = Math.sin(centreLat) / Math.cos(radius);
  if (Math.abs(sinWidest) >= 1) return ends;
  const widest = Math.asin(sinWidest);
  return widest > south && widest < north
    ? Math.max(ends, Math.asin(Math.min(1, Math.sin(radius) / Math.cos(centreLat))))
    : ends;
}

function narrowestHalfWidth(centreLat: number, radius: number, south: number, north: number): number {
  return Math.min(halfWidthAt(centreLat, radius, south), halfWidthAt(centreLat, radius, north));
}

function wrapLongitude(lng: number): number {
  return lng >= -180 && lng <= 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180;
}
