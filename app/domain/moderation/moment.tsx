import { formatDay } from "#app/ui/format.ts";

/** "22 November 2026, 14:32 UTC", or the time alone: written the same by server and browser. */
export function Moment({ at, isTimeOnly = false }: { at: string; isTimeOnly?: boolean }) {
  const time = `${at.slice(11, 16)} UTC`;
  return <time dateTime={at}>{isTimeOnly ? time : `${formatDay(at)}, ${time}`}</time>;
}
