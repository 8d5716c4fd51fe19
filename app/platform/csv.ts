/** A cell that a spreadsheet would take for a formula gets an apostrophe before it, which shows it as text (V-07). */
function neutral(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** One line of a CSV file (RFC 4180), with its line end. Texts are harmless in spreadsheets; numbers stay numbers. */
export function csvLine(cells: readonly (string | number | bigint | null)[]): string {
  const written = cells.map((cell) => {
    if (cell === null) return "";
    if (typeof cell !== "string") return String(cell);
    const text = neutral(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(",")}\r\n`;
}
