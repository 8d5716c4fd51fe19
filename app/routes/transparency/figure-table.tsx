import type { ReactNode } from "react";

export type Cell = string | number | null;

/** A table of figures: names on the left, numbers on the right; a null is a dash. */
export function FigureTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly [name: string, ...cells: Cell[]])[];
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at === 0 ? undefined : "number"}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1] ?? at} className="number">
                  {cell ?? "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
