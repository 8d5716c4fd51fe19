/** A PDF of so many pages in A4, each with its words; for tests and the sample data. */
export function drawPdf(
  pages: readonly { lines: readonly { text: string; size?: number; x?: number; y: number }[] }[],
  { box = "0 0 595 842" } = {},
): Buffer {
  const kids = pages.map((_, index) => `${3 + index * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap(({ lines }, index) => {
      const drawn = lines
        .map(({ text, size = 18, x = 60, y }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
        .join("\n");
      const font =
        "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>";
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources ${font} /Contents ${4 + index * 2} 0 R >>`,
        `<< /Length ${Buffer.byteLength(drawn, "latin1")} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  return assemble(objects);
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, "\\$&").replace(/[^\x20-\xff]/g, "?");
}

/** Numbered objects, their places and the trailer: a whole file. The first object is the catalog. */
export function assemble(objects: readonly string[], trailer = ""): Buffer {
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(place).padStart(10, "0");
  });
  const table = places.map((place) => `${place} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
