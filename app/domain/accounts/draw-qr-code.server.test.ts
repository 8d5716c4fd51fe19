import { encode } from "uqr";
import { expect, test } from "vitest";
import { drawQrCode } from "#app/domain/accounts/draw-qr-code.server.ts";

/** The dark modules that a path fills, row by row. */
function filled({ size, path }: ReturnType<typeof drawQrCode>): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)) {
    expect(back).toBe(x);
    for (let at = Number(x); at < Number(x) + Number(width); at++) {
      const row = rows[Number(y)];
      if (row) row[at] = true;
    }
  }
  return rows;
}

test("fills exactly the dark modules, with four of quiet around them", () => {
  const text = "otpauth://totp/Hairline:ada%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Hairline";
  const drawing = drawQrCode(text);
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  expect(drawing.size).toBe(size);
  expect(filled(drawing)).toEqual(data);
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y]] : []))).flat();
  expect([Math.min(...dark), Math.max(...dark)]).toEqual([4, size - 5]);
});
