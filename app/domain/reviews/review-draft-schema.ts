import { z } from "zod";
import { COUNTRY_CODES, currencyOf } from "#app/domain/places/countries.ts";
import { readAmount } from "#app/domain/reviews/read-amount.ts";
import {
  LONGEST_INCENTIVE_NOTE,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_SESSIONS,
  RELATIONSHIPS,
} from "#app/domain/reviews/review-answers.ts";
import type { ReviewAnswers } from "#app/domain/reviews/review-answers.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";
import { cleanText, readFields } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";

/** Every currency in daily use somewhere, by code. */
export const PAID_CURRENCIES: readonly string[] = [
  ...new Set(COUNTRY_CODES.flatMap((code) => currencyOf(code) ?? [])),
].sort();

const stars = z.enum(["1", "2", "3", "4", "5"], "Choose from 1 to 5.").transform(Number);
const yesOrNo = z.enum(["yes", "no"], "Choose yes or no.").transform((answer) => answer === "yes");
const tick = z.literal("yes", "Tick it, or leave it.").optional();

/** The fields of the review form, each alone: what goes together and what may not be missing is `judgeAnswers`'. */
const reviewFields = z.object({
  overall: stars.optional(),
  understanding: stars.optional(),
  sterile: stars.optional(),
  dedication: stars.optional(),
  portfolio: stars.optional(),
  needleOpened: z.enum(["yes", "no", "unknown"], "Choose one of the answers.").optional(),
  wouldRecommend: yesOrNo.optional(),
  treatment: keysOf(TREATMENTS).optional(),
  sessions: z
    .string()
    .regex(/^\d{1,3}$/, "Give a whole number of sessions.")
    .transform(Number)
    .refine((count) => count >= 1 && count <= MOST_SESSIONS, `Give a number from 1 to ${MOST_SESSIONS}.`)
    .optional(),
  lastSessionOn: z.iso.date("Give a day that exists, with day, month and year.").optional(),
  pricePaid: z.string().max(20, "This is too long for an amount.").optional(),
  currency: z.enum(PAID_CURRENCIES, "Choose a currency from the list.").optional(),
  title: z.string().max(LONGEST_TITLE, `A title has at most ${LONGEST_TITLE} characters.`).optional(),
  text: z
    .string()
    .max(LONGEST_TEXT, `A review has at most ${LONGEST_TEXT} characters. Shorten it a little.`)
    .optional(),
  concern: keysOf(CONCERNS).optional(),
  healthConsent: tick,
  relationship: keysOf(RELATIONSHIPS).optional(),
  isIncentivised: yesOrNo.optional(),
  incentiveNote: z
    .string()
    .max(LONGEST_INCENTIVE_NOTE, `Say it in at most ${LONGEST_INCENTIVE_NOTE} characters.`)
    .optional(),
  visitCode: z.string().max(40, "This is too long for a visit code.").optional(),
  attestation: tick,
});
type Fields = z.output<typeof reviewFields>;

export type ReadReview = {
  answers: ReviewAnswers;
  visitCode: string | null;
  isAttested: boolean;
  /** What was typed and what is wrong with single fields; these are left out of the answers. */
  reply: FormReply;
};

const CUT_TO: Record<string, number> = { title: LONGEST_TITLE, text: LONGEST_TEXT };

/**
 * Reads the form as far as it can be read, for a draft: a field that can't be is told in `reply.errors` and missing in
 * the answers; words that are too long are cut there, so that a draft loses as little as possible.
 */
export function readReview(form: URLSearchParams): ReadReview {
  const first = readFields(reviewFields, form);
  if (first.ok) return withAmount(first.value, { ...echo(form), errors: {} });
  const rest = new URLSearchParams(form);
  for (const name of Object.keys(first.reason.errors)) {
    const longest = CUT_TO[name];
    const [only, ...others] = form.getAll(name);
    rest.delete(name);
    if (longest && only && others.length === 0) rest.set(name, cleanText(only).slice(0, longest));
  }
  const second = readFields(reviewFields, rest);
  return withAmount(second.ok ? second.value : {}, first.reason);
}

function echo(form: URLSearchParams): FormReply {
  const values = Object.keys(reviewFields.shape).map((name) => [name, cleanText(form.get(name) ?? "")] as const);
  return { values: Object.fromEntries(values), lists: {}, errors: {} };
}

function withAmount(fields: Partial<Fields>, reply: FormReply): ReadReview {
  const { pricePaid: typed, currency = null } = fields;
  const pricePaid = typed === undefined || currency === null ? null : readAmount(typed, currency);
  const errors = { ...reply.errors };
  if (typed !== undefined && !errors["currency"]) {
    if (currency === null) errors["currency"] = ["Choose the currency that you paid in."];
    else if (pricePaid === null) errors["pricePaid"] = ["Give an amount, for example 1250 or 1250.50."];
  }
  return {
    answers: {
      overall: fields.overall ?? null,
      understanding: fields.understanding ?? null,
      sterile: fields.sterile ?? null,
      dedication: fields.dedication ?? null,
      portfolio: fields.portfolio ?? null,
      needleOpened:
        fields.needleOpened === undefined ? null : { yes: true, no: false, unknown: null }[fields.needleOpened],
      wouldRecommend: fields.wouldRecommend ?? null,
      treatment: fields.treatment ?? null,
      sessions: fields.sessions ?? null,
      lastSessionOn: fields.lastSessionOn ?? null,
      pricePaid,
      currency: pricePaid === null ? null : currency,
      title: fields.title ?? "",
      text: fields.text ?? "",
      concern: fields.healthConsent === "yes" ? (fields.concern ?? null) : null,
      relationship: fields.relationship ?? null,
      isIncentivised: fields.isIncentivised ?? null,
      incentiveNote: fields.isIncentivised === false ? null : (fields.incentiveNote ?? null),
    },
    visitCode: fields.visitCode ?? null,
    isAttested: fields.attestation === "yes",
    reply: { ...reply, errors },
  };
}
