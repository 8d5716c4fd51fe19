import type { Day } from "#app/domain/criteria/evidence.ts";
import type { MergeCounts } from "#app/domain/registers/merge-counts.ts";
import type { Refusal } from "#app/domain/registers/refusal.ts";

export type ImportOptions = {
  /** The day whose state the file shows. */
  snapshotOn: Day;
  /** Does everything and takes it back: the report is true, the database unchanged. */
  isDryRun?: boolean;
  /** Told how much of the work is done, as bytes read out of all bytes to read. */
  onProgress?: (done: number, total: number) => void;
  /** Told each thing that is wrong, in the order of the file; a row can have several. */
  onRefusal?: (refusal: Refusal) => void;
};

export type ImportReport = {
  source: string;
  snapshotOn: Day;
  /** Records of the file, without a header. */
  rowsRead: number;
  /** Records that were not taken in; a header that can't be used counts as one. */
  rowsRefused: number;
  counts: MergeCounts;
};
