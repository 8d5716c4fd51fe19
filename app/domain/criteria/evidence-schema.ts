import { z } from "zod";
import { HYGIENE_RULES } from "#app/domain/criteria/hygiene-kinds.ts";
import type { HygieneKind } from "#app/domain/criteria/hygiene-kinds.ts";
import { isNotRequired } from "#app/domain/criteria/regime.ts";
import type { AuthorizationChoice, Regime } from "#app/domain/criteria/regime.ts";

/*
 * What a technician writes down about one piece of evidence. Each form has only the fields that its regime or kind
 * knows: state, checker and dates of checking are nobody's to send.
 */
const LONGEST_NAME = 160;
export const LONGEST_REASON = 600;

const line = (missing: string) => z.string(missing).max(LONGEST_NAME, `Keep it under ${LONGEST_NAME} characters.`);

const dayField = (missing: string) =>
  z
    .string(missing)
    .regex(/^\d{4}-\d{2}-\d{2}$/, "Write day, month and year.")
    .refine((day) => {
      const date = new Date(`${day}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= "1950-01-01";
    }, "There is no such day, or it is too long ago.");

const count = (most: number) =>
  z.coerce
    .number("Write a whole number.")
    .int("Write a whole number.")
    .min(0, "Write a number that is not below nought.")
    .max(most, `Write a number up to ${most.toLocaleString("en-GB")}.`);

const place = z.uuid("Choose one of your places.");

export function authorizationForm(choice: AuthorizationChoice, { validity }: Pick<Regime, "validity">) {
  const premisesId = choice === "premises" || choice === "none_premises" ? { place } : {};
  if (isNotRequired(choice)) {
    return z.object({
      ...premisesId,
      reason: z
        .string("Say how you know that nothing is required.")
        .min(20, "Say it in a sentence: who told you, or where it is written.")
        .max(LONGEST_REASON, `Keep it under ${LONGEST_REASON} characters.`),
    });
  }
  const paper = {
    ...premisesId,
    authority: line("Write who issued it."),
    number: line("").optional(),
    issuedOn: dayField("").optional(),
  };
  if (validity === "none") return z.object(paper);
  return z.object({
    ...paper,
    expiresOn: dayField("").optional(),
    ...(validity === "dated" ? { hasNoEnd: z.literal("on").optional() } : {}),
  });
}

export function hygieneForm(kind: HygieneKind) {
  const { term, detail } = HYGIENE_RULES[kind];
  const words = line("Write this down as well.");
  return z.object({
    issuedOn: term === "printed" ? dayField("").optional() : dayField("Write down the day."),
    ...(term === "printed" ? { expiresOn: dayField("Write down the end date that stands on it.") } : {}),
    ...(detail === null ? {} : { detail: detail.isRequired ? words : words.optional() }),
  });
}

export const trainingForm = z.object({
  provider: line("Write who gave the course."),
  trainer: line("").optional(),
  courseName: line("Write what the course is called."),
  smpHours: count(5_000).optional(),
  liveModels: count(1_000).optional(),
  completedOn: dayField("Write down the day on which you completed it."),
});

export const associationForm = z.object({
  name: line("Write the association’s name."),
  memberNumber: line("").optional(),
  memberSince: count(2_200).min(1950, "Write the year with four digits.").optional(),
  expiresOn: dayField("").optional(),
});
