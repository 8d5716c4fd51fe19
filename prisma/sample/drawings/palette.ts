import type { DrawnSkin, DrawnStage } from "./head-spec.ts";
import type { Random } from "./random.ts";

export const PAPER = "#f5efe4";
export const PAPER_LIGHT = "#fbf7ef";
export const INK_SOFT = "#5b5348";

export interface SkinTones {
  light: string;
  base: string;
  shade: string;
  /** Folds, lids, the outline of ears. */
  line: string;
  /** Irritated skin in the first days. */
  flush: string;
  scar: string;
  pigment: string;
  /** How strongly bare skin catches the light, 0 to 1. */
  shine: number;
}

const SKIN: Record<DrawnSkin, SkinTones> = {
  1: {
    light: "#fbe9dd",
    base: "#f3d8c7",
    shade: "#deb7a1",
    line: "#b98a74",
    flush: "#d9503f",
    scar: "#fdf1ea",
    pigment: "#4a3f39",
    shine: 0.3,
  },
  2: {
    light: "#f6dcc6",
    base: "#ebc5a8",
    shade: "#d1a184",
    line: "#a87658",
    flush: "#cf4a38",
    scar: "#faeadd",
    pigment: "#40362f",
    shine: 0.28,
  },
  3: {
    light: "#ecc9a6",
    base: "#dcae86",
    shade: "#bd8a62",
    line: "#8f6141",
    flush: "#c24531",
    scar: "#f3dcc4",
    pigment: "#362c26",
    shine: 0.24,
  },
  4: {
    light: "#d6a67b",
    base: "#c18d62",
    shade: "#9c6b45",
    line: "#714a2d",
    flush: "#ad3d2a",
    scar: "#e2bd99",
    pigment: "#2a211c",
    shine: 0.2,
  },
  5: {
    light: "#ab7752",
    base: "#935f3e",
    shade: "#6f4429",
    line: "#4d2e1b",
    flush: "#96332a",
    scar: "#bf9070",
    pigment: "#1d1511",
    shine: 0.13,
  },
  6: {
    light: "#7f5440",
    base: "#69422f",
    shade: "#4a2c1f",
    line: "#2e1a12",
    flush: "#7d2b26",
    scar: "#98705a",
    pigment: "#120c0a",
    shine: 0.1,
  },
};

const HAIR: Record<"fair" | "medium" | "deep", readonly string[]> = {
  fair: ["#6b5138", "#57412f", "#433329", "#8a6a45", "#77706a"],
  medium: ["#3d2e24", "#2e231d", "#4a382a", "#666059"],
  deep: ["#1d1714", "#17120f", "#241b16", "#4d4742"],
};
const CLOTH = ["#8aa39f", "#a8a08f", "#7f8fa3", "#b39a86", "#93a084", "#6f8a8b"] as const;

export function skinTones(skin: DrawnSkin): SkinTones {
  return SKIN[skin];
}

function pick<T>(list: readonly [T, ...T[]], random: Random): T;
function pick<T>(list: readonly T[], random: Random): T | undefined;
function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}

export function hairColour(skin: DrawnSkin, random: Random): string {
  return pick(HAIR[skin <= 2 ? "fair" : skin <= 4 ? "medium" : "deep"], random) ?? "#2e231d";
}

function channel(colour: string, index: number): number {
  return Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
}

/** Pigment is chosen to go with the hair, but is always a little darker and greyer than it. */
export function pigmentColour(skin: SkinTones, hair: string): string {
  const mixed = [0, 1, 2].map((index) => Math.round(0.35 * channel(skin.pigment, index) + 0.65 * channel(hair, index)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

export function clothColour(random: Random): string {
  return pick(CLOTH, random);
}

/** How the pigment looks at an age of the result; `before` has none. Lengths are in drawing units of 1/1200. */
export interface PigmentLook {
  opacity: number;
  radius: number;
  /** Width of the edge over which a dot fades into the skin. */
  softness: number;
  /** Shade between the dots, against that of shaved hair. */
  shade: number;
  /** Redness of the skin around them. */
  flush: number;
}
export const PIGMENT: Record<Exclude<DrawnStage, "before">, PigmentLook> = {
  fresh: { opacity: 1, radius: 2.7, softness: 1.2, shade: 0.95, flush: 0.2 },
  healed: { opacity: 0.84, radius: 2.5, softness: 1.8, shade: 0.92, flush: 0 },
  settled: { opacity: 0.7, radius: 2.6, softness: 2.8, shade: 0.75, flush: 0 },
  aged: { opacity: 0.46, radius: 2.9, softness: 4.6, shade: 0.5, flush: 0 },
};
