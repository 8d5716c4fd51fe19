import { z } from "zod";
import { SAME_STARS } from "#app/domain/reviews/follow-up-answers.ts";
import type { FollowUpAnswers } from "#app/domain/reviews/follow-up-answers.ts";
import { LONGEST_TEXT } from "#app/domain/reviews/review-answers.ts";

const yesOrNo = z.enum(["yes", "no"], "Choose yes or no.").transform((answer) => answer === "yes");
const stars = z
  .enum([SAME_STARS, "1", "2", "3", "4", "5"], "Choose whether the rating stays, or from 1 to 5.")
  .transform((answer) => (answer === SAME_STARS ? null : Number(answer)));

/** The fields of the form, each alone: what may not be missing is `judgeFollowUp`'s. */
export const followUpFields = z.object({
  isStillAsWanted: yesOrNo.optional(),
  wouldDoAgain: yesOrNo.optional(),
  hadTopUp: yesOrNo.optional(),
  overall: stars.optional(),
  text: z
    .string()
    .max(LONGEST_TEXT, `A follow-up has at most ${LONGEST_TEXT} characters. Shorten it a little.`)
    .optional(),
});

export function toFollowUpAnswers(fields: z.output<typeof followUpFields>): FollowUpAnswers {
  return {
    isStillAsWanted: fields.isStillAsWanted ?? null,
    wouldDoAgain: fields.wouldDoAgain ?? null,
    hadTopUp: fields.hadTopUp ?? null,
    overall: fields.overall ?? null,
    text: fields.text ?? "",
  };
}
