/** A plain text table: the first column to the left, numbers to the right. */
export function renderTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(headings), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

export const ms = (value: number): string => value.toFixed(2);
export const ratio = (value: number): string => `${value.toFixed(2)} x`;
export const whole = (value: number): string => Math.round(value).toLocaleString("en-GB");
