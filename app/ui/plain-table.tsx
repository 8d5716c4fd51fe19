type Cell = string | number | null;

export type PlainTableProps = {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly [name: string, ...cells: Cell[]])[];
  cellClass?: string;
};

/** A table whose rows are named by their first cell. A null is a dash; `cellClass` is for the other cells and their heads. */
export function PlainTable({ caption, heads, rows, cellClass }: PlainTableProps) {
  return (
    <table className="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={at === 0 ? undefined : cellClass}>
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
              <td key={heads[at + 1] ?? at} className={cellClass}>
                {cell ?? "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
