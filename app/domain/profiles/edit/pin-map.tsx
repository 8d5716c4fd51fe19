import { useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import type { LatLng } from "#app/domain/places/distance.ts";
import { MOST_KM_FROM_TOWN, movedBy, movedTo, offsetFrom } from "#app/domain/profiles/edit/pin.ts";
import type { Direction } from "#app/domain/profiles/edit/pin.ts";
import { Button } from "#app/ui/button.tsx";

/** Half the width of the map in metres, from near to far; the last holds all that is allowed. */
const REACHES = [500, 2_000, 8_000, MOST_KM_FROM_TOWN * 1_000] as const;
const SIZE = 300;
const HALF = SIZE / 2;
const KEYS: Record<string, Direction> = {
  ArrowUp: "north",
  ArrowDown: "south",
  ArrowLeft: "west",
  ArrowRight: "east",
};

type Props = { centre: LatLng; pin: LatLng; onMove: (to: LatLng) => void };

/**
 * A plain map without streets: the middle of the town, a grid, a scale, and the pin, which is dragged or moved by the arrow
 * keys (with Shift ten steps at once). North is up.
 */
export function PinMap({ centre, pin, onMove }: Props) {
  const offset = offsetFrom(centre, pin);
  const furthest = Math.max(Math.abs(offset.east), Math.abs(offset.north));
  const fitting = REACHES.findIndex((reach) => furthest < reach * 0.9);
  const [step, setStep] = useState(fitting === -1 ? REACHES.length - 1 : fitting);
  const svg = useRef<SVGSVGElement>(null);
  const reach = REACHES[step] ?? REACHES[0];
  const scale = HALF / reach;
  const x = HALF + offset.east * scale;
  const y = HALF - offset.north * scale;

  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return;
    const right = ((event.clientX - box.left) / box.width) * SIZE - HALF;
    const up = HALF - ((event.clientY - box.top) / box.height) * SIZE;
    onMove(movedBy(centre, right / scale, up / scale));
  };
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    follow(event);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
  };
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const direction = KEYS[event.key];
    if (!direction) return;
    event.preventDefault();
    onMove(movedTo(pin, direction, event.shiftKey ? 500 : 50));
  };
  const bar = reach / 2;
  return (
    <div className="pin-map stack stack-tight">
      <svg
        ref={svg}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        role="group"
        aria-label="Map of the town without streets"
      >
        {[1, 2, 3].map((line) => (
          <path key={line} className="pin-grid" d={`M0 ${line * 75}H${SIZE}M${line * 75} 0V${SIZE}`} />
        ))}
        <circle className="pin-centre" cx={HALF} cy={HALF} r="4" />
        <text className="pin-words" x={HALF + 8} y={HALF + 4}>
          Middle of the town
        </text>
        <path className="pin-scale" d={`M12 ${SIZE - 12}h${bar * scale}`} />
        <text className="pin-words" x="12" y={SIZE - 18}>
          {bar < 1_000 ? `${bar} m` : `${bar / 1_000} km`}
        </text>
        <g
          className="pin"
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
          tabIndex={0}
          role="img"
          aria-label={`Pin, ${wordsOf(offset)}. The arrow keys move it.`}
          onKeyDown={onKeyDown}
        >
          <path d="M0 0C-6-10-10-14-10-20a10 10 0 0 1 20 0C10-14 6-10 0 0Z" />
          <circle cx="0" cy="-20" r="3.5" />
        </g>
      </svg>
      <div className="row">
        <Button type="button" look="quiet" disabled={step === 0} onClick={() => setStep(step - 1)}>
          Closer
        </Button>
        <Button type="button" look="quiet" disabled={step === REACHES.length - 1} onClick={() => setStep(step + 1)}>
          Further
        </Button>
      </div>
    </div>
  );
}

/** "350 m north and 1200 m west of the middle of the town". */
function wordsOf({ east, north }: { east: number; north: number }): string {
  const [up, right] = [Math.round(north / 10) * 10, Math.round(east / 10) * 10];
  const parts = [
    up === 0 ? "" : `${Math.abs(up)} m ${up > 0 ? "north" : "south"}`,
    right === 0 ? "" : `${Math.abs(right)} m ${right > 0 ? "east" : "west"}`,
  ].filter(Boolean);
  return parts.length === 0 ? "in the middle of the town" : `${parts.join(" and ")} of the middle of the town`;
}
