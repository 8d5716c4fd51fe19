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

/** What is missing before it can be sent, by field, in words for the author. */
export function judgeFollowUp({ isStillAsWanted, wouldDoAgain, hadTopUp }: FollowUpAnswers): Record<string, string> {
  return {
    ...(isStillAsWanted === null ? { isStillAsWanted: "Say whether it is still as you wanted it." } : {}),
    ...(wouldDoAgain === null ? { wouldDoAgain: "Say whether you would do it again." } : {}),
    ...(hadTopUp === null ? { hadTopUp: "Say whether you had a top-up." } : {}),
  };
}
