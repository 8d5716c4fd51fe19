import { z } from "zod";
import {
  countryCell,
  lineCell,
  MISSING,
  numberCell,
  optionalCell,
  textCell,
  webCell,
} from "#app/domain/registers/cells.ts";
import { didYouMean } from "#app/domain/registers/nearest-name.ts";
import { quoteValue } from "#app/domain/registers/refusal.ts";
import { CONCERNS, FEATURES, GENDERS, LANGUAGES, SKIN_TYPES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";

/** The columns of our own list format; docs/import-technicians.md explains them to those who write such lists. */
export const REQUIRED_COLUMNS = ["record", "name", "studio", "address", "city", "country"] as const;

const FIRST_YEAR = 1990;

/** Words of one vocabulary, separated by semicolons. */
function listCell<T extends string>(words: Record<T, string>) {
  const known = keysOf(words);
  return z.string().transform((text, context): T[] => {
    const found = new Set<T>();
    for (const part of text.split(";").map((word) => word.trim())) {
      if (part === "") continue;
      const key = known.find((word) => word === part.toLowerCase());
      if (key !== undefined) found.add(key);
      else
        context.addIssue({
          code: "custom",
          message: `has an unknown word, ${quoteValue(part)}${didYouMean(part, known)}`,
        });
    }
    return known.filter((key) => found.has(key));
  });
}

function keysOf<T extends string>(words: Record<T, string>): T[] {
  return Object.keys(words).filter((key): key is T => Object.hasOwn(words, key));
}

const skinTypesCell = z.string().transform((text, context) => {
  const parts = text.split(";").map((part) => part.trim());
  const wrong = parts.find((part) => part !== "" && !/^[1-6]$/u.test(part));
  if (wrong !== undefined) {
    context.addIssue({ code: "custom", message: `has ${quoteValue(wrong)}, which is not a skin type from 1 to 6` });
    return z.NEVER;
  }
  return SKIN_TYPES.filter((type) => parts.includes(String(type)));
});

const genderCell = z.string().transform((text, context) => {
  const gender = keysOf(GENDERS).find((key) => key === text.trim().toLowerCase());
  if (gender !== undefined) return gender;
  context.addIssue({ code: "custom", message: `is not one of ${Object.keys(GENDERS).join(", ")}` });
  return z.NEVER;
});

const shape = (latestYear: number) => ({
  record: lineCell(80),
  name: lineCell(120),
  studio: lineCell(120),
  address: lineCell(200),
  city: lineCell(80),
  country: countryCell,
  region: optionalCell(lineCell(80)),
  postcode: optionalCell(lineCell(16)),
  lat: optionalCell(numberCell(-90, 90)),
  lng: optionalCell(numberCell(-180, 180)),
  website: optionalCell(webCell(300)),
  languages: listCell(LANGUAGES),
  treatments: listCell(TREATMENTS),
  concerns: listCell(CONCERNS),
  skin_types: skinTypesCell,
  features: listCell(FEATURES),
  practising_since: optionalCell(numberCell(FIRST_YEAR, latestYear).pipe(z.number().int("is not a year"))),
  bio: optionalCell(textCell(3000)),
  gender: optionalCell(genderCell),
});

const ALL_COLUMNS = Object.keys(shape(FIRST_YEAR));
export const OPTIONAL_COLUMNS = ALL_COLUMNS.filter((name) => !REQUIRED_COLUMNS.some((required) => required === name));

/** From the cells of a record, all columns given ("" where there is nothing), to a technician; years up to `latestYear`. */
export function technicianRowSchema(latestYear: number) {
  return z.object(shape(latestYear)).superRefine(({ lat, lng }, context) => {
    if ((lat === null) === (lng === null)) return;
    const [given, absent] = lat === null ? ["lng", "lat"] : ["lat", "lng"];
    context.addIssue({ code: "custom", path: [absent], message: `${MISSING} beside ${given}` });
  });
}
export type TechnicianRow = z.output<ReturnType<typeof technicianRowSchema>>;

const scalarSchema = z.union([z.string(), z.number(), z.null()]);

/** A JSON value as the cell it would be in CSV, or null when it can't be one. */
export function cellOfJson(value: unknown): string | null {
  const scalar = scalarSchema.safeParse(value);
  if (scalar.success) return scalar.data === null ? "" : String(scalar.data);
  const list = z.array(scalarSchema).safeParse(value);
  return list.success ? list.data.map((item) => item ?? "").join(";") : null;
}
