import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const ask = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The name of the reader's time zone; null on the server and in the first picture, which must be like the server's. */
export function useBrowserZone(): string | null {
  return useSyncExternalStore<string | null>(never, ask, () => null);
}
