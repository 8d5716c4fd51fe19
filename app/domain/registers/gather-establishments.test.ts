import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RegisterFact } from "#app/domain/registers/establishment.ts";
import { EstablishmentGatherer } from "#app/domain/registers/gather-establishments.ts";
import type { Listing } from "#app/domain/registers/listing.ts";

function fact(
  record: string,
  inspectedOn: string,
  service: string,
  over: { name?: string; text?: string; action?: string } = {},
): RegisterFact {
  const { name = `Studio ${record}`, text, action = null } = over;
  return {
    record,
    isRelevant: true,
    premises: {
      name,
      address: "1 Test St",
      city: "Toronto",
      region: null,
      countryCode: "CA",
      postcode: null,
      lat: 43,
      lng: -79,
      features: [],
    },
    inspection: {
      inspectedOn,
      outcome: "pass",
      service,
      infraction: text === undefined ? null : { severity: "crucial", category: "05 - Sharps", text, action },
    },
  };
}

const FACTS = [
  fact("1", "2024-01-01", "Tattooing", { text: "No sink.", action: "Ticket" }),
  fact("1", "2024-01-01", "Nails", { text: "No sink.", action: "Notice to Comply" }),
  fact("1", "2024-01-01", "Nails", { text: "no – SINK" }),
  fact("1", "2025-01-01", "Tattooing", { name: "Studio One" }),
  fact("2", "2024-02-02", "Tattooing"),
  fact("2", "2024-02-02", "Tattooing", { name: "Another name" }),
  fact("3", "2024-03-03", "Nails"),
];
const ROWS_LEFT = new Map([
  ["1", 4],
  ["2", 2],
]);

function gather(facts: RegisterFact[], limits?: { batchSize: number; mostRows: number }): Listing[][] {
  const gatherer = new EstablishmentGatherer(ROWS_LEFT, limits);
  return [...facts.map((one) => gatherer.add(one)), gatherer.end()].filter((batch) => batch.length > 0);
}

/** The listings in an order of their own, with their inspections in order. */
function sorted(batches: Listing[][]): Listing[] {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  const listings = batches.flat().map((listing) => ({ ...listing, inspections: listing.inspections.toSorted(byText) }));
  return listings.toSorted((a, b) => (a.record < b.record ? -1 : 1));
}

describe("rows of an establishment add up to one listing", () => {
  const [first, second] = sorted(gather(FACTS));

  it("an infraction repeated per service, or spelled otherwise, counts once with all that was done about it", () => {
    expect(first?.inspections.find((inspection) => inspection.inspectedOn === "2024-01-01")).toEqual({
      inspectedOn: "2024-01-01",
      outcome: "pass",
      services: ["Nails", "Tattooing"],
      infractions: [
        {
          severity: "crucial",
          category: "05 - Sharps",
          text: "No sink.",
          action: "Notice to Comply; Ticket",
          services: ["Nails", "Tattooing"],
        },
      ],
    });
  });
  it("described as at the latest inspection, and of one day always by the same row", () => {
    expect(first?.technician.name).toBe("Studio One");
    expect(second?.premises.name).toBe("Another name");
  });
  it("and establishments that don't belong here are passed over", () => {
    expect(sorted(gather(FACTS)).map((listing) => listing.record)).toEqual(["1", "2"]);
  });
});

it("the order of rows makes no difference", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(FACTS, { minLength: FACTS.length }), (shuffled) => {
      expect(sorted(gather(shuffled))).toEqual(sorted(gather(FACTS)));
    }),
  );
});

it("complete establishments go out in batches, and what is held stays within its limit", () => {
  expect(gather(FACTS, { batchSize: 1, mostRows: 100 }).map((batch) => batch.length)).toEqual([1, 1]);
  const parts = gather(FACTS, { batchSize: 100, mostRows: 2 });
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flat().flatMap((listing) => listing.inspections)).not.toHaveLength(0);
  expect(parts.flat().findLast((listing) => listing.record === "1")?.premises.name).toBe("Studio One");
});
