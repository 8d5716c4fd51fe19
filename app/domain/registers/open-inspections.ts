import { z } from "zod";
import type { InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import {
  choiceCell,
  countryCell,
  dayCell,
  lineCell,
  MISSING,
  numberCell,
  optionalCell,
} from "#app/domain/registers/cells.ts";
import type { RegisterFact } from "#app/domain/registers/establishment.ts";
import type { Severity } from "#app/domain/registers/listing.ts";
import type { RegisterImporter } from "#app/domain/registers/register-importer.ts";

/** Services under which SMP is done, in whatever words an authority has for them; the rest are read and passed over. */
const RELEVANT_SERVICE = /tattoo|micropigment|microblad|permanent make-?\s?up/iu;

const OUTCOMES: ReadonlyMap<string, InspectionOutcome> = new Map([
  ["pass", "pass"],
  ["conditional_pass", "conditional_pass"],
  ["closed", "closed"],
]);
const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ["crucial", "crucial"],
  ["significant", "significant"],
  ["minor", "minor"],
]);

const shape = (snapshotOn: string) => ({
  establishment_id: lineCell(80),
  name: lineCell(120),
  address: lineCell(200),
  town: lineCell(80),
  country: countryCell,
  lat: numberCell(-90, 90),
  lng: numberCell(-180, 180),
  service: lineCell(80),
  inspected_on: dayCell(snapshotOn),
  outcome: choiceCell(OUTCOMES, "is not an outcome (pass, conditional_pass or closed)"),
  infraction: optionalCell(lineCell(1000)),
  severity: optionalCell(choiceCell(SEVERITIES, "is not a severity (crucial, significant or minor)")),
  action: optionalCell(lineCell(200)),
});

/**
 * Our own plain form for a register, for authorities without one or with one that nobody has written an importer for: a
 * row per service, inspection and infraction. docs/import-register.md explains the columns to whoever publishes it.
 */
export const openInspections: RegisterImporter = {
  source: "open-inspections",
  register: (publisher) => ({
    title: `Inspections published by ${publisher}`,
    authority: publisher,
    licence: "Creative Commons Attribution 4.0",
    licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
    credit: `Contains inspection results published by ${publisher}, CC BY 4.0.`,
    sourceUrl: null,
  }),
  columns: Object.keys(shape("")),
  recordColumn: "establishment_id",
  rowSchema: (snapshotOn) =>
    z.object(shape(snapshotOn)).transform((row, context): RegisterFact => {
      const { infraction: text, severity } = row;
      if ((text === null) !== (severity === null)) {
        const [absent, given] = text === null ? ["infraction", "severity"] : ["severity", "infraction"];
        context.addIssue({ code: "custom", path: [absent], message: `${MISSING} beside ${given}` });
        return z.NEVER;
      }
      return {
        record: row.establishment_id,
        isRelevant: RELEVANT_SERVICE.test(row.service),
        premises: {
          name: row.name,
          address: row.address,
          city: row.town,
          region: null,
          countryCode: row.country,
          postcode: null,
          lat: row.lat,
          lng: row.lng,
          features: [],
        },
        inspection: {
          inspectedOn: row.inspected_on,
          outcome: row.outcome,
          service: row.service,
          infraction: text === null || severity === null ? null : { severity, category: "", text, action: row.action },
        },
      };
    }),
};
