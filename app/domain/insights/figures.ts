import { dayOf } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { DAY_MS } from "#app/platform/durations.ts";

/** What a keeper sees the figures of, in this order. */
export const FIGURE_KINDS = ["profile_view", "search_appearance", "shortlist", "enquiry", "review"] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const SPANS = { week: "12 weeks", month: "12 months" } as const;
export type Span = keyof typeof SPANS;
const PARTS = 12;

export function readSpan(params: URLSearchParams): Span {
  return params.get("span") === "month" ? "month" : "week";
}

export type FigureColumn = { start: Day; count: number };
export type Figure = { kind: FigureKind; total: number; columns: FigureColumn[] };

/**
 * First days of the last twelve weeks (from Monday) or months, oldest first, the current one included. Days are those of
 * UTC, as everything is counted.
 */
export function spanStarts(span: Span, today: Day): Day[] {
  const now = new Date(`${today}T00:00:00Z`);
  const monday = now.getTime() - ((now.getUTCDay() + 6) % 7) * DAY_MS;
  return Array.from({ length: PARTS }, (_, at) => {
    const ago = PARTS - 1 - at;
    return span === "week"
      ? dayOf(new Date(monday - ago * 7 * DAY_MS))
      : dayOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)));
  });
}

/** Figures of every kind with a column for each part of the span, noughts included. */
export function toFigures(rows: readonly { kind: FigureKind; start: Day; count: number }[], starts: Day[]): Figure[] {
  return FIGURE_KINDS.map((kind) => {
    const counts = new Map(rows.filter((row) => row.kind === kind).map(({ start, count }) => [start, count]));
    const columns = starts.map((start) => ({ start, count: counts.get(start) ?? 0 }));
    return { kind, total: columns.reduce((sum, { count }) => sum + count, 0), columns };
  });
}
