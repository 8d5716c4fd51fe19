import { useBrowserZone } from "#app/domain/enquiries/use-browser-zone.ts";
import { utcWords } from "#app/domain/enquiries/wall-time.ts";

/** An instant: in UTC as it comes from the server, in the reader's own time once their browser says which. */
export function LocalTime({ at }: { at: string }) {
  const zone = useBrowserZone();
  return <time dateTime={at}>{zone === null ? utcWords(at) : localWords(at, zone)}</time>;
}

function localWords(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  return format.format(new Date(at));
}
