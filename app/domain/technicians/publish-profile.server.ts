import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { nextTechnicianStatus, publishGaps } from "#app/domain/technicians/publish-rules.ts";
import type { PublishGap, TechnicianStatus } from "#app/domain/technicians/publish-rules.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** A profile on its way to readers, as its keeper sees it. */
export type PublishState = { slug: string; name: string; status: TechnicianStatus; gaps: PublishGap[] };

/** Null for whoever doesn't keep this profile any more. */
export async function findPublishState(viewer: Keeper, now: Date, tx: Db = db()): Promise<PublishState | null> {
  const found = await findFacts(viewer, now, tx);
  return found && { slug: found.slug, name: found.name, status: found.status, gaps: publishGaps(found) };
}

async function findFacts({ userId, technicianId }: Keeper, now: Date, tx: Db) {
  const today = new Date(now.toISOString().slice(0, 10));
  const found = await tx.technician.findFirst({
    where: { id: technicianId, ownerId: userId },
    select: {
      slug: true,
      name: true,
      status: true,
      bio: true,
      languages: true,
      treatments: true,
      publishedAt: true,
      listingSource: true,
      premises: {
        where: { OR: [{ guestUntil: null }, { guestUntil: { gte: today } }] },
        select: { premises: { select: { city: true } } },
      },
    },
  });
  return found && { ...found, towns: found.premises.map(({ premises }) => premises.city) };
}

export type PublishRefusal = { kind: "not_found" | "not_possible" } | { kind: "gaps"; gaps: PublishGap[] };

/**
 * Shows the viewer's profile to readers; triggers mark it for the index in the same transaction. Refused with what is
 * missing. `not_possible`: it is published already, or suspended.
 */
export async function publishProfile(viewer: Keeper, now: Date): Promise<Result<null, PublishRefusal>> {
  return db().$transaction(async (tx) => {
    const found = await lockFacts(viewer, now, tx);
    if (found === null) return refuse({ kind: "not_found" });
    const toState = nextTechnicianStatus(found.status, "publish");
    if (toState === null) return refuse({ kind: "not_possible" });
    const gaps = publishGaps(found);
    if (gaps.length > 0) return refuse({ kind: "gaps", gaps });
    return change(viewer, found, toState, "profile_published", now, tx);
  });
}

/**
 * Takes the viewer's profile off the site: it is a draft again, or, where a register lists it, the register's entry
 * without any of its keeper's words, since official facts are not its keeper's to hide.
 */
export async function unpublishProfile(
  viewer: Keeper,
  now: Date,
): Promise<Result<null, { kind: "not_found" | "not_possible" }>> {
  return db().$transaction(async (tx) => {
    const found = await lockFacts(viewer, now, tx);
    if (found === null) return refuse({ kind: "not_found" });
    const event = found.listingSource === null ? "unpublish" : "unpublish_listing";
    const toState = nextTechnicianStatus(found.status, event);
    if (toState === null) return refuse({ kind: "not_possible" });
    return change(viewer, found, toState, "profile_unpublished", now, tx);
  });
}

/** What is judged is what is published: no other change of the row comes in between. */
async function lockFacts(viewer: Keeper, now: Date, tx: Db) {
  const { userId, technicianId } = viewer;
  await tx.$queryRaw`
    SELECT 1 FROM "Technician" WHERE id = ${technicianId}::uuid AND "ownerId" = ${userId}::uuid FOR NO KEY UPDATE`;
  return findFacts(viewer, now, tx);
}

async function change(
  { userId, technicianId }: Keeper,
  { status: fromState, publishedAt }: { status: TechnicianStatus; publishedAt: Date | null },
  toState: TechnicianStatus,
  action: "profile_published" | "profile_unpublished",
  now: Date,
  tx: Db,
): Promise<Result<null, { kind: "not_possible" }>> {
  const { count } = await tx.technician.updateMany({
    where: { id: technicianId, ownerId: userId, status: fromState },
    // From the first time on: it says how long somebody has been listed.
    data: { status: toState, publishedAt: publishedAt ?? (toState === "published" ? now : null) },
  });
  if (count !== 1) return refuse({ kind: "not_possible" });
  await tx.technicianRevision.create({
    data: {
      technicianId,
      section: "status",
      changedById: userId,
      before: { status: fromState },
      after: { status: toState },
      createdAt: now,
    },
    select: { id: true },
  });
  await recordAudit(
    { actorId: userId, action, subjectKind: "technician", subjectId: technicianId, fromState, toState },
    tx,
  );
  return ok(null);
}
