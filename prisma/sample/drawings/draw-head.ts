import { bodyParts } from "./body-parts.ts";
import { follicles, type Follicles } from "./follicles.ts";
import { headKey, type HeadSpec } from "./head-spec.ts";
import { sampleLabel } from "./label.ts";
import { longHair } from "./long-hair.ts";
import { clothColour, hairColour, PAPER, PAPER_LIGHT, skinTones, type SkinTones } from "./palette.ts";
import { seededRandom, seedOf } from "./random.ts";
import { scalpOf, type Scalp } from "./scalp.ts";
import { facing, number, onSkull, project } from "./view.ts";

const ROUND = {
  top: { cx: 570, cy: 500, r: 500 },
  front: { cx: 570, cy: 560, r: 640 },
  crown: { cx: 570, cy: 500, r: 500 },
};

function gradient(
  id: string,
  cx: number,
  cy: number,
  r: number,
  stops: readonly (readonly [at: number, colour: string, opacity?: number])[],
): string {
  const inner = stops.map(
    ([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  );
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${cx}" cy="${cy}" r="${r}">${inner.join("")}</radialGradient>`;
}

function definitions(spec: HeadSpec, skin: SkinTones): string {
  const round = ROUND[spec.view];
  return (
    `<defs>` +
    gradient("paper", 560, 480, 820, [
      [0, PAPER_LIGHT],
      [1, PAPER],
    ]) +
    gradient("skin", 500, 400, 640, [
      [0, skin.light],
      [0.5, skin.base],
      [1, skin.shade],
    ]) +
    gradient("shine", 490, 350, 250, [
      [0, "#fff", skin.shine],
      [1, "#fff", 0],
    ]) +
    gradient("round", round.cx, round.cy, round.r, [
      [0.62, "#1c120b", 0],
      [1, "#1c120b", 0.26],
    ]) +
    `<radialGradient id="cast"><stop offset=".72" stop-color="#1c120b" stop-opacity=".3"/><stop offset="1" stop-color="#1c120b" stop-opacity="0"/></radialGradient>` +
    `<linearGradient id="fold" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".14"/><stop offset="1" stop-color="#1c120b" stop-opacity=".16"/></linearGradient>` +
    `<linearGradient id="nape" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${skin.line}" stop-opacity=".75"/><stop offset=".7" stop-color="${skin.line}" stop-opacity="0"/></linearGradient>` +
    `</defs>`
  );
}

function scarMarks(scalp: Scalp, spec: HeadSpec, skin: SkinTones): string {
  const marks = scalp.scars
    .filter(({ unit }) => facing(spec.view, unit) > 0.15)
    .map(({ unit, radius }) => {
      const at = project(spec.view, onSkull(unit));
      return `<circle cx="${number(at.x)}" cy="${number(at.y)}" r="${number(radius * 7.4)}"/>`;
    });
  return marks.length === 0 ? "" : `<g fill="${skin.scar}" opacity=".75">${marks.join("")}</g>`;
}

/** A head in its two parts: the picture without short hair, and where each follicle is. */
export interface DrawnHead {
  svg: string;
  sites: Follicles;
  colours: { hair: string; skin: SkinTones };
}

/**
 * Draws an invented head as SVG of 1200 x 1200 units with "Sample illustration" in it. Deterministic: the same spec
 * gives the same head on every machine, and the stage makes no difference to it. Shaved hair and pigment are not in
 * the SVG (thousands of dots cost seconds as vectors): `paintFollicles` paints them on the rendered picture.
 */
export function drawHead(spec: HeadSpec): DrawnHead {
  const seed = seedOf(headKey(spec));
  const random = seededRandom(seed);
  const skin = skinTones(spec.skin);
  const hair = hairColour(spec.skin, random);
  const parts = bodyParts(spec.view, { skin, hair, cloth: clothColour(random) });
  const scalp = scalpOf(spec, seed);
  const sites = follicles(spec, scalp, random);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200">` +
    definitions(spec, skin) +
    `<rect width="1200" height="1200" fill="url(#paper)"/>` +
    parts.behind +
    `<path d="${parts.head}" fill="url(#skin)"/><path d="${parts.head}" fill="url(#shine)"/><path d="${parts.head}" fill="url(#round)"/>` +
    parts.over +
    scarMarks(scalp, spec, skin) +
    (spec.pattern === "part_line" ? longHair(spec, { hair, skin }, random) : "") +
    sampleLabel() +
    `</svg>`;
  return { svg, sites, colours: { hair, skin } };
}
