import { z } from "zod";
import { dayWords } from "#app/domain/technicians/fact-words.ts";
import { clockOf, WEEKDAYS } from "#app/domain/technicians/opening-hours.ts";
import { FEATURES } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";

/** A place of work as its keeper edits it. */
export const placeContent = z.object({
  name: z.string(),
  address: z.string(),
  city: z.string(),
  region: z.string().nullable(),
  countryCode: z.string(),
  postcode: z.string().nullable(),
  lat: z.number(),
  lng: z.number(),
  features: z.array(keysOf(FEATURES)),
  guestFrom: z.string().nullable(),
  guestUntil: z.string().nullable(),
  hours: z.array(z.object({ weekday: z.number(), opensAt: z.number(), closesAt: z.number() })),
});
export type PlaceContent = z.infer<typeof placeContent>;

/** A place in a few lines. */
export function describePlace(place: PlaceContent): string {
  const { address, city, region, postcode, countryCode, lat, lng, features, guestFrom, guestUntil, hours } = place;
  const guest = [guestFrom && `from ${dayWords(guestFrom)}`, guestUntil && `until ${dayWords(guestUntil)}`];
  return [
    [address, city, region, postcode, countryCode].filter(Boolean).join(", "),
    `Pin at ${lat.toFixed(5)}, ${lng.toFixed(5)}`,
    features.map((feature) => FEATURES[feature]).join(" · "),
    guestFrom === null && guestUntil === null ? "" : `Guest ${guest.filter(Boolean).join(" ")}`,
    ...hours.map(
      ({ weekday, opensAt, closesAt }) => `${WEEKDAYS[weekday - 1] ?? ""} ${clockOf(opensAt)} to ${clockOf(closesAt)}`,
    ),
  ]
    .filter(Boolean)
    .join("\n");
}
