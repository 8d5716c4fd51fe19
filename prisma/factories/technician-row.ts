import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** A published technician without an owner, evidence or reviews. */
export function technicianRow(
  overrides: Partial<Prisma.TechnicianCreateManyInput> = {},
): Prisma.TechnicianCreateManyInput & { id: string } {
  const id = overrides.id ?? randomUUID();
  const createdAt = overrides.createdAt ?? new Date();
  const status = overrides.status ?? "published";
  return {
    slug: `technician-${id}`,
    name: "Sample Technician",
    bio: "Scalp micropigmentation by appointment.",
    languages: ["en"],
    treatments: ["full_shaved_look"],
    concerns: ["pattern_hair_loss"],
    skinTypes: [1, 2, 3, 4, 5, 6],
    publishedAt: status === "published" || status === "suspended" ? createdAt : null,
    createdAt,
    updatedAt: createdAt,
    ...overrides,
    status,
    id,
  };
}

/** A room at a made-up address in Leeds. */
export function premisesRow(
  overrides: Partial<Prisma.PremisesCreateManyInput> = {},
): Prisma.PremisesCreateManyInput & { id: string } {
  const createdAt = overrides.createdAt ?? new Date();
  return {
    name: "Sample Scalp Studio",
    address: "1 Fennel Street",
    city: "Leeds",
    region: "England",
    countryCode: "GB",
    postcode: "LS1 4AA",
    lat: 53.7965,
    lng: -1.5478,
    features: [],
    createdAt,
    updatedAt: createdAt,
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

/** A price in pounds for one session of a treatment without a scale. */
export function priceBandRow(
  overrides: Partial<Prisma.PriceBandCreateManyInput> & { technicianId: string },
): Prisma.PriceBandCreateManyInput & { id: string } {
  return {
    treatment: "full_shaved_look",
    amountFrom: 120_000,
    amountTo: 150_000,
    currency: "GBP",
    sessionsIncluded: 3,
    confirmedOn: new Date("2026-01-15"),
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

/** A published case of an ordinary shaved look, without photos. */
export function portfolioCaseRow(
  overrides: Partial<Prisma.PortfolioCaseCreateManyInput> & { technicianId: string },
): Prisma.PortfolioCaseCreateManyInput & { id: string } {
  const createdAt = overrides.createdAt ?? new Date();
  const status = overrides.status ?? "published";
  return {
    title: "Shaved look",
    treatment: "full_shaved_look",
    concern: "pattern_hair_loss",
    skinType: 3,
    sessions: 3,
    checkedOn: status === "published" ? createdAt : null,
    createdAt,
    updatedAt: createdAt,
    ...overrides,
    status,
    id: overrides.id ?? randomUUID(),
  };
}
