import { z } from "zod";
import type { ProfilePremises } from "#app/domain/profiles/profile.ts";
import { dayValue, featureValue } from "#app/domain/technicians/vocabulary-schema.ts";

export const apiPremises = z
  .strictObject({
    name: z.string().describe("What the place is called."),
    address: z.string().describe("Street and number."),
    city: z.string().describe("Town or city."),
    region: z.string().nullable().describe("State, province or country of the Union."),
    countryCode: z.string().length(2).describe("ISO 3166-1 alpha-2."),
    countryName: z.string().describe("The country in English."),
    postcode: z.string().nullable().describe("Postal code."),
    lat: z.number().min(-90).max(90).describe("Latitude in degrees."),
    lng: z.number().min(-180).max(180).describe("Longitude in degrees."),
    features: z.array(featureValue).describe("What the place offers to who needs it."),
    guest: z
      .strictObject({
        from: dayValue.nullable().describe("First day; null: not told."),
        until: dayValue.nullable().describe("Last day; null: not told."),
      })
      .nullable()
      .describe("Set where the technician is a guest for a time; null for a regular place of work."),
  })
  .describe("A place of work.") satisfies z.ZodType<ProfilePremises>;
