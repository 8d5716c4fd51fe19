/** What an import did, for its report: how many are new, changed, or were there already just so. */
export type Tally = { new: number; changed: number; kept: number };
export type MergeCounts = {
  listings: Tally;
  inspections: Tally;
  infractions: Tally;
  /** Rows of the database that were added or changed. */
  rowsChanged: number;
};

export function noCounts(): MergeCounts {
  const none = () => ({ new: 0, changed: 0, kept: 0 });
  return { listings: none(), inspections: none(), infractions: none(), rowsChanged: 0 };
}

export function addCounts(a: MergeCounts, b: MergeCounts): MergeCounts {
  return {
    listings: addTallies(a.listings, b.listings),
    inspections: addTallies(a.inspections, b.inspections),
    infractions: addTallies(a.infractions, b.infractions),
    rowsChanged: a.rowsChanged + b.rowsChanged,
  };
}

function addTallies(a: Tally, b: Tally): Tally {
  return { new: a.new + b.new, changed: a.changed + b.changed, kept: a.kept + b.kept };
}
