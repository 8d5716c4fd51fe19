import { didYouMean } from "#app/domain/registers/nearest-name.ts";
import { quoteValue } from "#app/domain/registers/refusal.ts";
import type { Refusal } from "#app/domain/registers/refusal.ts";

type HeaderRules = {
  required: readonly string[];
  optional: readonly string[];
  /** Whether columns with other names are left alone, or mistakes. */
  allowsOthers: boolean;
};

/** What is wrong with a CSV file's column names; nothing when it can be read by them. */
export function headerProblems(names: string[], rules: HeaderRules, line: number): Refusal[] {
  const known = [...rules.required, ...rules.optional];
  if (names.length === 1 && /[;\t]/u.test(names[0] ?? "")) {
    return [{ line, column: null, reason: "the columns are not separated by commas" }];
  }
  const unknown = rules.allowsOthers ? [] : names.filter((name) => !known.includes(name));
  const twice = names.filter((name, i) => known.includes(name) && names.indexOf(name) !== i);
  const missing = rules.required.filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => ({
      line,
      column: null,
      reason: `${quoteValue(name)} is not a column${didYouMean(name, known)}`,
    })),
    ...twice.map((name) => ({ line, column: name, reason: "stands in the header twice" })),
    ...missing.map((name) => ({ line, column: name, reason: "is missing from the header" })),
  ];
}
