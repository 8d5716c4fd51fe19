import { MOST_PRICES } from "#app/domain/profiles/edit/bounds.ts";
import type { PriceContent, PriceRow } from "#app/domain/profiles/edit/price.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

export type PriceChange =
  | { act: "add"; id: string; price: PriceContent }
  | { act: "edit"; id: string; price: PriceContent }
  | { act: "remove" | "up" | "down"; id: string };

export type PriceRefusal = "not_found" | "too_many" | "there_already";

/**
 * The list of prices after a change, in the order of the page: by treatment, then as its keeper put them. Up and down move
 * within a treatment; at the end of it nothing moves. The same price twice is refused.
 */
export function changePrices(
  rows: readonly PriceRow[],
  change: PriceChange,
  order: readonly string[],
): Result<PriceRow[], PriceRefusal> {
  const at = rows.findIndex(({ id }) => id === change.id);
  if (change.act === "add") {
    if (rows.length >= MOST_PRICES) return refuse("too_many");
    if (rows.some((row) => isSame(row, change.price))) return refuse("there_already");
    return ok(sorted([...rows, { id: change.id, ...change.price }], order));
  }
  const row = rows[at];
  if (!row) return refuse("not_found");
  if (change.act === "edit") {
    if (rows.some((other) => other.id !== change.id && isSame(other, change.price))) return refuse("there_already");
    return ok(sorted(rows.with(at, { id: change.id, ...change.price }), order));
  }
  if (change.act === "remove") return ok(rows.filter(({ id }) => id !== change.id));
  const other = at + (change.act === "up" ? -1 : 1);
  const neighbour = rows[other];
  if (!neighbour || neighbour.treatment !== row.treatment) return ok([...rows]);
  return ok(rows.with(at, neighbour).with(other, row));
}

/** By treatment; within one the order stays. */
function sorted(rows: readonly PriceRow[], order: readonly string[]): PriceRow[] {
  return rows.toSorted((a, b) => order.indexOf(a.treatment) - order.indexOf(b.treatment));
}

function isSame({ id: _, ...row }: PriceRow, price: PriceContent): boolean {
  const keys = Object.keys(price) as (keyof PriceContent)[];
  return keys.every((key) => row[key] === price[key]);
}
