import { z } from "zod";
import { EARLIEST_YEAR, MOST_TOP_UP_YEARS } from "#app/domain/profiles/edit/bounds.ts";
import type { SectionFields } from "#app/domain/profiles/edit/section.ts";
import { readFields } from "#app/platform/read-fields.ts";
import { ok, refuse } from "#app/platform/result.ts";

export type PracticeContent = {
  practisingSince: number | null;
  smpShare: number | null;
  hasOwnHairLoss: boolean | null;
  topUpYearsMin: number | null;
  topUpYearsMax: number | null;
};

const whole = (from: number, to: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,4}$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message);

const latestYear = () => new Date().getUTCFullYear();

const schema = z.object({
  practisingSince: z
    .string()
    .regex(/^\d{4}$/, "Give a year with four digits.")
    .transform(Number)
    .refine((year) => year >= EARLIEST_YEAR && year <= latestYear(), `Give a year from ${EARLIEST_YEAR} to this one.`)
    .optional(),
  smpShare: whole(0, 100, "Give whole per cent, from 0 to 100.").optional(),
  hasOwnHairLoss: z.enum(["yes", "no"], "Choose yes, no, or leave it open.").optional(),
  topUpYearsMin: whole(0, MOST_TOP_UP_YEARS, `Give whole years, at most ${MOST_TOP_UP_YEARS}.`).optional(),
  topUpYearsMax: whole(0, MOST_TOP_UP_YEARS, `Give whole years, at most ${MOST_TOP_UP_YEARS}.`).optional(),
});

export const practiceFields: SectionFields<PracticeContent> = {
  schema,
  read: (form) => {
    const fields = readFields(schema, form);
    if (!fields.ok) return fields;
    const { practisingSince = null, smpShare = null, hasOwnHairLoss } = fields.value;
    // One figure alone says both: "every 5 years".
    const topUpYearsMin = fields.value.topUpYearsMin ?? fields.value.topUpYearsMax ?? null;
    const topUpYearsMax = fields.value.topUpYearsMax ?? topUpYearsMin;
    if (topUpYearsMin !== null && topUpYearsMax !== null && topUpYearsMin > topUpYearsMax) {
      const values = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, form.get(name) ?? ""]));
      return refuse({ values, lists: {}, errors: { topUpYearsMax: ["This is sooner than the earliest."] } });
    }
    const ownHairLoss = hasOwnHairLoss === undefined ? null : hasOwnHairLoss === "yes";
    return ok({ practisingSince, smpShare, hasOwnHairLoss: ownHairLoss, topUpYearsMin, topUpYearsMax });
  },
  show: ({ practisingSince, smpShare, hasOwnHairLoss, topUpYearsMin, topUpYearsMax }) => ({
    values: {
      practisingSince: String(practisingSince ?? ""),
      smpShare: String(smpShare ?? ""),
      hasOwnHairLoss: hasOwnHairLoss === null ? "" : hasOwnHairLoss ? "yes" : "no",
      topUpYearsMin: String(topUpYearsMin ?? ""),
      topUpYearsMax: String(topUpYearsMax ?? ""),
    },
    lists: {},
  }),
};
