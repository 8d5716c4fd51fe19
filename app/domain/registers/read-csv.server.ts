import { parse } from "csv-parse/sync";
import { z } from "zod";

/** A record with the line it begins on, or what is wrong with that line. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; problem: string };

/** A quoted text that runs on longer than this was never closed. */
const MOST_LINES = 200;
const recordsSchema = z.array(z.array(z.string()));

/**
 * The records of a CSV file (RFC 4180), some at a time, the header first. Blank lines are passed over. A record that
 * can't be read costs its own line only: a quote that is never closed doesn't swallow the good rows after it.
 */
export async function* readCsv(lines: AsyncIterable<string[]>): AsyncGenerator<CsvRecord[]> {
  const reader = new RecordReader();
  for await (const some of lines) yield reader.take(some, false);
  yield reader.take([], true);
}

class RecordReader {
  /** Lines not yet used, the first of them with its number. */
  #waiting: string[] = [];
  #line = 1;
  #width: number | null = null;

  take(more: string[], isEnd: boolean): CsvRecord[] {
    const lines = this.#waiting.length === 0 ? more : [...this.#waiting, ...more];
    const records: CsvRecord[] = [];
    /** Records of one line each, read together: by far the most, and many times faster so. */
    let plain: { line: number; text: string }[] = [];
    const flush = () => {
      for (const record of this.#readPlain(plain)) records.push(record);
      plain = [];
    };
    let at = 0;
    while (at < lines.length) {
      const text = lines[at] ?? "";
      const line = this.#line + at;
      if (text.trim() === "") {
        at += 1;
      } else if (!hasOpenQuote(text)) {
        plain.push({ line, text });
        at += 1;
      } else {
        flush();
        const length = lengthOfRecord(lines, at);
        if (length === null && !isEnd && lines.length - at <= MOST_LINES) break;
        const cells = length === null ? null : parseText(lines.slice(at, at + length).join("\n"));
        const only = cells?.length === 1 ? cells[0] : undefined;
        if (only && length !== null && (this.#width === null || only.length === this.#width)) {
          records.push(this.#accept(line, only));
          at += length;
        } else {
          records.push({ line, problem: "a quote is opened and never closed, or stands inside a cell undoubled" });
          at += 1;
        }
      }
    }
    flush();
    this.#waiting = lines.slice(at);
    this.#line += at;
    return records;
  }

  #readPlain(plain: { line: number; text: string }[]): CsvRecord[] {
    if (plain.length === 0) return [];
    const together = parseText(plain.map(({ text }) => text).join("\n"));
    if (together?.length === plain.length) return plain.map(({ line }, i) => this.#accept(line, together[i] ?? []));
    return plain.map(({ line, text }) => {
      const cells = parseText(text);
      const only = cells?.length === 1 ? cells[0] : undefined;
      return only ? this.#accept(line, only) : { line, problem: "a quote stands inside a cell undoubled" };
    });
  }

  #accept(line: number, cells: string[]): CsvRecord {
    this.#width ??= cells.length;
    if (cells.length === this.#width) return { line, cells };
    return { line, problem: `has ${cells.length} cells where the header has ${this.#width}` };
  }
}

/** Quotes come in pairs, doubled ones included: an odd number leaves one open at the end of the line. */
function hasOpenQuote(text: string): boolean {
  let isOpen = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

/** How many lines the record takes that begins with an open quote, or null when it isn't closed in reach. */
function lengthOfRecord(lines: string[], start: number): number | null {
  for (let at = start + 1; at < Math.min(lines.length, start + MOST_LINES); at++) {
    if (hasOpenQuote(lines[at] ?? "")) return at - start + 1;
  }
  return null;
}

function parseText(text: string): string[][] | null {
  try {
    return recordsSchema.parse(parse(text, { relax_column_count: true, record_delimiter: "\n" }));
  } catch {
    return null;
  }
}
