import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";
import type { PhotoStage } from "#app/platform/generated/prisma/enums.ts";
import type { CountryCode } from "./countries.ts";
import { sayOnce } from "./phrase.ts";
import type { Facts, Picker } from "./phrase.ts";
import type { Random } from "./random.ts";
import { AGE_OF_RESULT, AGE_OF_RESULT_BAD, ENDING, PRICE } from "./texts/ending.ts";
import { RESULT, RESULT_OF } from "./texts/result.ts";
import type { Stars, Verdict } from "./texts/result.ts";
import { CAREFUL, FUNNY, SHORT_END, SHORT_START } from "./texts/short.ts";
import { TITLES } from "./texts/titles.ts";
import {
  CONSULT_BAD,
  CONSULT_GOOD,
  CONSULT_MIXED,
  HYGIENE_BAD,
  HYGIENE_OPENED,
  HYGIENE_UNSEEN,
  SESSION,
} from "./texts/visit.ts";
import { WHY, WHY_ANY } from "./texts/why.ts";

/** What a review is about; the words follow these and never contradict them. */
export type ReviewBrief = {
  stars: Stars;
  country: CountryCode;
  treatment: Treatment;
  concern: Concern;
  mentionsConcern: boolean;
  needleOpened: boolean | null;
  sterile: number | null;
  /** Age of the result on the day of writing. */
  stage: Exclude<PhotoStage, "before">;
  facts: Facts;
};

export type WrittenReview = { title: string; text: string };

export function verdictOf(stars: Stars): Verdict {
  return stars >= 4 ? "good" : stars === 3 ? "mixed" : "bad";
}

const LONG_HAIR: readonly Treatment[] = ["density", "womens_part_line", "crown", "temporary_smp"];
const SHAVED_WORDS = /stubble|shav|grade one|barber|bald|grey beard|helmet/i;
const MANLY_WORDS = /baseball|\bman\b|a man|younger cousin|mates|own son/i;
const FRONT_WORDS = /hairline|front|\bline\b|temple/i;

/** Keeps sentences about shaving away from long hair, and about the front from people who came for the back. */
function suits(brief: ReviewBrief): (template: string) => boolean {
  const isLong = LONG_HAIR.includes(brief.treatment);
  const isElsewhere = brief.treatment === "scar_camouflage" || brief.treatment === "crown";
  const isWomens = brief.treatment === "womens_part_line";
  return (template) =>
    !(isLong && SHAVED_WORDS.test(template)) &&
    !(isWomens && (MANLY_WORDS.test(template) || /hairline|crown/i.test(template))) &&
    !(isElsewhere && FRONT_WORDS.test(template));
}

const SAID_ONCE = ["sessions", "gap", "price", "weeks", "months", "hours", "years", "then"];

type Voice = "short" | "plain" | "warm" | "careful" | "funny" | "disappointed";
function voiceFor(stars: Stars, random: Random): Voice {
  if (stars <= 2)
    return random.weighted<Voice>([
      ["short", 20],
      ["disappointed", 60],
      ["careful", 20],
    ]);
  if (stars === 3)
    return random.weighted<Voice>([
      ["short", 22],
      ["plain", 40],
      ["careful", 23],
      ["disappointed", 15],
    ]);
  return random.weighted<Voice>([
    ["short", 22],
    ["plain", 32],
    ["warm", 22],
    ["careful", 14],
    ["funny", 10],
  ]);
}

function banks(brief: ReviewBrief, random: Random) {
  const verdict = verdictOf(brief.stars);
  const special = RESULT_OF[brief.treatment]?.[verdict];
  const general = RESULT[brief.stars];
  const hygiene =
    brief.needleOpened === true
      ? HYGIENE_OPENED
      : brief.needleOpened === false
        ? (brief.sterile ?? 4) <= 2
          ? HYGIENE_BAD
          : HYGIENE_UNSEEN
        : [];
  const ages = verdict === "bad" ? AGE_OF_RESULT_BAD : AGE_OF_RESULT;
  return {
    why: brief.mentionsConcern ? WHY[brief.concern] : WHY_ANY,
    consult:
      verdict === "good"
        ? CONSULT_GOOD
        : verdict === "mixed"
          ? random.chance(0.3)
            ? CONSULT_GOOD
            : CONSULT_MIXED
          : random.chance(0.8)
            ? CONSULT_BAD
            : CONSULT_MIXED,
    hygiene,
    result: special !== undefined && random.chance(0.5) ? special : general,
    second: general,
    price: PRICE[verdict],
    age: ages[brief.stage],
    ending: ENDING[brief.stars],
  };
}

function compose(voice: Voice, brief: ReviewBrief, random: Random): (readonly string[])[][] {
  const bank = banks(brief, random);
  const maybe = (probability: number, list: readonly string[]) => (random.chance(probability) ? [list] : []);
  switch (voice) {
    case "short":
      return [[SHORT_START[brief.stars], ...maybe(0.85, SHORT_END[brief.stars]), ...maybe(0.25, bank.result)]];
    case "plain":
      return random.chance(0.75)
        ? [
            [
              ...maybe(0.75, bank.why),
              ...maybe(0.4, bank.consult),
              bank.result,
              ...maybe(0.35, SESSION),
              ...maybe(0.3, bank.age),
              ...maybe(0.5, bank.ending),
            ],
          ]
        : [[bank.result, bank.why, ...maybe(0.5, SESSION), ...maybe(0.6, bank.ending)]];
    case "warm":
      return [
        [
          bank.why,
          ...maybe(0.3, WHY_ANY),
          bank.consult,
          ...maybe(0.5, bank.consult),
          ...maybe(0.4, SESSION),
          bank.result,
          ...maybe(0.5, bank.second),
          bank.ending,
        ],
      ];
    case "careful":
      return [
        [bank.why, ...maybe(0.4, WHY_ANY)],
        [bank.consult, ...maybe(0.8, bank.hygiene), SESSION, ...maybe(0.5, SESSION)],
        [
          ...maybe(0.7, bank.age),
          bank.result,
          ...maybe(0.5, bank.second),
          ...maybe(0.7, bank.price),
          ...maybe(0.7, CAREFUL),
          ...maybe(0.5, bank.ending),
        ],
      ];
    case "funny":
      return [
        [
          FUNNY,
          ...maybe(0.5, bank.why),
          ...maybe(0.5, SESSION),
          bank.result,
          ...maybe(0.3, FUNNY),
          ...maybe(0.4, bank.ending),
        ],
      ];
    case "disappointed":
      return [
        [
          ...maybe(0.6, bank.why),
          bank.consult,
          ...maybe(0.5, bank.hygiene),
          bank.result,
          ...maybe(0.6, bank.second),
          ...maybe(0.45, bank.age),
          ...maybe(0.45, bank.price),
          ...maybe(0.7, bank.ending),
        ],
      ];
  }
}

const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/\bcolour/g, "color"],
  [/\bColour/g, "Color"],
  [/\bgrey/g, "gray"],
  [/\bGrey/g, "Gray"],
  [/\bmum\b/g, "mom"],
  [/\bsolicitor\b/g, "lawyer"],
  [/\bpostman\b/g, "mail carrier"],
  [/\blearnt\b/g, "learned"],
  [/\bsceptic/g, "skeptic"],
  [/\bmetres?\b/g, "feet"],
  [/\bcentimetres\b/g, "inches"],
  [/\bparting\b/g, "part"],
  [/\buniversity\b/g, "college"],
  [/\bmoustache/g, "mustache"],
  [/\ba feet\b/g, "a few feet"],
];
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\bbelieve\b/, "beleive"],
  [/\breally\b/, "realy"],
  [/\bthough\b/, "tho"],
  [/\bit's\b/, "its"],
  [/\bdidn't\b/, "didnt"],
  [/\bwould have\b/, "would of"],
  [/\bwithout\b/, "withou"],
  [/\bnatural\b/i, "naturel"],
  [/\bagain\b/, "agian"],
  [/\bthrough\b/, "thru"],
];

/** Spelling of the place, and now and then somebody who writes fast. */
function inTheirHand(text: string, country: CountryCode, isShort: boolean, random: Random): string {
  let result = text;
  if (country === "US") for (const [pattern, word] of AMERICAN) result = result.replace(pattern, word);
  if (country === "CA") result = result.replace(/\bmum\b/g, "mom");
  if (random.chance(0.03)) result = result.toLowerCase();
  else if (random.chance(0.05)) result = result.replace(/\.$/, "!");
  if (isShort && random.chance(0.05)) result = result.replace(/\.$/, "");
  if (random.chance(0.025)) {
    const slip = SLIPS.find(([pattern]) => pattern.test(result));
    if (slip) result = result.replace(slip[0], slip[1]);
  }
  return result;
}

/** Letters and digits only: two texts with the same key read as the same text. */
export function textKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Writes one review. `isTaken` says whether a text was written before; up to 30 tries are made, then it is an error. */
export function writeReview(
  brief: ReviewBrief,
  picker: Picker,
  random: Random,
  isTaken: (key: string) => boolean,
): WrittenReview {
  const allow = suits(brief);
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const voice = attempt < 8 ? voiceFor(brief.stars, random) : brief.stars <= 2 ? "disappointed" : "plain";
    const limits = sayOnce(SAID_ONCE, allow);
    const paragraphs = compose(voice, brief, random).map((paragraph) => {
      const sentences = paragraph.map((bank) => picker.pick(bank, brief.facts, limits));
      return sentences.filter((text) => text !== null).join(" ");
    });
    const text = inTheirHand(
      paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"),
      brief.country,
      voice === "short",
      random,
    );
    if (text.length < 12 || isTaken(textKey(text))) continue;
    const title = picker.pick(TITLES[brief.stars], brief.facts, sayOnce([], allow));
    if (title === null) continue;
    return {
      title:
        brief.country === "US"
          ? AMERICAN.reduce((words, [pattern, word]) => words.replace(pattern, word), title)
          : title,
      text,
    };
  }
  throw new Error(`No new text for a ${brief.stars}-star review of ${brief.treatment}`);
}
