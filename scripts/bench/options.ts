import { parseArgs } from "node:util";

/** What can be measured on its own. Some parts need others' groundwork; that is laid without being measured. */
export const PARTS = ["search", "home", "profile", "compare", "api", "index", "update", "import"] as const;
export type Part = (typeof PARTS)[number];

export type BenchOptions = {
  technicians: number;
  reviews: number;
  rounds: number;
  /** Length of one slice: one target, one number of requests at once, one round. */
  seconds: number;
  only: ReadonlySet<Part>;
  /** Leaves the scratch database and index for a look, and says their names. */
  keep: boolean;
  /** Where the figures go as JSON too, for comparing runs. */
  json: string | null;
};

/** A flag that can't be used; the message is one line for the person who typed it. */
export class WrongUse extends Error {}

export const USAGE = `npm run bench -- [--technicians N] [--reviews N] [--rounds N] [--seconds N] [--only PART,PART] [--keep] [--json FILE]
  --technicians N  100 to 1,000,000, default 10,000
  --reviews N      100 to 5,000,000, default 100,000
  --rounds N       1 to 99, default 7: how often each target has its turn; figures are medians over rounds
  --seconds N      0.1 to 30, default 0.4: how long each turn takes
  --only PARTS     of ${PARTS.join(", ")}; default all
  --keep           leaves the scratch database and index
  --json FILE      also writes the figures as JSON`;

/** Reads the command line; null means that help was asked for. Throws `WrongUse`. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const options = {
    technicians: { type: "string", default: "10000" },
    reviews: { type: "string", default: "100000" },
    rounds: { type: "string", default: "7" },
    seconds: { type: "string", default: "0.4" },
    only: { type: "string" },
    keep: { type: "boolean", default: false },
    json: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    throw new WrongUse(error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error));
  }
  if (values.help) return null;
  return {
    technicians: numberOf("technicians", values.technicians, { low: 100, high: 1_000_000, isWhole: true }),
    reviews: numberOf("reviews", values.reviews, { low: 100, high: 5_000_000, isWhole: true }),
    rounds: numberOf("rounds", values.rounds, { low: 1, high: 99, isWhole: true }),
    seconds: numberOf("seconds", values.seconds, { low: 0.1, high: 30, isWhole: false }),
    only: partsOf(values.only),
    keep: values.keep,
    json: values.json ?? null,
  };
}

function numberOf(flag: string, text: string, { low, high, isWhole }: { low: number; high: number; isWhole: boolean }) {
  const value = /^\d[\d,_]*(\.\d+)?$/u.test(text) ? Number(text.replace(/[,_]/gu, "")) : NaN;
  const kind = isWhole ? "a whole number" : "a number";
  if (!(value >= low && value <= high) || (isWhole && !Number.isInteger(value))) {
    throw new WrongUse(`--${flag} "${text}" must be ${kind} from ${low} to ${high}`);
  }
  return value;
}

function partsOf(text: string | undefined): ReadonlySet<Part> {
  if (text === undefined) return new Set(PARTS);
  const parts = text.split(",").map((name) => {
    const part = PARTS.find((known) => known === name.trim());
    if (part === undefined) throw new WrongUse(`--only "${name.trim()}" is no part; there are ${PARTS.join(", ")}`);
    return part;
  });
  return new Set(parts);
}
