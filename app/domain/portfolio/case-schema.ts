import { z } from "zod";
import {
  LONGEST_CAPTION,
  LONGEST_CASE_TITLE,
  MOST_CASE_SESSIONS,
  SCALE_STEPS,
} from "#app/domain/portfolio/case-bounds.ts";
import { MOVES } from "#app/domain/portfolio/move-in-order.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";
import { isRowId } from "#app/platform/row-id.ts";

const answer = (question: string) => z.enum(["yes", "no"], question).transform((given) => given === "yes");
const whole = (least: number, most: number, words: string) =>
  z
    .string()
    .regex(/^\d{1,2}$/, words)
    .transform(Number)
    .refine((count) => count >= least && count <= most, words);
const day = z.iso
  .date("Give a day that exists, with day, month and year.")
  .transform((text) => new Date(`${text}T00:00:00Z`));
const version = z.coerce.number("Open the case again.").int().positive();
const rowId = z.string().refine(isRowId);

/** The words of a case. What goes together is `judgeCase`'s. */
export const caseSchema = z.object({
  title: z
    .string("Give the case a title.")
    .max(LONGEST_CASE_TITLE, `A title has at most ${LONGEST_CASE_TITLE} characters.`)
    .regex(/^[^\n\t]+$/, "A title is one line."),
  treatment: z.enum(keysOf(TREATMENTS).options, "Choose the treatment."),
  concern: z.enum(keysOf(CONCERNS).options, "Choose what the client came with."),
  skinType: whole(1, 6, "Choose a skin type from 1 to 6.").optional(),
  scale: z.enum(["none", "norwood", "ludwig"], "Choose the scale, or that there is none."),
  scaleBand: whole(1, SCALE_STEPS.norwood, `Choose a step from 1 to ${SCALE_STEPS.norwood}.`).optional(),
  sessions: whole(1, MOST_CASE_SESSIONS, `Give a number from 1 to ${MOST_CASE_SESSIONS}.`).optional(),
  lastSessionOn: day.optional(),
  isSameLight: answer("Say whether the pictures were taken in the same light."),
  isSameAngle: answer("Say whether the pictures were taken from the same angle."),
  isUnedited: answer("Say whether the pictures are unedited."),
});
export type CaseWords = z.output<typeof caseSchema>;
/** For a case that is there already. */
export const changedCaseSchema = caseSchema.extend({ version });

/** What is wrong with answers that are fine each alone, by field. */
export function judgeCase({ scale, scaleBand, lastSessionOn }: CaseWords, now: Date): Record<string, string> {
  const problems: Record<string, string> = {};
  if (scale === "none" && scaleBand !== undefined) problems["scaleBand"] = "Choose the scale that this step is of.";
  if (scale !== "none" && scaleBand === undefined) problems["scaleBand"] = "Choose the step on the scale.";
  if (scale !== "none" && scaleBand !== undefined && scaleBand > SCALE_STEPS[scale]) {
    problems["scaleBand"] = `The Ludwig scale has ${SCALE_STEPS.ludwig} steps.`;
  }
  if (lastSessionOn && lastSessionOn > now) problems["lastSessionOn"] = "The last session can’t be still to come.";
  return problems;
}

/** What is said about a picture, with the file or afterwards. */
export const casePhotoSchema = z.object({
  photosAre: z.enum(["before", "after"], "Say whether this is before or after the treatment."),
  takenOn: day.optional(),
  caption: z
    .string()
    .max(LONGEST_CAPTION, `A caption has at most ${LONGEST_CAPTION} characters.`)
    .regex(/^[^\n\t]*$/, "A caption is one line.")
    .optional(),
});
export const changedPhotoSchema = casePhotoSchema.extend({ photoId: rowId });
export const movedPhotoSchema = z.object({ photoId: rowId, move: z.enum(MOVES) });
export const movedCaseSchema = z.object({ caseId: rowId, move: z.enum(MOVES) });
export const versionSchema = z.object({ version });
