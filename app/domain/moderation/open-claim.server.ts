import { z } from "zod";
import { claimItem } from "#app/domain/moderation/claim-item.server.ts";
import { listNextHandedIn } from "#app/domain/moderation/list-handed-in.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Takes a claim on a listing, or keeps it for another quarter of an hour. `changed`: it no longer waits. */
export async function openClaimItem(
  viewer: Pick<Viewer, "userId">,
  id: string,
  now: Date,
): Promise<Result<{ expiresAt: Date }, "own_matter" | "claimed" | "changed">> {
  return db().$transaction(async (tx) => {
    const locked = z.array(z.unknown()).parse(
      await tx.$queryRaw`SELECT 1 FROM "ListingClaim"
        WHERE id = ${id}::uuid AND status IN ('awaiting_code', 'awaiting_moderator') FOR UPDATE SKIP LOCKED`,
    );
    return locked.length === 0 ? refuse("changed") : claimItem(viewer, "listing_claim", id, now, tx);
  });
}

/** Opens what has waited longest and nobody has open; null when there is nothing left for this moderator. */
export async function openNextClaimItem(viewer: Pick<Viewer, "userId">, now: Date): Promise<string | null> {
  for (const id of await listNextHandedIn(viewer, { kind: "listing_claim" }, now)) {
    if ((await openClaimItem(viewer, id, now)).ok) return id;
  }
  return null;
}
