import type { z } from "zod";
import type { Day } from "#app/domain/criteria/evidence.ts";
import type { RegisterFact } from "#app/domain/registers/establishment.ts";

/** What a page must say wherever it shows a fact from a register. */
export type PublicRegister = {
  title: string;
  /** Who publishes it. */
  authority: string;
  licence: string;
  licenceUrl: string;
  /** The sentence that the licence asks for. */
  credit: string;
  /** Where it is published; null where its name says it. */
  sourceUrl: string | null;
};

/**
 * One public register: what pages say of it, and what its file says in which column. Reading, adding up, merging,
 * reporting and telling who keeps a profile are shared. A further register is a file with one of these, its test, and a
 * line in registers.ts. The file is pure: it imports no server file, since pages know of it too.
 */
export type RegisterImporter = {
  /** The key that is stored with every fact from it, and the format's name for `npm run import`. */
  source: string;
  /**
   * Where many authorities publish in one form, each is a register of its own by its name (`--source`), and facts are
   * stored with the key `source:name`. What is said of it is made from the name.
   */
  register: PublicRegister | ((publisher: string) => PublicRegister);
  /** The columns it reads. A file without one of them isn't this register; further columns are left alone. */
  columns: readonly string[];
  /** The column with the establishment's lasting number: `record` of the fact, spaces aside. */
  recordColumn: string;
  /** From the cells of a row, by column, to the fact it states. Paths of its issues begin with a column. */
  rowSchema: (snapshotOn: Day) => z.ZodType<RegisterFact, Record<string, string>>;
};
