import { differencesOf } from "#app/domain/profiles/edit/describe-content.ts";
import type { ProfileHistory } from "#app/domain/profiles/edit/profile-history.ts";
import { isSlug } from "#app/domain/technicians/technician-by-slug.server.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { db } from "#app/platform/db.server.ts";

const PER_PAGE = 20;

/** What changed in the profile that somebody keeps. Null for who keeps none. */
export async function findOwnHistory({ userId, technicianId }: Keeper, page: number): Promise<ProfileHistory | null> {
  return findHistory({ id: technicianId, ownerId: userId }, page);
}

/** The same for a moderator, of any profile in any state, by its present or a former address. */
export async function findHistoryBySlug(slug: string, page: number): Promise<ProfileHistory | null> {
  if (!isSlug(slug)) return null;
  const current = await findHistory({ slug }, page);
  return current ?? findHistory({ formerSlugs: { some: { slug } } }, page);
}

type Where = NonNullable<Parameters<ReturnType<typeof db>["technician"]["findFirst"]>[0]>["where"];

async function findHistory(where: Where, page: number): Promise<ProfileHistory | null> {
  const technician = await db().technician.findFirst({ where, select: { id: true, slug: true, name: true } });
  if (technician === null) return null;
  const { id: technicianId, slug, name } = technician;
  const total = await db().technicianRevision.count({ where: { technicianId } });
  const pageCount = Math.max(1, Math.ceil(total / PER_PAGE));
  const current = Math.min(page, pageCount);
  const rows = await db().technicianRevision.findMany({
    where: { technicianId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (current - 1) * PER_PAGE,
    take: PER_PAGE,
    select: {
      id: true,
      section: true,
      before: true,
      after: true,
      createdAt: true,
      changedBy: { select: { displayName: true } },
    },
  });
  const changes = rows.map(({ id, section, before, after, createdAt, changedBy }) => ({
    id,
    section,
    by: changedBy?.displayName ?? null,
    changedAt: createdAt,
    differences: differencesOf(before, after),
  }));
  return { slug, name, changes, page: current, pageCount };
}
