import type { HeadSpec } from "./head-spec.ts";
import type { SkinTones } from "./palette.ts";
import type { Random } from "./random.ts";
import { number } from "./view.ts";

/** Half the width of the bare part line at a height of the drawing (units): widest in front, closing at the crown. */
export function halfPart(y: number, extent: 1 | 2 | 3): number {
  const share = Math.min(1, Math.max(0, (y - 250) / 630));
  const part = (7 + 15 * extent) * Math.sin(Math.PI * (0.06 + 0.62 * share)) * (0.35 + 0.65 * share);
  // In front the two sides fall away from each other.
  return part + Math.max(0, y - 830) ** 1.6 / 22;
}

const FRONT = 912;
const BACK = 250;

function strand(side: 1 | -1, share: number, extent: 1 | 2 | 3, random: Random): string {
  const y = BACK - 60 + share * (FRONT - BACK + 40);
  const start = 600 + side * (halfPart(y, extent) + random() * 8 - 3);
  const reach = 372 + random() * 14;
  // Hair near the front sweeps along the temple and back; hair near the crown falls straight to the side.
  const endY = 330 + share * 590 + random() * 30;
  const endX = 600 + side * reach * Math.sqrt(Math.max(0.25, 1 - ((endY - 560) / 470) ** 2));
  const bow = 600 + side * (130 + random() * 30);
  return `M${number(start)} ${number(y)}C${number(bow)} ${number(y - 20 - random() * 22)} ${number(endX - side * 70)} ${number(endY - 90)} ${number(endX)} ${number(endY)}`;
}

/** Long hair seen from above, parted in the middle, with the scalp of the part line showing between the strands. */
export function longHair(spec: HeadSpec, colours: { hair: string; skin: SkinTones }, random: Random): string {
  const { hair } = colours;
  const steps = Array.from({ length: 23 }, (_, step) => BACK + ((FRONT - BACK) * step) / 22);
  const left = steps.map((y) => `${number(600 - halfPart(y, spec.extent))} ${number(y)}`);
  const right = [...steps].reverse().map((y) => `${number(600 + halfPart(y, spec.extent))} ${number(y)}`);
  const part = `M${[...left, ...right].join("L")}Z`;
  const mass =
    "M600 96C380 96 226 280 214 540C206 740 246 890 322 962C362 996 410 972 444 942C490 906 548 898 600 898C652 898 710 906 756 942C790 972 838 996 878 962C954 890 994 740 986 540C974 280 820 96 600 96Z";
  const strands = (count: number): string =>
    Array.from({ length: count }, (_, index) =>
      strand(index % 2 === 0 ? 1 : -1, (index + random()) / count, spec.extent, random),
    ).join("");
  const back = Array.from({ length: 64 }, () => {
    const turn = (random() * 2 - 1) * 1.25;
    const [endX, endY] = [600 + Math.sin(turn) * 378, 556 - Math.cos(turn) * 452];
    return `M${number(600 + turn * 10)} ${number(BACK - 8 + random() * 10)}Q${number(600 + (endX - 600) * 0.55)} ${number(BACK - 60 + random() * 16)} ${number(endX)} ${number(endY)}`;
  });
  const fine = Array.from({ length: 16 * spec.extent }, () => {
    const y = BACK + 60 + random() * (FRONT - BACK - 80);
    const side = random() < 0.5 ? 1 : -1;
    return `M${number(600 + side * halfPart(y, spec.extent) * random())} ${number(y)}q${number(side * 18)} ${number(-10 - random() * 10)} ${number(side * 46)} ${number(-6)}`;
  }).join("");
  // Single strands that lie over the edge of the part, so that it is no cut line.
  const edges = Array.from({ length: 150 }, (_, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    const y = BACK - 16 + ((index + random()) / 150) * 620;
    const half = halfPart(y, spec.extent) * (0.5 + random() * 0.5);
    return `M${number(600 + side * half)} ${number(y + 6)}q${number(side * 10)} ${number(-10)} ${number(side * (34 + random() * 20))} ${number(-12 - random() * 8)}`;
  }).join("");
  return (
    `<path d="${mass}" fill="${hair}"/>` +
    `<g fill="none" stroke-linecap="round">` +
    `<path d="${strands(120)}" stroke="#fff" stroke-opacity=".17" stroke-width="3"/>` +
    `<path d="${strands(120)}" stroke="#000" stroke-opacity=".22" stroke-width="4"/>` +
    `<path d="${back.slice(0, 32).join("")}" stroke="#fff" stroke-opacity=".17" stroke-width="3"/>` +
    `<path d="${back.slice(32).join("")}" stroke="#000" stroke-opacity=".22" stroke-width="4"/>` +
    `</g>` +
    `<clipPath id="part"><path d="${part}"/></clipPath>` +
    `<g clip-path="url(#part)"><path d="${part}" fill="url(#skin)"/><path d="${part}" fill="url(#round)"/></g>` +
    `<path d="${edges}" fill="none" stroke="${hair}" stroke-width="5" stroke-linecap="round"/>` +
    `<path d="${fine}" fill="none" stroke="${hair}" stroke-opacity=".8" stroke-width="3" stroke-linecap="round"/>`
  );
}
