import { refusalsOf } from "#app/domain/registers/cells.ts";
import { headerProblems } from "#app/domain/registers/header.ts";
import { didYouMean } from "#app/domain/registers/nearest-name.ts";
import { readCsv } from "#app/domain/registers/read-csv.server.ts";
import type { CsvRecord } from "#app/domain/registers/read-csv.server.ts";
import { readJson } from "#app/domain/registers/read-json.server.ts";
import type { JsonRecord } from "#app/domain/registers/read-json.server.ts";
import { quoteValue } from "#app/domain/registers/refusal.ts";
import type { Refusal } from "#app/domain/registers/refusal.ts";
import {
  cellOfJson,
  OPTIONAL_COLUMNS,
  REQUIRED_COLUMNS,
  technicianRowSchema,
} from "#app/domain/registers/technician-row.ts";
import type { TechnicianRow } from "#app/domain/registers/technician-row.ts";

const COLUMNS = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];
const HEADER_RULES = { required: REQUIRED_COLUMNS, optional: OPTIONAL_COLUMNS, allowsOthers: false };

export type TechnicianRecord = { isHeader: boolean; line: number } & ({ row: TechnicianRow } | { refusals: Refusal[] });

/**
 * The technicians of a list as rows or refusals, some at a time, from CSV or JSON, whichever the text is. Years of
 * practice may begin up to `latestYear`. A CSV header that can't be used is refused and ends the reading.
 */
export async function* readTechnicians(
  lines: AsyncGenerator<string[]>,
  latestYear: number,
): AsyncGenerator<TechnicianRecord[]> {
  const schema = technicianRowSchema(latestYear);
  const start: string[][] = [];
  let first: string | undefined;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    start.push(next.value);
    first = next.value.find((line) => line.trim() !== "")?.trimStart();
    if (first !== undefined) break;
  }
  if (first === undefined) {
    yield [{ isHeader: true, ...refused({ line: 1, column: null, reason: "the file is empty" }) }];
    return;
  }
  const all = concat(start, lines);
  if (/^[[{]/u.test(first)) yield* readFromJson(readJson(all), schema);
  else yield* readFromCsv(readCsv(all), schema);
}

type Schema = ReturnType<typeof technicianRowSchema>;

async function* readFromCsv(source: AsyncIterable<CsvRecord[]>, schema: Schema): AsyncGenerator<TechnicianRecord[]> {
  let header: string[] | null = null;
  for await (const records of source) {
    const read: TechnicianRecord[] = [];
    for (const record of records) {
      if ("problem" in record) {
        const refusal = refused({ line: record.line, column: null, reason: record.problem });
        if (!header) {
          yield [{ isHeader: true, ...refusal }];
          return;
        }
        read.push({ isHeader: false, ...refusal });
      } else if (header) {
        const cells = new Map(header.map((name, i) => [name, record.cells[i] ?? ""]));
        read.push({ isHeader: false, ...readCells(cells, record.line, schema) });
      } else {
        header = record.cells.map((name) => name.trim());
        const refusals = headerProblems(header, HEADER_RULES, record.line);
        if (refusals.length > 0) {
          yield [{ isHeader: true, line: record.line, refusals }];
          return;
        }
      }
    }
    yield read;
  }
}

async function* readFromJson(source: AsyncIterable<JsonRecord[]>, schema: Schema): AsyncGenerator<TechnicianRecord[]> {
  for await (const records of source) {
    yield records.map((record) => {
      if ("problem" in record) {
        return { isHeader: false, ...refused({ line: record.line, column: null, reason: record.problem }) };
      }
      const cells = new Map<string, string>();
      const refusals: Refusal[] = [];
      for (const [name, { line, value }] of record.fields) {
        const cell = cellOfJson(value);
        if (!COLUMNS.includes(name)) {
          refusals.push({
            line,
            column: null,
            reason: `${quoteValue(name)} is not a field${didYouMean(name, COLUMNS)}`,
          });
        } else if (cell === null)
          refusals.push({ line, column: name, reason: "is not a text, a number or a list of these" });
        else cells.set(name, cell);
      }
      if (refusals.length > 0) return { isHeader: false, line: record.line, refusals };
      const read = readCells(cells, record.line, schema);
      if ("row" in read) return { isHeader: false, ...read };
      // In a record of several lines, each refusal is told where its own field stands.
      const placed = read.refusals.map((refusal) => ({
        ...refusal,
        line: record.fields.get(refusal.column ?? "")?.line ?? refusal.line,
      }));
      return { isHeader: false, line: record.line, refusals: placed };
    });
  }
}

function readCells(given: Map<string, string>, line: number, schema: Schema) {
  const cells = Object.fromEntries(COLUMNS.map((name) => [name, given.get(name) ?? ""]));
  const parsed = schema.safeParse(cells);
  return parsed.success ? { line, row: parsed.data } : { line, refusals: refusalsOf(parsed.error, cells, line) };
}

function refused(refusal: Refusal) {
  return { line: refusal.line, refusals: [refusal] };
}

async function* concat(start: string[][], rest: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  yield* start;
  yield* rest;
}
