import { encode } from "uqr";

/** Modules of quiet around the code: readers need four. */
const QUIET = 4;

/** One SVG path in a square of `size` units, without the light ground. */
type QrDrawing = { size: number; path: string };

/** A QR code as one path: drawn on the server, so that no page carries the code that makes it. */
export function drawQrCode(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  // Runs of dark modules, row by row.
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  return { size, path: runs.join("") };
}
