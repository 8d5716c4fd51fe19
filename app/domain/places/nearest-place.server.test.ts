import { describe, expect, it } from "vitest";
import { nearestPlace } from "#app/domain/places/nearest-place.server.ts";
import { placeLabel } from "#app/domain/places/place.ts";

const named = async (lat: number, lng: number) => {
  const place = await nearestPlace(lat, lng);
  return place && placeLabel(place);
};

describe("nearestPlace", () => {
  it("names the city rather than one of its districts", async () => {
    expect(await named(51.5007, -0.1246)).toBe("London, England, United Kingdom");
    expect(await named(43.65, -79.38)).toBe("Toronto, Ontario, Canada");
    expect(await named(53.8, -1.55)).toBe("Leeds, England, United Kingdom");
  });

  it("names a small town for someone who is in it", async () => {
    expect(await named(53.9249, -1.8233)).toBe("Ilkley, England, United Kingdom");
  });

  it("looks across the antimeridian", async () => {
    expect((await nearestPlace(-16.8, -179.99))?.countryCode).toBe("FJ");
  });

  it("names nothing at sea, at a pole or for coordinates that are none", async () => {
    expect(await nearestPlace(0, -30)).toBeNull();
    expect(await nearestPlace(90, 0)).toBeNull();
    expect(await nearestPlace(91, 0)).toBeNull();
    expect(await nearestPlace(0, 181)).toBeNull();
    expect(await nearestPlace(Number.NaN, Number.NaN)).toBeNull();
  });
});
