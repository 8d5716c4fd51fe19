import type { z } from "zod";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { RegisterFact } from "#app/domain/registers/establishment.ts";
import type { RegisterKey } from "#app/domain/registers/register.ts";

/**
 * What one public register must tell the import; reading, adding up, merging and reporting are shared. A further
 * register is a file with one of these, its test, and its two lines in register.ts and importers.server.ts.
 */
export type RegisterImporter = {
  source: RegisterKey;
  /** The columns it reads. A file without one of them isn't this register; further columns are left alone. */
  columns: readonly string[];
  /** The column with the establishment's lasting number: `record` of the fact, spaces aside. */
  recordColumn: string;
  /** From the cells of a row, by column, to the fact it states. Paths of its issues begin with a column. */
  rowSchema: (snapshotOn: Day) => z.ZodType<RegisterFact, Record<string, string>>;
};
