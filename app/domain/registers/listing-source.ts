import { listNameOf, registerOf } from "#app/domain/registers/register.ts";

/** What people read for the source of a listing: a register's title, the name of a list, or the key in words. */
export function listingSourceTitle(source: string): string {
  return registerOf(source)?.title ?? listNameOf(source) ?? readableKey(source);
}

/** "sample-register" as "Sample register". */
function readableKey(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
