import { z } from "zod";
import { LONGEST_TEXT } from "#app/domain/reviews/review-answers.ts";

/** What a client answers in a follow-up; null: not answered. A draft may lack anything, what is sent may not. */
export type FollowUpAnswers = {
  isStillAsWanted: boolean | null;
  wouldDoAgain: boolean | null;
  hadTopUp: boolean | null;
  /** Stars from now on; null leaves them as they are. */
  overall: number | null;
  text: string;
};

/** What the form sends for stars that stay as they are. */
export const SAME_STARS = "same";

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

/** What is missing before it can be sent, by field, in words for the author. */
export function judgeFollowUp({ isStillAsWanted, wouldDoAgain, hadTopUp }: FollowUpAnswers): Record<string, string> {
  return {
    ...(isStillAsWanted === null ? { isStillAsWanted: "Say whether it is still as you wanted it." } : {}),
    ...(wouldDoAgain === null ? { wouldDoAgain: "Say whether you would do it again." } : {}),
    ...(hadTopUp === null ? { hadTopUp: "Say whether you had a top-up." } : {}),
  };
}
