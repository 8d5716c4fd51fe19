/** A row (or one cell of it) that was not taken in: where it stands and why. The column is null where it's the row. */
export type Refusal = { line: number; column: string | null; reason: string };

/** `line 17, insDate: "2025-13-01" is not a date` */
export function describeRefusal({ line, column, reason }: Refusal): string {
  return column === null ? `line ${line}: ${reason}` : `line ${line}, ${column}: ${reason}`;
}

const SHOWN_LENGTH = 60;

/** A value as a report may show it: short, on one line, and unable to steer the terminal that prints it. */
export function quoteValue(value: string): string {
  const short = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  const safe = short.replace(/[\p{Cc}\p{Cf}\u2028\u2029\\"]/gu, (char) => {
    if (char === "\n") return "\\n";
    return char === '"' || char === "\\"
      ? `\\${char}`
      : `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
  return `"${safe}"`;
}

/** A file that can't be imported at all; the message is one plain line. */
export class UnusableFile extends Error {}
