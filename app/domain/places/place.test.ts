import { expect, it } from "vitest";
import { placeLabel } from "#app/domain/places/place.ts";

it("labels a place by name, region and country", () => {
  expect(placeLabel({ name: "Leeds", region: "England", countryCode: "GB" })).toBe("Leeds, England, United Kingdom");
  expect(placeLabel({ name: "Torreón", region: null, countryCode: "MX" })).toBe("Torreón, Mexico");
});

it("doesn't say the same word twice", () => {
  expect(placeLabel({ name: "Berlin", region: "Berlin", countryCode: "DE" })).toBe("Berlin, Germany");
  expect(placeLabel({ name: "Singapore", region: null, countryCode: "SG" })).toBe("Singapore");
});
