import { refusalsOf } from "#app/domain/registers/cells.ts";
import type { RegisterFact } from "#app/domain/registers/establishment.ts";
import { headerProblems } from "#app/domain/registers/header.ts";
import { readCsv } from "#app/domain/registers/read-csv.server.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { RegisterImporter } from "#app/domain/registers/register-importer.ts";
import type { Refusal } from "#app/domain/registers/refusal.ts";

type RegisterRow = { isHeader: boolean } & ({ fact: RegisterFact } | { refusals: Refusal[] });

/**
 * The rows of a register's file as facts or refusals, some at a time. A header that can't be used is refused and ends
 * the reading; one that can isn't a row. Rows of establishments that aren't wanted are passed over unread.
 */
export async function* readRegister(
  importer: RegisterImporter,
  lines: AsyncIterable<string[]>,
  snapshotOn: Day,
  isWanted: (record: string) => boolean = () => true,
): AsyncGenerator<RegisterRow[]> {
  const schema = importer.rowSchema(snapshotOn);
  let header: string[] | null = null;
  for await (const records of readCsv(lines)) {
    const rows: RegisterRow[] = [];
    for (const record of records) {
      if ("problem" in record) {
        const refusals = [{ line: record.line, column: null, reason: record.problem }];
        if (header) rows.push({ isHeader: false, refusals });
        else {
          yield [{ isHeader: true, refusals }];
          return;
        }
      } else if (!header) {
        const names = record.cells.map((name) => name.trim());
        const rules = { required: importer.columns, optional: [], allowsOthers: true };
        const refusals = headerProblems(names, rules, record.line);
        if (refusals.length > 0) {
          yield [{ isHeader: true, refusals }];
          return;
        }
        header = names;
      } else {
        const cells = cellsOf(header, record.cells);
        if (!isWanted((cells[importer.recordColumn] ?? "").trim())) continue;
        const parsed = schema.safeParse(cells);
        if (parsed.success) rows.push({ isHeader: false, fact: parsed.data });
        else rows.push({ isHeader: false, refusals: refusalsOf(parsed.error, cells, record.line) });
      }
    }
    yield rows;
  }
  if (!header) yield [{ isHeader: true, refusals: [{ line: 1, column: null, reason: "the file is empty" }] }];
}

function cellsOf(header: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (let i = 0; i < header.length; i++) row[header[i] ?? ""] = cells[i] ?? "";
  return row;
}
