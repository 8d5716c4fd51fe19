import { z } from "zod";
import { priceTitle, priceWords } from "#app/domain/profiles/edit/price.ts";
import { describePlace, placeContent } from "#app/domain/profiles/edit/place-content.ts";
import { dayWords } from "#app/domain/technicians/fact-words.ts";
import { CLAIM_METHODS } from "#app/domain/technicians/listing-claim.ts";
import { TECHNICIAN_STATUS_WORDS } from "#app/domain/technicians/publish-rules.ts";
import type { ContentLine, Difference } from "#app/domain/technicians/revision.ts";
import { CONCERNS, GENDERS, LANGUAGES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";

/*
 * What a section holds, in words: for its keeper's history, for moderators, and where two windows differ. Kept revisions
 * are read as they are found: an older shape is told by its names, and never an error.
 */

const METHOD_WORDS = Object.fromEntries(Object.entries(CLAIM_METHODS).map(([key, { title }]) => [key, title]));

const LABELS: Record<string, { label: string; words?: Readonly<Record<string, string>> }> = {
  name: { label: "Name" },
  pronouns: { label: "Pronouns" },
  gender: { label: "Gender", words: GENDERS },
  bio: { label: "About you" },
  websiteUrl: { label: "Website" },
  languages: { label: "Languages", words: LANGUAGES },
  practisingSince: { label: "Practising SMP since" },
  smpShare: { label: "Share of work that is SMP, per cent" },
  hasOwnHairLoss: { label: "Own hair loss" },
  topUpYearsMin: { label: "Top-up after years, at the earliest" },
  topUpYearsMax: { label: "Top-up after years, at the latest" },
  treatments: { label: "Treatments", words: TREATMENTS },
  concerns: { label: "Works with", words: CONCERNS },
  skinTypes: { label: "Skin types" },
  slug: { label: "Address of the profile" },
  understandingStatement: { label: "On hair loss" },
  dedicationStatement: { label: "On your work" },
  status: { label: "State", words: TECHNICIAN_STATUS_WORDS },
  isKept: { label: "Kept by somebody" },
  method: { label: "Proven by", words: METHOD_WORDS },
};

const price = z.object({
  treatment: keysOf(TREATMENTS),
  scale: z.enum(["norwood", "ludwig", "none"]),
  bandFrom: z.number().nullable(),
  bandTo: z.number().nullable(),
  amountFrom: z.number(),
  amountTo: z.number(),
  currency: z.string(),
  sessionsIncluded: z.number().nullable(),
  topUpIncluded: z.boolean(),
  topUpWithinMonths: z.number().nullable(),
  deposit: z.number().nullable(),
});

const NOTHING = "None provided";
const order = [...Object.keys(LABELS), "words"];

/** The facts of a section, one line each, in the order of the page. */
function linesOf(content: unknown): ContentLine[] {
  if (typeof content !== "object" || content === null) return [];
  const entries = Object.entries(content).sort(([a], [b]) => rank(a) - rank(b));
  return numbered(entries.flatMap(([key, value]: [string, unknown]) => linesOfField(key, value)));
}

/** What is not the same on the two sides. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const labels = [...new Set([...old, ...now].map(({ label }) => label))];
  const wordsIn = (lines: readonly ContentLine[], label: string) =>
    lines.find((line) => line.label === label)?.words ?? NOTHING;
  return labels
    .map((label) => ({ label, before: wordsIn(old, label), after: wordsIn(now, label) }))
    .filter((difference) => difference.before !== difference.after);
}

/** Sections keep their fields in an order of their own; what has no label comes last. */
function rank(key: string): number {
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
}

function linesOfField(key: string, value: unknown): ContentLine[] {
  if (key === "words" && typeof value === "object" && value !== null) {
    const names: Record<string, string> = TREATMENTS;
    return Object.entries(value).map(([treatment, words]) => ({
      label: `${names[treatment] ?? treatment}, in your own words`,
      words: String(words),
    }));
  }
  if (key === "prices" && Array.isArray(value)) {
    const known = value.flatMap((row) => price.safeParse(row).data ?? []);
    return [
      { label: "Order of prices", words: known.map(priceTitle).join("\n") || NOTHING },
      ...known.map((row) => ({ label: priceTitle(row), words: priceWords(row) })),
    ];
  }
  if (key === "places" && Array.isArray(value)) {
    const known = value.flatMap((row) => placeContent.safeParse(row).data ?? []);
    return [
      { label: "Order of places", words: known.map(({ name }) => name).join("\n") || NOTHING },
      ...known.map((row) => ({ label: `${row.name}, ${row.city}`, words: describePlace(row) })),
    ];
  }
  if (key.endsWith("On") && typeof value === "string") return [{ label: readableKey(key), words: dayWords(value) }];
  const { label, words } = LABELS[key] ?? { label: readableKey(key) };
  return [{ label, words: wordsOf(value, words) }];
}

function wordsOf(value: unknown, words: Readonly<Record<string, string>> = {}): string {
  if (value === null || value === undefined || value === "") return NOTHING;
  if (Array.isArray(value)) {
    return value.length === 0 ? NOTHING : value.map((item) => wordsOf(item, words)).join(" · ");
  }
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string") return words[value] ?? value;
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

/** "lastConfirmedOn" as "Last confirmed on". */
function readableKey(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Two prices of one kind are two lines: the second is told apart by its number. */
function numbered(lines: readonly ContentLine[]): ContentLine[] {
  const times = new Map<string, number>();
  return lines.map(({ label, words }) => {
    const time = (times.get(label) ?? 0) + 1;
    times.set(label, time);
    return { label: time === 1 ? label : `${label} (${time})`, words };
  });
}
