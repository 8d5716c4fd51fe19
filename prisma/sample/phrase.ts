import type { Random } from "./random.ts";

/** What a text may mention. A template is used only where every fact it names is known. */
export type Facts = Readonly<Record<string, string | undefined>>;

const SLOT = /\[([A-Za-z]+)\]/g;
const CHOICE = /\{([^{}]*)\}/g;

function factOf(slot: string, facts: Facts): string | undefined {
  const exact = facts[slot];
  if (exact !== undefined) return exact;
  const plain = facts[slot.charAt(0).toLowerCase() + slot.slice(1)];
  return plain === undefined ? undefined : capitalise(plain);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** True when every `[slot]` of the template has a fact, whichever choice is taken. */
function fits(template: string, facts: Facts): boolean {
  return [...template.matchAll(SLOT)].every(([, slot]) => slot !== undefined && factOf(slot, facts) !== undefined);
}

/** Takes one option of every `{a|b}`, fills in every `[slot]` and tidies the spaces that an empty option leaves. */
export function phrase(template: string, facts: Facts, random: Random): string {
  const chosen = template.replace(CHOICE, (_whole, options: string) => random.pick(options.split("|")));
  const filled = chosen.replace(SLOT, (_whole, slot: string) => {
    const fact = factOf(slot, facts);
    if (fact === undefined) throw new Error(`No fact for [${slot}] in: ${template}`);
    return fact;
  });
  const tidy = filled
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:?!])/g, "$1")
    .trim();
  return tidy.replace(/(^|[.?!] )([a-z])/g, (_whole, before: string, letter: string) => before + letter.toUpperCase());
}

/** What one text may still say: asked before a template is chosen, told about the one that was. */
export type Limits = { allows(template: string): boolean; note(template: string): void };

/** Lets a sentence, and each of the named facts, be said once in a text. */
export function sayOnce(slots: readonly string[], allows: (template: string) => boolean = () => true): Limits {
  const said = new Set<string>();
  const wordsOf = (template: string) => [
    template,
    ...slots.filter((slot) => template.toLowerCase().includes(`[${slot}]`)),
  ];
  return {
    allows: (template) => allows(template) && wordsOf(template).every((word) => !said.has(word)),
    note: (template) => wordsOf(template).forEach((word) => said.add(word)),
  };
}

/**
 * Picks templates so that a reader seldom meets one twice: never again on the same page while others are left, and
 * the seldom used ones first.
 */
export class Picker {
  readonly #used = new Map<string, number>();
  #page = new Set<string>();

  constructor(private readonly random: Random) {}

  /** A new page (a technician's profile, a list) begins. */
  turnPage(): void {
    this.#page = new Set();
  }

  /** A finished sentence, or null where no template fits the facts and the limits. */
  pick(templates: readonly string[], facts: Facts, limits?: Limits): string | null {
    const fitting = templates.filter((template) => fits(template, facts) && (limits?.allows(template) ?? true));
    if (fitting.length === 0) return null;
    const unseen = fitting.filter((template) => !this.#page.has(template));
    const pool = unseen.length > 0 ? unseen : fitting;
    const candidates = [this.random.pick(pool), this.random.pick(pool), this.random.pick(pool)];
    candidates.sort((a, b) => (this.#used.get(a) ?? 0) - (this.#used.get(b) ?? 0));
    const template = candidates[0] ?? this.random.pick(pool);
    this.#used.set(template, (this.#used.get(template) ?? 0) + 1);
    this.#page.add(template);
    limits?.note(template);
    return phrase(template, facts, this.random);
  }

  /** Several finished sentences from different banks, the empty ones left out. */
  join(banks: readonly (readonly string[])[], facts: Facts): string {
    return banks
      .map((bank) => this.pick(bank, facts))
      .filter((text) => text !== null && text !== "")
      .join(" ");
  }
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/** 3 -> "three"; numbers above twelve stay figures. */
export function numberWord(value: number): string {
  return WORDS[value] ?? String(value);
}

/** (2, "week") -> "two weeks" */
export function quantity(count: number, unit: string): string {
  return `${numberWord(count)} ${unit}${count === 1 ? "" : "s"}`;
}

/** 41 -> "41st" */
export function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${ending}`;
}
