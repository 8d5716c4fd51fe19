import type { Json } from "#app/domain/technicians/revision.ts";

/** Why name, address and places of a claimed listing wait: readers are told that the page shows what a source says. */
export const LISTED_UNTIL_PUBLISHED =
  "Until you publish your profile, the page says what the register says. You can change this as soon as it is published.";

/** What may not change yet while readers still see the listing. */
export function listedFields(
  before: { [key: string]: Json },
  after: { [key: string]: Json },
): Record<string, string[]> {
  return before["name"] === after["name"] ? {} : { name: [LISTED_UNTIL_PUBLISHED] };
}
