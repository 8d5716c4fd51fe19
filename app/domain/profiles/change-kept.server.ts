import { findKept } from "#app/domain/profiles/find-kept.server.ts";
import { applyIntents } from "#app/domain/profiles/kept-technicians.ts";
import type { KeepIntent } from "#app/domain/profiles/kept-technicians.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * The list after the intents. Only technicians that readers can see are added, under their current slugs. When there is
 * no room, those who are gone make way first; who still does not fit is in `leftOut`.
 */
export async function changeKept(
  list: readonly string[],
  intents: readonly KeepIntent[],
  most: number,
  tx: Db = db(),
): Promise<{ list: string[]; leftOut: string[] }> {
  const wanted = intents.flatMap(({ does, slug }) => (does === "add" ? [slug] : []));
  const current = new Map((await findKept(wanted, tx)).map(({ asked, slug }) => [asked, slug]));
  const possible = intents.flatMap(({ does, slug }) => {
    if (does !== "add") return [{ does, slug }];
    const found = current.get(slug);
    return found === undefined ? [] : [{ does, slug: found }];
  });
  const after = applyIntents(list, possible, most);
  const unbounded = applyIntents(list, possible, Infinity);
  if (unbounded.length <= most) return { list: after, leftOut: [] };
  const here = new Set((await findKept(list, tx)).map(({ asked }) => asked));
  const stillHere = list.filter((slug) => here.has(slug));
  const roomy = applyIntents(stillHere, possible, most);
  return { list: roomy, leftOut: applyIntents(stillHere, possible, Infinity).filter((slug) => !roomy.includes(slug)) };
}
