import { describe, expect, it } from "vitest";
import { distanceKm } from "#app/domain/places/distance.ts";
import { movedBy, movedTo, offsetFrom } from "#app/domain/profiles/edit/pin.ts";

const LEEDS = { lat: 53.79648, lng: -1.54785 };

describe("a pin", () => {
  it.each(["north", "south", "east", "west"] as const)("goes 50 m %s", (direction) => {
    expect(distanceKm(LEEDS, movedTo(LEEDS, direction)) * 1_000).toBeCloseTo(50, 0);
  });

  it("lies where it was moved to, over the date line too", () => {
    for (const centre of [LEEDS, { lat: -16.5, lng: 179.999 }]) {
      const { east, north } = offsetFrom(centre, movedBy(centre, 1_200, -700));
      expect(east).toBeCloseTo(1_200, 0);
      expect(north).toBeCloseTo(-700, 0);
    }
  });
});
