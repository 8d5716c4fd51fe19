import type { CriterionState } from "#app/domain/criteria/criterion.ts";
import type { Line, Piece } from "#app/domain/profiles/compare-fact.ts";
import type { CompareGroup } from "#app/domain/profiles/compare-profiles.ts";
import { formatDay, formatMoney } from "#app/ui/format.ts";

/** The table as it is read: every cell in words. */
export type WrittenGroup = {
  title: string;
  rows: {
    label: string;
    isDifferent: boolean;
    cells: { state: CriterionState | null; isKnown: boolean; blocks: string[][] }[];
  }[];
};

/** On the server, so that the browser need not know how any fact is worded. */
export function writeGroups(groups: readonly CompareGroup[]): WrittenGroup[] {
  return groups.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map((block) => block.map(writeLine)) })),
    })),
  }));
}

function writeLine(line: Line): string {
  return line.map(writePiece).join("");
}

function writePiece(piece: Piece): string {
  if (typeof piece === "string") return piece;
  return "day" in piece ? formatDay(piece.day) : formatMoney(piece.amount, piece.currency);
}
