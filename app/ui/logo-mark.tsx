/** Centres of six dots on a gentle arc, in a box of 168 by 34; whatever shows six things in this way shares them. */
export const ARC_DOTS = [
  { x: 14, y: 25 },
  { x: 42, y: 15 },
  { x: 70, y: 10 },
  { x: 98, y: 10 },
  { x: 126, y: 15 },
  { x: 154, y: 25 },
] as const;

/** A whole circle as a path, starting at its top. */
export function circlePath(x: number, y: number, radius: number): string {
  return `M${x} ${y - radius}a${radius} ${radius} 0 1 1 0 ${2 * radius}a${radius} ${radius} 0 1 1 0-${2 * radius}z`;
}

const SIX_DOTS = ARC_DOTS.map(({ x, y }) => circlePath(x, y, 9)).join("");

/** The mark, in the colour of the text around it. It says nothing by itself: put the name beside it. */
export function LogoMark() {
  return (
    <svg className="mark" viewBox="0 0 168 36" width="168" height="36" fill="currentColor" aria-hidden="true">
      <path d={SIX_DOTS} />
    </svg>
  );
}

/** The mark in a square, for where a picture is missing. */
export function MarkPlaceholder({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="-46 -113 260 260" fill="currentColor" aria-hidden="true">
      <path d={SIX_DOTS} />
    </svg>
  );
}
