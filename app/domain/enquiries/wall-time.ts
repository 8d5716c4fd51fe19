import { dayWords } from "#app/domain/technicians/fact-words.ts";

/*
 * Times as people on the spot write them ("2026-06-10T14:30"), and the zone they mean: an offset such as "+05:30", or a
 * name such as "Europe/London" that a browser knows of itself.
 */
const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;
const OFFSET = /^([+-])(\d\d):(\d\d)$/;
const MINUTE = 60_000;

/** Offsets that are in use somewhere, for browsers without JavaScript. */
export const UTC_OFFSETS: readonly string[] = [
  ..."-12:00 -11:00 -10:00 -09:30 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:30 -03:00 -02:00 -01:00".split(" "),
  ..."+00:00 +01:00 +02:00 +03:00 +03:30 +04:00 +04:30 +05:00 +05:30 +05:45 +06:00 +06:30 +07:00 +08:00".split(" "),
  ..."+08:45 +09:00 +09:30 +10:00 +10:30 +11:00 +12:00 +12:45 +13:00 +14:00".split(" "),
];

export function isZone(zone: string): boolean {
  if (OFFSET.test(zone)) return UTC_OFFSETS.includes(zone);
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+){0,2}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant that a wall clock in that zone shows so. Null for what is no time, and for times that don't exist there,
 * because the clocks go forward over them. Of a time that comes twice in autumn it is the first.
 */
export function toInstant(wall: string, zone: string): Date | null {
  const parts = WALL.exec(wall);
  if (!parts || !isZone(zone)) return null;
  const asUtc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(wall)) return null;
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (sign !== undefined) {
    return new Date(asUtc - (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE);
  }
  // The zone's offset a day before and a day after: between them lies at most one change of the clocks.
  const DAY = 24 * 60 * MINUTE;
  const candidates = [asUtc - DAY, asUtc + DAY].map((around) => asUtc - offsetAt(around, zone));
  const exact = candidates.filter((instant) => instant + offsetAt(instant, zone) === asUtc);
  return exact.length === 0 ? null : new Date(Math.min(...exact));
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant (whole minutes). */
function offsetAt(instant: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / MINUTE) * MINUTE;
}

/** "10 June 2026, 14:30 UTC", for readers whose browser doesn't say it in their own time. */
export function utcWords(at: string): string {
  const date = new Date(at);
  return `${dayWords(date)}, ${date.toISOString().slice(11, 16)} UTC`;
}
