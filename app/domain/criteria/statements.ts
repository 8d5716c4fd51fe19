import { z } from "zod";

/*
 * What technicians say in their own words: what they understand of hair loss (criterion 1), why SMP (criterion 4), and
 * their answers to questions of the trade. Never checked by anybody, and shown as theirs.
 */
export const LONGEST_STATEMENT = 1_500;
export const LONGEST_ANSWER = 600;

/** Questions that clients ask at a consultation; an answer is kept under its question. */
export const TRADE_QUESTIONS = [
  "Who does my treatment?",
  "When would you turn somebody away?",
  "How many sessions, and who decides on a fourth?",
  "How do you match the colour?",
  "What if I am unhappy?",
  "What happens as my own hair recedes or greys?",
  "How long does a consultation take?",
] as const;

export type StatementSection = "understanding" | "dedication" | "answers";
export function isStatementSection(word: string | null): word is StatementSection {
  return word === "understanding" || word === "dedication" || word === "answers";
}

/** The texts of one section by the name of their field, and a mark of what is stored, for a later save to compare. */
export type Statement = { texts: Record<string, string>; seen: string };
export type Statements = Record<StatementSection, Statement> & {
  /** The question of each field of `answers`, in order. */
  questions: { field: string; question: string }[];
};

export const answerField = (index: number): string => `answer${index}`;

const text = (most: number) =>
  z
    .string()
    .max(most, `Keep it under ${most.toLocaleString("en-GB")} characters.`)
    .optional();
/** Leaving a field empty takes the text away. `seen` says what was stored when the form was shown. */
const seen = z.string("Open the page again and write it there.").max(64);

export function statementForm(section: StatementSection, questionCount = 0) {
  if (section !== "answers") return z.object({ words: text(LONGEST_STATEMENT), seen });
  const fields = Array.from({ length: questionCount }, (_, index) => [answerField(index), text(LONGEST_ANSWER)]);
  return z.object({ ...(Object.fromEntries(fields) as Record<string, ReturnType<typeof text>>), seen });
}

/** Short and honest ones, made up, to show what helps somebody who reads ten profiles. */
export const EXAMPLES: Record<"understanding" | "dedication", readonly string[]> = {
  understanding: [
    "I lost mine at twenty-four and wore a cap for six years, also indoors. So I never say that it is only hair. You can come by yourself or with somebody, look around first, and go home without deciding.",
    "I have all my hair and won’t pretend to know how it feels. What I do know is what people tell me in the first half hour, and that I should be quiet for most of it. There is a second door, so nobody meets you in the waiting room.",
  ],
  dedication: [
    "Since 2019 this is all I do. I look at every client again after six weeks and after a year, and the pictures of both are on this page, also those where a third session was needed.",
    "SMP is two days of my week; the rest is paramedical tattooing. I say so because it is fair to know. I don’t do hairlines for people under twenty-two, and I explain why before they pay anything.",
  ],
};
