import { z } from "zod";
import { inOrder } from "#app/domain/profiles/edit/about-fields.ts";
import { MOST_TREATMENT_WORDS } from "#app/domain/profiles/edit/bounds.ts";
import type { SectionFields } from "#app/domain/profiles/edit/section.ts";
import { wordsField } from "#app/domain/profiles/edit/words-field.ts";
import { CONCERNS, SKIN_TYPES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";
import { readFields } from "#app/platform/read-fields.ts";
import { ok } from "#app/platform/result.ts";

export type TreatmentContent = {
  treatments: Treatment[];
  concerns: Concern[];
  skinTypes: number[];
  /**
   * What the technician says of each; only of those that are offered it is shown, but taking a treatment out and in again
   * loses no words.
   */
  words: { [treatment: string]: string };
};

const TREATMENT_KEYS = keysOf(TREATMENTS).options;

const words = z
  .string()
  .max(MOST_TREATMENT_WORDS, `At most ${MOST_TREATMENT_WORDS} characters for one treatment. Shorten it a little.`)
  .optional();
const wordFields = z.object(Object.fromEntries(TREATMENT_KEYS.map((treatment) => [wordsField(treatment), words])));
const choices = z.object({
  treatments: z.array(keysOf(TREATMENTS)).max(TREATMENT_KEYS.length),
  concerns: z.array(keysOf(CONCERNS)).max(Object.keys(CONCERNS).length),
  skinTypes: z.array(z.enum(SKIN_TYPES.map(String))).max(SKIN_TYPES.length),
});
const schema = z.object({ ...choices.shape, ...wordFields.shape });

export const treatmentFields: SectionFields<TreatmentContent> = {
  schema,
  read: (form) => {
    const fields = readFields(schema, form, ["treatments", "concerns", "skinTypes"]);
    if (!fields.ok) return fields;
    const { treatments, concerns, skinTypes } = choices.parse(fields.value);
    const typed = wordFields.parse(fields.value);
    return ok({
      treatments: inOrder(TREATMENT_KEYS, treatments),
      concerns: inOrder(Object.keys(CONCERNS), concerns),
      skinTypes: inOrder(SKIN_TYPES.map(String), skinTypes).map(Number),
      words: Object.fromEntries(
        TREATMENT_KEYS.flatMap((treatment) => {
          const own = typed[wordsField(treatment)];
          return own === undefined ? [] : [[treatment, own]];
        }),
      ),
    });
  },
  show: ({ treatments, concerns, skinTypes, words: kept }) => ({
    values: Object.fromEntries(TREATMENT_KEYS.map((treatment) => [wordsField(treatment), kept[treatment] ?? ""])),
    lists: { treatments, concerns, skinTypes: skinTypes.map(String) },
  }),
};
