import { dayOf } from "#app/domain/criteria/evidence.ts";
import { CountBuffer } from "#app/domain/insights/count-buffer.ts";
import type { InsightKind } from "#app/domain/insights/insight.ts";
import { isByAPerson, isOpening } from "#app/domain/insights/who-asks.server.ts";
import { sessionIdOf } from "#app/platform/sessions.server.ts";

/** The counts of this process that are not written down yet; see follow-counts.server.ts. */
export const buffer = new CountBuffer();

/**
 * Counts that profiles were shown to whoever asks, by current slug. For loaders, once their answer is settled: it asks
 * nothing, waits for nothing and never throws. Robots, what is fetched in advance and further looks of a page that is
 * open already don't count; keepers and moderators are left out when the counts are written.
 */
export function countShown(
  kind: "profile_view" | "search_appearance",
  slugs: readonly string[],
  request: Request,
): void {
  if (isOpening(request)) count(kind, slugs, request);
}

/** Counts that somebody has put profiles on their shortlist. Taking them off again changes nothing. */
export function countShortlisted(slugs: readonly string[], request: Request): void {
  count("shortlist", slugs, request);
}

function count(kind: InsightKind, slugs: readonly string[], request: Request): void {
  if (slugs.length === 0 || !isByAPerson(request)) return;
  const session = sessionIdOf(request.headers.get("Cookie"));
  const day = dayOf(new Date());
  for (const slug of slugs) buffer.add({ kind, slug, day, session, count: 1 });
}
