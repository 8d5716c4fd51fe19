/** A square RGB picture in memory that soft dots and short strokes are painted on. Lengths are in pixels. */
export interface Canvas {
  size: number;
  /** Three bytes a pixel, row by row. */
  pixels: Uint8Array;
}
export type Rgb = readonly [red: number, green: number, blue: number];

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export interface Brush {
  colour: Rgb;
  opacity: number;
  /** Half the width of the mark. */
  radius: number;
  /** Over how many pixels its edge fades: 1 is crisp, more is pigment that has softened. */
  softness: number;
}

/** Paints a stroke with round ends from a point by a step; a step of nothing paints a dot. */
export function paintStroke(canvas: Canvas, x: number, y: number, stepX: number, stepY: number, brush: Brush): void {
  const { size, pixels } = canvas;
  const margin = brush.radius + brush.softness / 2;
  const left = Math.max(0, Math.floor(Math.min(x, x + stepX) - margin));
  const right = Math.min(size - 1, Math.ceil(Math.max(x, x + stepX) + margin));
  const top = Math.max(0, Math.floor(Math.min(y, y + stepY) - margin));
  const bottom = Math.min(size - 1, Math.ceil(Math.max(y, y + stepY) + margin));
  const length2 = stepX * stepX + stepY * stepY;
  const [red, green, blue] = brush.colour;
  for (let row = top; row <= bottom; row += 1) {
    const fromY = row + 0.5 - y;
    for (let column = left; column <= right; column += 1) {
      const fromX = column + 0.5 - x;
      const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, (fromX * stepX + fromY * stepY) / length2));
      const awayX = fromX - along * stepX;
      const awayY = fromY - along * stepY;
      const cover = Math.min(1, (brush.radius - Math.sqrt(awayX * awayX + awayY * awayY)) / brush.softness + 0.5);
      if (cover > 0) blend(pixels, (row * size + column) * 3, red, green, blue, brush.opacity * cover);
    }
  }
}

/** Lays a colour over one pixel; `index` is that of its first byte. Spelt out: it runs some hundred million times. */
function blend(pixels: Uint8Array, index: number, red: number, green: number, blue: number, opacity: number): void {
  const rest = 1 - opacity;
  pixels[index] = (pixels[index] ?? 0) * rest + red * opacity + 0.5;
  pixels[index + 1] = (pixels[index + 1] ?? 0) * rest + green * opacity + 0.5;
  pixels[index + 2] = (pixels[index + 2] ?? 0) * rest + blue * opacity + 0.5;
}

/** A coarse map of how much there is where, which is blurred and read back smoothly. */
export class Field {
  readonly cells: Float32Array;
  constructor(
    readonly size: number,
    readonly cell: number,
  ) {
    this.cells = new Float32Array(size * size);
  }

  add(x: number, y: number, amount: number): void {
    const column = Math.floor(x / this.cell);
    const row = Math.floor(y / this.cell);
    if (column < 0 || row < 0 || column >= this.size || row >= this.size) return;
    const index = row * this.size + column;
    this.cells[index] = (this.cells[index] ?? 0) + amount;
  }

  /** Box blur along both directions, `times` over; three times is close to a Gaussian. */
  blur(reach: number, times: number): void {
    for (let time = 0; time < times; time += 1) {
      this.blurLines(reach, 1, this.size);
      this.blurLines(reach, this.size, 1);
    }
  }

  private blurLines(reach: number, step: number, nextLine: number): void {
    const line = new Float32Array(this.size);
    for (let start = 0; start < this.size; start += 1) {
      const first = start * nextLine;
      for (let at = 0; at < this.size; at += 1) line[at] = this.cells[first + at * step] ?? 0;
      for (let at = 0; at < this.size; at += 1) {
        let sum = 0;
        for (let near = at - reach; near <= at + reach; near += 1) sum += line[near] ?? 0;
        this.cells[first + at * step] = sum / (2 * reach + 1);
      }
    }
  }
}

/** Colour and opacity for each cell of a field's grid: four numbers a cell, colour multiplied by opacity. */
export interface Glaze {
  size: number;
  cell: number;
  cells: Float32Array;
}

/**
 * Lays a glaze over the picture, smoothly between the middles of its cells. `span` gives the first and last pixel of
 * a row that may be touched, or undefined for none.
 */
export function paintGlaze(
  canvas: Canvas,
  glaze: Glaze,
  span: (row: number) => readonly [number, number] | undefined,
): void {
  const { size, pixels } = canvas;
  const line = new Float32Array(glaze.size * 4);
  for (let row = 0; row < size; row += 1) {
    const reach = span(row);
    if (!reach) continue;
    const v = (row + 0.5) / glaze.cell - 0.5;
    const upper = Math.min(glaze.size - 2, Math.max(0, Math.floor(v)));
    const down = Math.min(1, Math.max(0, v - upper));
    const first = upper * glaze.size * 4;
    for (let part = 0; part < line.length; part += 1) {
      const above = glaze.cells[first + part] ?? 0;
      line[part] = above + ((glaze.cells[first + line.length + part] ?? 0) - above) * down;
    }
    for (let column = reach[0]; column <= reach[1]; column += 1) {
      const u = (column + 0.5) / glaze.cell - 0.5;
      const left = Math.min(glaze.size - 2, Math.max(0, Math.floor(u)));
      const share = Math.min(1, Math.max(0, u - left));
      const at = left * 4;
      const opacity = (line[at + 3] ?? 0) * (1 - share) + (line[at + 7] ?? 0) * share;
      if (opacity < 0.004) continue;
      const index = (row * size + column) * 3;
      for (let part = 0; part < 3; part += 1) {
        const colour = (line[at + part] ?? 0) * (1 - share) + (line[at + 4 + part] ?? 0) * share;
        pixels[index + part] = (pixels[index + part] ?? 0) * (1 - opacity) + colour + 0.5;
      }
    }
  }
}
