import { z } from "zod";
import type { InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import { choiceCell, dayCell, lineCell, MISSING, optionalCell } from "#app/domain/registers/cells.ts";
import type { RegisterFact } from "#app/domain/registers/establishment.ts";
import type { Severity } from "#app/domain/registers/listing.ts";
import { readableCase } from "#app/domain/registers/readable-case.ts";
import type { RegisterImporter } from "#app/domain/registers/register-importer.ts";

/** Services under which SMP is registered in Toronto, or may be: it has no service of its own there. */
const RELEVANT_SERVICES = new Set(["Micropigmentation/Microblading", "Tattooing"]);
const NOTHING = "None";

const OUTCOMES: ReadonlyMap<string, InspectionOutcome> = new Map([
  ["pass", "pass"],
  ["conditional pass", "conditional_pass"],
  ["closed", "closed"],
]);
const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ["c - crucial", "crucial"],
  ["s - significant", "significant"],
  ["m - minor", "minor"],
]);

/** A box around the city: coordinates in the wrong order or without a sign fall outside it. */
const CITY = { south: 43.5, north: 43.9, west: -79.7, east: -79.0 };

const geometrySchema = z.object({
  type: z.enum(["Point", "MultiPoint"]),
  coordinates: z.union([
    z.tuple([z.number(), z.number()], z.number()),
    z.array(z.tuple([z.number(), z.number()], z.number())).min(1),
  ]),
});

/** Every cell but those that may say "None". */
const requiredLine = (max: number) => lineCell(max).pipe(z.string().refine((text) => text !== NOTHING, MISSING));

const pointCell = z.string().transform((text, context) => {
  const point = readPoint(text);
  if (point) return point;
  const isMissing = text.trim() === "" || text.trim() === NOTHING;
  context.addIssue({ code: "custom", message: isMissing ? MISSING : "is not a point in Toronto" });
  return z.NEVER;
});

function readPoint(text: string): { lat: number; lng: number } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const geometry = geometrySchema.safeParse(json);
  if (!geometry.success) return null;
  const [first, second] = geometry.data.coordinates;
  const [lng, lat] = typeof first === "number" ? [first, second] : first;
  if (typeof lat !== "number" || typeof lng !== "number") return null;
  const isInCity = lat >= CITY.south && lat <= CITY.north && lng >= CITY.west && lng <= CITY.east;
  return isInCity ? { lat, lng } : null;
}

const shape = (snapshotOn: string) => ({
  estId: z
    .string()
    .trim()
    .min(1, MISSING)
    .regex(/^\d{1,15}$/u, "is not an establishment number"),
  estName: requiredLine(120),
  addrFull: requiredLine(200),
  srvType: requiredLine(80),
  insStatus: choiceCell(OUTCOMES, "is not an outcome (Pass, Conditional Pass or Closed)"),
  insDate: dayCell(snapshotOn),
  infCategory: optionalCell(lineCell(200), NOTHING),
  defDesc: optionalCell(lineCell(1000), NOTHING),
  infType: optionalCell(
    choiceCell(SEVERITIES, "is not a kind of infraction (C - Crucial, S - Significant or M - Minor)"),
    NOTHING,
  ),
  actionDesc: optionalCell(lineCell(200), NOTHING),
  geometry: pointCell,
});

/** Toronto Public Health's list of inspected personal service settings: a row per service, inspection and infraction. */
export const torontoBodysafe: RegisterImporter = {
  source: "toronto-bodysafe",
  register: {
    title: "Toronto BodySafe register",
    authority: "Toronto Public Health",
    licence: "Open Government Licence – Toronto",
    licenceUrl: "https://open.toronto.ca/open-data-license/",
    credit: "Contains information licensed under the Open Government Licence – Toronto.",
    sourceUrl: "https://open.toronto.ca/dataset/bodysafe/",
  },
  columns: Object.keys(shape("")),
  recordColumn: "estId",
  rowSchema: (snapshotOn) =>
    z.object(shape(snapshotOn)).transform((row, context): RegisterFact => {
      const { defDesc: text, infCategory: category, infType: severity } = row;
      if (text !== null && severity === null) {
        context.addIssue({ code: "custom", path: ["infType"], message: `${MISSING} beside an infraction` });
        return z.NEVER;
      }
      if (text === null && severity !== null) {
        context.addIssue({ code: "custom", path: ["defDesc"], message: `${MISSING} beside a kind of infraction` });
        return z.NEVER;
      }
      return {
        record: row.estId,
        isRelevant: RELEVANT_SERVICES.has(row.srvType),
        premises: {
          name: readableCase(row.estName),
          address: readableCase(row.addrFull),
          city: "Toronto",
          region: "Ontario",
          countryCode: "CA",
          postcode: null,
          ...row.geometry,
          features: [],
        },
        inspection: {
          inspectedOn: row.insDate,
          outcome: row.insStatus,
          service: row.srvType,
          infraction:
            text === null || severity === null
              ? null
              : { severity, category: category ?? "", text, action: row.actionDesc },
        },
      };
    }),
};
