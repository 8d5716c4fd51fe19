import { mergeListings } from "#app/domain/registers/merge-listings.server.ts";
import type { Listing, Origin } from "#app/domain/registers/listing.ts";
import type { MergeCounts } from "#app/domain/registers/merge-counts.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { PrismaClient } from "#app/platform/generated/prisma/client.ts";

const ATTEMPTS = 5;
const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };
/** Serialization failure, deadlock, lock not to be had in time, and a slug that somebody else took meanwhile. */
const PASSING_STATES = /\b(?:40001|40P01|55P03|23505)\b/u;

/** Carries a dry run's result out of the transaction that it undoes. */
class DryRun extends Error {
  readonly counts: MergeCounts;
  constructor(counts: MergeCounts) {
    super("dry run");
    this.counts = counts;
  }
}

/** Merges a batch of listings in a transaction of its own, again where other writers were in the way. */
export async function saveListings(
  listings: Listing[],
  origin: Origin,
  { isDryRun, database }: { isDryRun: boolean; database: PrismaClient },
): Promise<MergeCounts> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.$transaction(async (tx) => {
        const counts = await mergeListings(listings, origin, tx);
        if (isDryRun) throw new DryRun(counts);
        return counts;
      }, TRANSACTION);
    } catch (error) {
      if (error instanceof DryRun) return error.counts;
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2002" || error.code === "P2034") return true;
  return error.code === "P2010" && PASSING_STATES.test(`${error.message} ${JSON.stringify(error.meta ?? {})}`);
}
