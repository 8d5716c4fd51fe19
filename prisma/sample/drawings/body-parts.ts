import type { HeadView } from "./head-spec.ts";
import type { SkinTones } from "./palette.ts";
import { skullOutline, smoothPath } from "./view.ts";

/** Everything of a person that is not hair, as SVG: `behind` goes under the skull, `over` on top of it. */
export interface BodyParts {
  behind: string;
  /** Outline of all bare skin of the head, filled by the caller. */
  head: string;
  over: string;
}

interface Colours {
  skin: SkinTones;
  hair: string;
  cloth: string;
}

function ear(x: number, y: number, width: number, height: number, tilt: number, skin: SkinTones): string {
  return (
    `<g transform="translate(${x} ${y}) rotate(${tilt})">` +
    `<ellipse rx="${width}" ry="${height}" fill="${skin.base}"/>` +
    `<path d="M${-width * 0.45} ${-height * 0.55}C${width * 0.5} ${-height * 0.75} ${width * 0.75} ${height * 0.1} 0 ${height * 0.55}" stroke="${skin.line}" stroke-width="4" stroke-opacity=".45" fill="none"/>` +
    `<ellipse rx="${width}" ry="${height}" fill="none" stroke="${skin.line}" stroke-width="3" stroke-opacity=".35"/></g>`
  );
}

function fromAbove({ skin, cloth }: Colours): BodyParts {
  const shoulders = "M-40 450C60 350 300 290 600 290S1140 350 1240 450V760C1100 850 840 900 600 900S100 850 -40 760Z";
  const seam = "M128 352C96 480 92 640 128 806";
  return {
    behind:
      `<path d="${shoulders}" fill="${cloth}"/><path d="${shoulders}" fill="url(#fold)"/>` +
      `<path d="${seam}" fill="none" stroke="#1c120b" stroke-opacity=".14" stroke-width="5"/>` +
      `<path transform="translate(1200 0) scale(-1 1)" d="${seam}" fill="none" stroke="#1c120b" stroke-opacity=".14" stroke-width="5"/>` +
      `<ellipse cx="620" cy="570" rx="420" ry="480" fill="url(#cast)"/>` +
      ear(266, 560, 30, 62, 14, skin) +
      ear(934, 560, 30, 62, -14, skin) +
      `<path d="M524 930C540 968 560 1012 600 1014S660 968 676 930Z" fill="${skin.base}"/>` +
      `<path d="M556 976C566 1004 580 1014 600 1014S634 1004 644 976" fill="none" stroke="${skin.line}" stroke-width="4" stroke-opacity=".5"/>`,
    head: smoothPath(skullOutline("top")),
    over: "",
  };
}

// Runs clockwise, as the skull does, so that the two join without a hole where they overlap.
const FACE =
  "M938 520C938 640 924 740 882 834C848 912 802 984 730 1024C684 1050 644 1058 600 1058S516 1050 470 1024C398 984 352 912 318 834C276 740 262 640 262 520Z";

function fromTheFront({ skin, hair, cloth }: Colours): BodyParts {
  const brow =
    "M418 700C450 676 500 672 546 688C552 692 550 702 544 702C500 694 458 698 424 712C414 714 410 706 418 700Z";
  const lid = "M438 772C460 788 512 790 536 774";
  const side = (path: string, paint: string): string =>
    `<path d="${path}" ${paint}/><path transform="translate(1200 0) scale(-1 1)" d="${path}" ${paint}/>`;
  return {
    behind:
      `<path d="M440 900H760V1200H440Z" fill="${skin.shade}"/>` +
      `<path d="M60 1200C90 1120 240 1096 420 1080C470 1150 540 1172 600 1172S730 1150 780 1080C960 1096 1110 1120 1140 1200Z" fill="${cloth}"/>` +
      ear(252, 560, 36, 82, -8, skin) +
      ear(948, 560, 36, 82, 8, skin),
    head: `${smoothPath(skullOutline("front"))}${FACE}`,
    over:
      side(brow, `fill="${hair}" fill-opacity=".8"`) +
      side(lid, `fill="none" stroke="${skin.line}" stroke-width="6" stroke-opacity=".8"`) +
      `<path d="M572 880C578 898 622 898 628 880" fill="none" stroke="${skin.line}" stroke-width="6" stroke-opacity=".6"/>` +
      `<path d="M626 790C632 826 646 848 648 868" fill="none" stroke="${skin.line}" stroke-width="5" stroke-opacity=".35"/>` +
      `<path d="M540 964C572 974 628 974 660 964" fill="none" stroke="${skin.line}" stroke-width="6" stroke-opacity=".65"/>`,
  };
}

function fromBehind({ skin, cloth }: Colours): BodyParts {
  return {
    behind:
      ear(254, 668, 34, 84, 10, skin) +
      ear(946, 668, 34, 84, -10, skin) +
      `<path d="M428 860C430 980 420 1060 380 1110H820C780 1060 770 980 772 860Z" fill="${skin.base}"/>` +
      `<path d="M428 860C430 980 420 1060 380 1110H820C780 1060 770 980 772 860Z" fill="url(#nape)"/>` +
      `<path d="M30 1200C60 1110 230 1082 404 1056C470 1092 540 1100 600 1100S730 1092 796 1056C970 1082 1140 1110 1170 1200Z" fill="${cloth}"/>` +
      `<path d="M404 1056C470 1092 540 1100 600 1100S730 1092 796 1056L806 1078C740 1118 660 1126 600 1126S460 1118 394 1078Z" fill="#fff" fill-opacity=".16"/>`,
    head: smoothPath(skullOutline("crown")),
    over: "",
  };
}

const PARTS: Record<HeadView, (colours: Colours) => BodyParts> = {
  top: fromAbove,
  front: fromTheFront,
  crown: fromBehind,
};

export function bodyParts(view: HeadView, colours: Colours): BodyParts {
  return PARTS[view](colours);
}
