import { z } from "zod";
import { inOrder } from "#app/domain/profiles/edit/about-fields.ts";
import type { PlaceContent } from "#app/domain/profiles/edit/place-content.ts";
import type { ShownFields } from "#app/domain/profiles/edit/section.ts";
import { placeLabel } from "#app/domain/places/place.ts";
import { clockOf, hourField, STRETCHES, WEEKDAYS } from "#app/domain/technicians/opening-hours.ts";
import type { StretchRow } from "#app/domain/technicians/opening-hours.ts";
import { FEATURES } from "#app/domain/technicians/vocabulary.ts";
import type { Feature } from "#app/domain/technicians/vocabulary.ts";
import { dayValue, keysOf } from "#app/domain/technicians/vocabulary-schema.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** A place as its form says it: the town is text still, and the pin may be missing. */
export type PlaceInput = {
  name: string;
  address: string;
  /** What was typed, or the one of several towns that was chosen. */
  town: string;
  postcode: string | null;
  lat: number | null;
  lng: number | null;
  features: Feature[];
  guestFrom: string | null;
  guestUntil: string | null;
  hours: StretchRow[];
};

const degrees = (most: number, message: string) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/, message)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, message)
    .optional();
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time such as 09:30.")
  .optional();
const day = dayValue.refine((value) => value >= "2000" && value < "2100").optional();

const MIDNIGHT = 1_440;

const HOUR_FIELDS = WEEKDAYS.flatMap((_, at) =>
  STRETCHES.flatMap((stretch) => [hourField("from", at + 1, stretch), hourField("to", at + 1, stretch)]),
);
const hourFields = z.object(Object.fromEntries(HOUR_FIELDS.map((name) => [name, clock])));
const facts = z.object({
  name: z.string("Give the name of the place, or your own.").max(120, "At most 120 characters."),
  address: z.string("Give street and number.").max(200, "At most 200 characters."),
  town: z.string("Give the town.").max(120, "At most 120 characters."),
  townPick: z.string().max(200).optional(),
  postcode: z.string().max(16, "This is too long for a postcode.").optional(),
  lat: degrees(90, "Give degrees of latitude, such as 53.79650."),
  lng: degrees(180, "Give degrees of longitude, such as -1.54780."),
  features: z.array(keysOf(FEATURES)).max(Object.keys(FEATURES).length),
  guestFrom: day,
  guestUntil: day,
});
const schema = z.object({ ...facts.shape, ...hourFields.shape });

export function readPlace(form: URLSearchParams): Result<PlaceInput, FormReply> {
  const told = readFields(facts, form, ["features"]);
  const times = readFields(hourFields, form);
  if (!told.ok || !times.ok) {
    const errors = { ...(told.ok ? {} : told.reason.errors), ...(times.ok ? {} : times.reason.errors) };
    return refuse({ ...placeReply(form, {}), errors });
  }
  const { name, address, town, townPick, postcode = null, lat = null, lng = null, features } = told.value;
  const { guestFrom = null, guestUntil = null } = told.value;
  const errors: Record<string, string> = {};
  const hours = readHours(times.value, errors);
  if (guestFrom !== null && guestUntil !== null && guestUntil < guestFrom) {
    errors["guestUntil"] = "This is before the first day.";
  }
  if ((lat === null) !== (lng === null)) errors[lat === null ? "lat" : "lng"] = "Give both, or neither.";
  if (Object.keys(errors).length > 0) return refuse(placeReply(form, errors));
  const chosen = inOrder(Object.keys(FEATURES), features);
  const where = { name, address, town: townPick ?? town, postcode, lat, lng };
  return ok({ ...where, features: chosen, guestFrom, guestUntil, hours });
}

function readHours(typed: z.output<typeof hourFields>, errors: Record<string, string>): StretchRow[] {
  return WEEKDAYS.flatMap((_, at) => {
    const weekday = at + 1;
    let last = -1;
    return STRETCHES.flatMap((stretch) => {
      const [from, to] = [hourField("from", weekday, stretch), hourField("to", weekday, stretch)];
      const [opens, closes] = [typed[from], typed[to]];
      if (opens === undefined && closes === undefined) return [];
      if (opens === undefined || closes === undefined) {
        errors[opens === undefined ? from : to] = "Give both times, or neither.";
        return [];
      }
      // A field for a time has no 24:00: who closes at midnight closes at the end of the day.
      const [opensAt, closesAt] = [minutesOf(opens), minutesOf(closes) || MIDNIGHT];
      if (closesAt <= opensAt) errors[to] = "This is before it opens.";
      else if (opensAt <= last) errors[from] = "This is within the stretch before.";
      last = closesAt;
      return [{ weekday, opensAt, closesAt }];
    });
  });
}

/** "09:30" as 570. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** The form as it was sent, with errors that only the use case could find. */
export function placeReply(form: URLSearchParams, errors: Record<string, string>): FormReply {
  return withErrors(form, schema, errors);
}

export function showPlace(place: PlaceContent): ShownFields {
  const hours = WEEKDAYS.flatMap((_, at) =>
    place.hours
      .filter(({ weekday }) => weekday === at + 1)
      .slice(0, STRETCHES.length)
      .flatMap(({ weekday, opensAt, closesAt }, stretch): [string, string][] => [
        [hourField("from", weekday, STRETCHES[stretch] ?? "a"), clockOf(opensAt)],
        [hourField("to", weekday, STRETCHES[stretch] ?? "a"), clockOf(closesAt % MIDNIGHT)],
      ]),
  );
  return {
    values: {
      ...Object.fromEntries(hours),
      name: place.name,
      address: place.address,
      town: townLabel(place),
      postcode: place.postcode ?? "",
      lat: place.lat.toFixed(5),
      lng: place.lng.toFixed(5),
      guestFrom: place.guestFrom ?? "",
      guestUntil: place.guestUntil ?? "",
    },
    lists: { features: place.features },
  };
}

/** How the form names a stored town: left as it is, the place stays in it. */
export function townLabel({
  city,
  region,
  countryCode,
}: Pick<PlaceContent, "city" | "region" | "countryCode">): string {
  return placeLabel({ name: city, region, countryCode });
}
