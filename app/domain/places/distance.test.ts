import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boundingBox,
  coverCircle,
  distanceKm,
  EARTH_RADIUS_KM,
  formatDistance,
  type Box,
  type LatLng,
} from "#app/domain/places/distance.ts";

const RADIANS = Math.PI / 180;
const leeds = { lat: 53.79648, lng: -1.54785 };
const london = { lat: 51.50853, lng: -0.12574 };

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const awkwardPoint = fc.oneof(
  point,
  fc.record({ lat: fc.constantFrom(-90, -89.9, 0, 89.9, 90), lng: fc.constantFrom(-180, -179.9, 0, 179.9, 180) }),
);
const radius = fc.oneof(
  fc.double({ min: 0.001, max: 500, noNaN: true }),
  fc.double({ min: 500, max: 21_000, noNaN: true }),
);
const strips = fc.integer({ min: 1, max: 12 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

function isIn(box: Box, at: LatLng): boolean {
  return at.lat >= box.south && at.lat <= box.north && at.lng >= box.west && at.lng <= box.east;
}

/** The point reached by going from one in a direction for a distance. */
function travel(from: LatLng, bearing: number, km: number): LatLng {
  const turn = km / EARTH_RADIUS_KM;
  const lat = from.lat * RADIANS;
  const sinLat = Math.sin(lat) * Math.cos(turn) + Math.cos(lat) * Math.sin(turn) * Math.cos(bearing);
  const to = Math.asin(Math.min(1, Math.max(-1, sinLat)));
  const y = Math.sin(bearing) * Math.sin(turn) * Math.cos(lat);
  const lng = from.lng + Math.atan2(y, Math.cos(turn) - Math.sin(lat) * sinLat) / RADIANS;
  return { lat: to / RADIANS, lng: lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng };
}

describe("distanceKm", () => {
  it("agrees with known distances", () => {
    expect(distanceKm(leeds, london)).toBeCloseTo(272.3, 0);
    expect(distanceKm({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111.195, 2);
    expect(distanceKm({ lat: 90, lng: 0 }, { lat: -90, lng: 77 })).toBeCloseTo(Math.PI * EARTH_RADIUS_KM, 6);
  });

  it("is the same both ways and nothing from a point to itself", () => {
    fc.assert(
      fc.property(awkwardPoint, awkwardPoint, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
        expect(distanceKm(a, a)).toBe(0);
      }),
    );
  });
});

describe("coverCircle", () => {
  it("covers every point within the radius by an outer box", () => {
    fc.assert(
      fc.property(
        awkwardPoint,
        radius,
        strips,
        fc.double({ min: 0, max: 7, noNaN: true }),
        share,
        (centre, km, n, bearing, how) => {
          const at = travel(centre, bearing, Math.min(km * how, 20_015));
          fc.pre(distanceKm(centre, at) <= km);
          expect(coverCircle(centre, km, n).outer.some((box) => isIn(box, at))).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("covers points anywhere on the globe that happen to be within the radius", () => {
    fc.assert(
      fc.property(
        awkwardPoint,
        awkwardPoint,
        strips,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (centre, at, n, beyond) => {
          const km = distanceKm(centre, at) + beyond;
          expect(coverCircle(centre, km, n).outer.some((box) => isIn(box, at))).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("puts only points within the radius into inner boxes", () => {
    fc.assert(
      fc.property(awkwardPoint, radius, strips, share, share, (centre, km, n, up, along) => {
        for (const box of coverCircle(centre, km, n).inner) {
          const inside = {
            lat: box.south + (box.north - box.south) * up,
            lng: box.west + (box.east - box.west) * along,
          };
          const corners = [box.south, box.north].flatMap((lat) => [box.west, box.east].map((lng) => ({ lat, lng })));
          for (const at of [inside, ...corners]) expect(distanceKm(centre, at)).toBeLessThanOrEqual(km);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("gives boxes in range, the right way round, at most two for each strip", () => {
    fc.assert(
      fc.property(awkwardPoint, radius, strips, (centre, km, n) => {
        const { outer, inner } = coverCircle(centre, km, n);
        expect(Math.max(outer.length, inner.length)).toBeLessThanOrEqual(2 * n);
        for (const { south, north, west, east } of [...outer, ...inner]) {
          expect(south).toBeGreaterThanOrEqual(-90);
          expect(north).toBeLessThanOrEqual(90);
          expect(west).toBeGreaterThanOrEqual(-180);
          expect(east).toBeLessThanOrEqual(180);
          expect(south <= north && west <= east).toBe(true);
        }
      }),
    );
  });

  it("fits tighter with more strips", () => {
    const area = (boxes: Box[]) => boxes.reduce((sum, b) => sum + (b.north - b.south) * (b.east - b.west), 0);
    const [one, six] = [coverCircle(leeds, 50, 1), coverCircle(leeds, 50, 6)];
    expect(area(six.outer)).toBeLessThan(0.9 * area(one.outer));
    expect(area(six.inner)).toBeGreaterThan(1.2 * area(one.inner));
    expect(area(six.inner) / area(six.outer)).toBeGreaterThan(0.7);
  });

  it("splits at the antimeridian and holds whole parallels near a pole", () => {
    expect(coverCircle({ lat: -17, lng: 179.9 }, 50, 1).outer).toHaveLength(2);
    const [polar] = coverCircle({ lat: 89.9, lng: 10 }, 50, 1).outer;
    expect(polar).toMatchObject({ north: 90, west: -180, east: 180 });
  });

  it("answers any radius and refuses coordinates that are none", () => {
    expect(coverCircle(leeds, 30_000, 3).inner).toEqual([{ south: -90, west: -180, north: 90, east: 180 }]);
    expect(coverCircle(leeds, 12_000, 3)).toEqual({
      outer: [{ south: -90, west: -180, north: 90, east: 180 }],
      inner: [],
    });
    for (const km of [-1, Number.NaN]) expect(coverCircle(leeds, km, 3)).toEqual({ outer: [], inner: [] });
    expect(coverCircle({ lat: Number.NaN, lng: 0 }, 5, 3)).toEqual({ outer: [], inner: [] });
    expect(coverCircle(leeds, 0, 3).inner).toEqual([]);
    expect(coverCircle(leeds, 5, 0).outer).toHaveLength(1);
    expect(coverCircle({ lat: 95, lng: 361 }, 5, 1).outer[0]?.north).toBe(90);
  });
});

describe("boundingBox", () => {
  it("is a single box that touches the circle away from the antimeridian", () => {
    const [box, ...rest] = boundingBox(leeds, 50);
    expect(rest).toEqual([]);
    expect(box?.north).toBeCloseTo(leeds.lat + 0.4497, 3);
    expect(box?.east).toBeCloseTo(leeds.lng + 0.7614, 2);
  });
});

describe("formatDistance", () => {
  it("shows one decimal below ten and none above, in the unit asked for", () => {
    expect(formatDistance(4.24, "km", "en-GB")).toBe("4.2 km");
    expect(formatDistance(9.96, "km", "en-GB")).toBe("10 km");
    expect(formatDistance(16.09344, "mi", "en-US")).toBe("10 mi");
    expect(formatDistance(38.4, "km", "de")).toBe("38 km");
    expect(formatDistance(4.24, "km", "de")).toBe("4,2 km");
    expect(formatDistance(1234, "km")).toBe("1,234 km");
  });

  it("reads an unknown locale as English", () => {
    expect(formatDistance(4.24, "km", "not a locale")).toBe("4.2 km");
  });
});
