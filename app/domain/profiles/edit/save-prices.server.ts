import { changePrices } from "#app/domain/profiles/edit/change-prices.ts";
import type { PriceChange, PriceRefusal } from "#app/domain/profiles/edit/change-prices.ts";
import { differencesOf } from "#app/domain/profiles/edit/describe-content.ts";
import { priceTitle, priceWords } from "#app/domain/profiles/edit/price.ts";
import type { PriceRow } from "#app/domain/profiles/edit/price.ts";
import type { SaveAnswer, ShownPrice } from "#app/domain/profiles/edit/section.ts";
import { hashContent } from "#app/domain/technicians/hash-content.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { lockOwnProfile } from "#app/domain/technicians/lock-own-profile.server.ts";
import { recordRevision } from "#app/domain/technicians/record-revision.server.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

const ORDER = Object.keys(TREATMENTS);

/** The prices of a profile as the page orders them. */
export async function loadPrices(technicianId: string, tx: Db): Promise<PriceRow[]> {
  return tx.priceBand.findMany({
    where: { technicianId },
    // The database keeps treatments in the order of the vocabulary.
    orderBy: [
      { treatment: "asc" },
      { position: "asc" },
      { bandFrom: { sort: "asc", nulls: "first" } },
      { amountFrom: "asc" },
    ],
    select: {
      id: true,
      treatment: true,
      scale: true,
      bandFrom: true,
      bandTo: true,
      amountFrom: true,
      amountTo: true,
      currency: true,
      sessionsIncluded: true,
      topUpIncluded: true,
      topUpWithinMonths: true,
      deposit: true,
    },
  });
}

/** Names one price, or, for its place among the others, the order of all. */
export function seenOfPrice(rows: readonly PriceRow[], id: string): string {
  return hashContent(rows.find((row) => row.id === id) ?? null);
}

/**
 * Changes one price of the profile that somebody keeps. `seen` names the price that the form was made from; a new one has
 * none, and moving one needs none: the neighbours are as they are now.
 */
export async function savePrice(
  keeper: Keeper,
  { change, seen }: { change: PriceChange; seen: string },
  now: Date,
): Promise<Result<SaveAnswer, PriceRefusal>> {
  return db().$transaction(async (tx) => {
    if ((await lockOwnProfile(keeper, tx)) === null) return refuse("not_found");
    const { technicianId } = keeper;
    const before = await loadPrices(technicianId, tx);
    const changed = changePrices(before, change, ORDER);
    if (!changed.ok) return changed;
    const after = changed.value;
    const stored = seenOfPrice(before, change.id);
    const wanted = seenOfPrice(after, change.id);
    if ((change.act === "edit" || change.act === "remove") && stored !== seen && stored !== wanted) {
      const differences = differencesOf({ prices: without(before, change.id) }, { prices: without(after, change.id) });
      return ok({ kind: "conflict", seen: stored, differences });
    }
    if (hashContent(before) === hashContent(after))
      return ok({ kind: "saved", seen: stored, shown: shownIn(before, change.id) });
    await store(technicianId, { before, after }, now, tx);
    const revision = { section: "prices", before: { prices: before }, after: { prices: after } };
    const isNew = await recordRevision(keeper, revision, now, tx);
    const entry = { actorId: keeper.userId, action: "profile_changed", subjectKind: "technician" };
    if (isNew) await recordAudit({ ...entry, subjectId: technicianId, reason: "prices" }, tx);
    return ok({ kind: "saved", seen: wanted, shown: shownIn(after, change.id) });
  });
}

function shownIn(rows: readonly PriceRow[], id: string): ShownPrice | null {
  const row = rows.find((one) => one.id === id);
  return row ? { title: priceTitle(row), words: priceWords(row) } : null;
}

/** Only the price in question is of interest where two windows differ. */
function without(rows: readonly PriceRow[], id: string): PriceRow[] {
  return rows.filter((row) => row.id === id);
}

async function store(
  technicianId: string,
  { before, after }: { before: readonly PriceRow[]; after: readonly PriceRow[] },
  now: Date,
  tx: Db,
): Promise<void> {
  const kept = after.map(({ id }) => id);
  await tx.priceBand.deleteMany({ where: { technicianId, id: { notIn: kept } } });
  for (const [position, row] of after.entries()) {
    const old = before.find(({ id }) => id === row.id);
    const { id, ...price } = row;
    if (!old) await tx.priceBand.create({ data: { id, technicianId, ...price, position, confirmedOn: now } });
    else {
      const isChanged = hashContent(old) !== hashContent(row);
      const data = isChanged ? { ...price, position, confirmedOn: now } : { position };
      await tx.priceBand.updateMany({ where: { id, technicianId }, data });
    }
  }
}
