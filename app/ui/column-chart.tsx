const HEIGHT = 120;
const STEP = 40;
const WIDTH = 24;

export type ChartColumn = {
  key: string;
  /** Under the column; `below` stands under that. */
  label: string;
  below?: string | undefined;
  /** From below, each with the class that draws it. */
  parts: readonly { kind: string; value: number }[];
};

/** Columns of the same width, with their sums above. Decoration of the table behind it. */
export function ColumnChart({ columns }: { columns: readonly ChartColumn[] }) {
  const sum = ({ parts }: ChartColumn) => parts.reduce((all, { value }) => all + value, 0);
  const top = Math.max(1, ...columns.map(sum));
  const base = HEIGHT + 18;
  const depth = columns.some(({ below }) => below !== undefined) ? 62 : 42;
  return (
    <svg className="column-chart" viewBox={`0 0 ${columns.length * STEP} ${HEIGHT + depth}`} aria-hidden="true">
      {columns.map((column, at) => {
        const x = at * STEP + (STEP - WIDTH) / 2;
        let y = base;
        return (
          <g key={column.key}>
            {column.parts.map(({ kind, value }) => {
              const height = (value / top) * HEIGHT;
              y -= height;
              return <rect key={kind} className={kind} x={x} y={y} width={WIDTH} height={height} />;
            })}
            <text x={x + WIDTH / 2} y={y - 5}>
              {sum(column)}
            </text>
            <text x={x + WIDTH / 2} y={base + 18}>
              {column.label}
            </text>
            {column.below === undefined ? null : (
              <text x={x + WIDTH / 2} y={base + 36}>
                {column.below}
              </text>
            )}
          </g>
        );
      })}
      <path className="chart-line" d={`M0 ${HEIGHT + 18.5}h${columns.length * STEP}`} />
    </svg>
  );
}
