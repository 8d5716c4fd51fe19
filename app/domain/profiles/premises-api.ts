import { z } from "zod";
import type { ProfilePremises } from "#app/domain/profiles/profile.ts";
import { WEEKDAYS } from "#app/domain/technicians/opening-hours.ts";
import { dayValue, featureValue } from "#app/domain/technicians/vocabulary-schema.ts";

const clockValue = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

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
    hours: z
      .array(
        z.strictObject({
          weekday: z.int().min(1).max(7).describe("1 is Monday, 7 Sunday."),
          day: z.enum(WEEKDAYS).describe("The same in English."),
          opens: clockValue.describe("From, local time of the place."),
          closes: clockValue.describe("Until, local time of the place; 24:00 is midnight."),
        }),
      )
      .describe("When the technician works here. A day that is not named: closed. Empty: none provided."),
  })
  .describe("A place of work.") satisfies z.ZodType<ProfilePremises>;
