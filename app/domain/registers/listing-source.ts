import { listNameOf, readableKey, registerOf } from "#app/domain/registers/register.ts";

/** What people read for the source of a listing: a register's title, the name of a list, or the key in words. */
export function listingSourceTitle(source: string): string {
  return registerOf(source)?.title ?? listNameOf(source) ?? readableKey(source);
}
