import type { ReactNode } from "react";
import { PlainTable } from "#app/ui/plain-table.tsx";
import type { PlainTableProps } from "#app/ui/plain-table.tsx";

/** A table of figures: names on the left, numbers on the right. It scrolls by itself where it is too wide. */
export function FigureTable(table: Omit<PlainTableProps, "cellClass">) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={table.caption}>
      <PlainTable {...table} cellClass="number" />
    </div>
  );
}

/** A picture of figures with its words above and its table behind it. */
export function Chart({ caption, children, table }: { caption: string; children: ReactNode; table: ReactNode }) {
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      {children}
      <details className="disclosure">
        <summary>{`The same as a table`}</summary>
        {table}
      </details>
    </figure>
  );
}

export type ShareBar = {
  label: string;
  /** 0 to 1; null where there is nothing to draw. */
  share: number | null;
  words: string;
};

/** Bars of the whole width for 1. Their figures stand beside them as text. */
export function ShareBars({ bars, label }: { bars: readonly ShareBar[]; label: string }) {
  return (
    <ul className="bars share-bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.label}>
          <span>{bar.label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className="bars-back" width="100" height="10" />
            <rect className="bars-value" width={Math.round((bar.share ?? 0) * 1000) / 10} height="10" />
          </svg>
          <span>{bar.words}</span>
        </li>
      ))}
    </ul>
  );
}
