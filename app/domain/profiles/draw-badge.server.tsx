import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { CRITERIA, CRITERION_KEYS, CRITERION_STATES } from "#app/domain/criteria/criterion.ts";
import { dotName, dotPath } from "#app/domain/criteria/criterion-dot.tsx";
import { BADGE_SIZES } from "#app/domain/profiles/badge.ts";
import type { Badge, BadgeLook, BadgeTheme } from "#app/domain/profiles/badge.ts";
import { formatDay } from "#app/ui/format.ts";
import { ARC_DOTS } from "#app/ui/logo-mark.tsx";

/** The site's own colours, which a picture on another site can't borrow. */
const LIGHT = "--paper:#fffdf9;--ink:#21241f;--soft:#595c53;--line:#dcd4c5;--accent:#0d5c58;--amber:#7d4a00";
const DARK = "--paper:#211f1c;--ink:#ece7dd;--soft:#b5ada0;--line:#3b3732;--accent:#77c9be;--amber:#f0bd66";
const COLOURS: Record<BadgeTheme, string> = {
  light: `svg{${LIGHT}}`,
  dark: `svg{${DARK}}`,
  auto: `svg{${LIGHT}}@media (prefers-color-scheme:dark){svg{${DARK}}}`,
};
/** As in criteria-strip.css: the shape says the state, the colour only repeats it. */
const SHAPES = [
  "text{font-family:system-ui,sans-serif;fill:var(--ink);font-size:13px}",
  ".card{fill:var(--paper);stroke:var(--line)}.soft{fill:var(--soft)}.tiny{font-size:11px}",
  ".name{font-size:15px;font-weight:600}.end{text-anchor:end}",
  ".dot{fill:none;stroke:var(--soft);stroke-width:1.6;stroke-linecap:round}",
  ".checked{fill:var(--accent);stroke:var(--accent);stroke-width:2}",
  ".self_declared{stroke:var(--accent);stroke-width:2.6}",
  ".being_checked{fill:var(--accent);fill-rule:evenodd;stroke:var(--accent);stroke-width:2}",
  ".expired{stroke:var(--amber);stroke-width:2.4;stroke-dasharray:2.6 3.4;stroke-linecap:butt}",
].join("");

/** What XML can't hold at all, escaped or not. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const LONGEST_NAME = 36;

/** The badge as an SVG document that needs nothing else. Whatever a name holds, it is text. */
export function drawBadge(badge: Badge, { size, theme }: BadgeLook): string {
  const name = badge.name.replace(NOT_XML, "");
  const day = `as of ${formatDay(badge.asOf)}`;
  const marks = [badge.isUnclaimed ? "unclaimed listing" : "", badge.isSample ? "sample, invented" : ""].filter(
    Boolean,
  );
  const told = CRITERION_KEYS.map((criterion) => dotName(criterion, badge.states[criterion])).join(". ");
  const body = size === "small" ? <Small {...{ badge, day, marks }} /> : <Wide {...{ badge, name, day, marks }} />;
  return draw(BADGE_SIZES[size], theme, `${[`${name} on Hairline`, ...marks].join(", ")}, ${day}`, `${told}.`, body);
}

/** In the badge's place where there is none. */
export function drawNoBadge(words: string, { size, theme }: BadgeLook): string {
  const body = (
    <text className="soft" x={16} y={BADGE_SIZES[size].height / 2 + 5}>
      {words}
    </text>
  );
  return draw(BADGE_SIZES[size], theme, words, "Hairline has nothing to show here.", body);
}

function draw(
  { width, height }: { width: number; height: number },
  theme: BadgeTheme,
  title: string,
  description: string,
  body: ReactNode,
): string {
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="title"
      aria-describedby="states"
    >
      <title id="title">{title}</title>
      <desc id="states">{description}</desc>
      <style>{COLOURS[theme] + SHAPES}</style>
      <rect className="card" x={0.5} y={0.5} width={width - 1} height={height - 1} rx={10} />
      {body}
    </svg>,
  );
}

type Parts = { badge: Badge; day: string; marks: string[] };

function Small({ badge, day, marks }: Parts) {
  return (
    <>
      {CRITERION_KEYS.map((criterion, at) => {
        const { x, y } = ARC_DOTS[at] ?? ARC_DOTS[0];
        const state = badge.states[criterion];
        return <path key={criterion} className={`dot ${state}`} d={dotPath(state, x + 22, y + 4, 7)} />;
      })}
      <text className="name" x={16} y={62}>
        Hairline
      </text>
      <text className="soft tiny end" x={196} y={62}>
        {marks.length > 0 ? marks.join(", ") : day}
      </text>
    </>
  );
}

function Wide({ badge, name, day, marks }: Parts & { name: string }) {
  const letters = [...name];
  return (
    <>
      <text className="name" x={16} y={29}>
        {letters.length > LONGEST_NAME
          ? `${letters
              .slice(0, LONGEST_NAME - 1)
              .join("")
              .trimEnd()}…`
          : name}
      </text>
      <text className="soft tiny" x={16} y={48}>
        {["On Hairline", ...marks, day].join(", ")}
      </text>
      {CRITERION_KEYS.map((criterion, at) => {
        const state = badge.states[criterion];
        const y = 74 + at * 27;
        return (
          <g key={criterion}>
            <path className={`dot ${state}`} d={dotPath(state, 25, y, 7.5)} />
            <text x={44} y={y + 4.5}>
              {CRITERIA[criterion].title}
            </text>
            <text className="soft end" x={364} y={y + 4.5}>
              {CRITERION_STATES[state]}
            </text>
          </g>
        );
      })}
    </>
  );
}
