import { z } from "zod";
import { LONGEST_SLUG, SHORTEST_SLUG } from "#app/domain/profiles/edit/bounds.ts";
import { LISTED_UNTIL_PUBLISHED } from "#app/domain/profiles/edit/listed.ts";
import type { Keeper } from "#app/domain/technicians/keeper.ts";
import { lockOwnProfile } from "#app/domain/technicians/lock-own-profile.server.ts";
import { isSlug } from "#app/domain/technicians/technician-by-slug.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { isUniqueViolation } from "#app/platform/unique-violation.server.ts";

export const SLUG_CHANGES = { most: 3, days: 30 } as const;

/** What people type: capitals and blanks are taken for what they mean, the rest is the database's own rule. */
export const slugSchema = z.object({
  slug: z
    .string("Give the address you would like.")
    .max(LONGEST_SLUG, `At most ${LONGEST_SLUG} characters.`)
    .transform((typed) => typed.toLowerCase().replace(/\s+/g, "-"))
    .refine(isSlug, "Use letters from a to z, digits, and single hyphens between them.")
    .refine((slug) => slug.length >= SHORTEST_SLUG, `At least ${SHORTEST_SLUG} characters.`),
});

export type SlugRefusal = "not_found" | "taken" | "too_often" | "listed";

export const SLUG_REFUSALS: Record<Exclude<SlugRefusal, "not_found">, string> = {
  taken: "This address belongs or belonged to somebody else. Choose another one.",
  too_often: `The address can change ${SLUG_CHANGES.most} times in ${SLUG_CHANGES.days} days. Wait a little before the next change.`,
  listed: LISTED_UNTIL_PUBLISHED,
};

/**
 * Gives the profile that somebody keeps another address; the old one leads to it from then on. An address that somebody
 * else has or had is refused, an own former one is taken back. Resolves to the address that holds now.
 */
export async function changeSlug(keeper: Keeper, slug: string, now: Date): Promise<Result<string, SlugRefusal>> {
  try {
    return await db().$transaction(async (tx) => {
      const profile = await lockOwnProfile(keeper, tx);
      if (profile === null) return refuse("not_found");
      if (profile.slug === slug) return ok(slug);
      if (profile.status === "unclaimed") return refuse("listed");
      // One change of address at a time: what one profile leaves, another one could else take in the same moment.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('technician slugs'))`;
      const { technicianId, userId } = keeper;
      const since = new Date(now.getTime() - SLUG_CHANGES.days * DAY_MS);
      const changes = await tx.technicianRevision.count({
        where: { technicianId, section: "slug", createdAt: { gt: since } },
      });
      if (changes >= SLUG_CHANGES.most) return refuse("too_often");
      if (await isTaken(technicianId, slug, tx)) return refuse("taken");
      await tx.technicianSlug.deleteMany({ where: { slug, technicianId } });
      await tx.technician.update({ where: { id: technicianId }, data: { slug } });
      await tx.technicianSlug.create({ data: { slug: profile.slug, technicianId, createdAt: now } });
      const content = { before: { slug: profile.slug }, after: { slug } };
      // Each change counts, so none goes on with the one before.
      await tx.technicianRevision.create({
        data: { technicianId, section: "slug", changedById: userId, ...content, createdAt: now },
      });
      const entry = { actorId: userId, action: "profile_changed", subjectKind: "technician", subjectId: technicianId };
      await recordAudit({ ...entry, reason: "slug" }, tx);
      return ok(slug);
    });
  } catch (error) {
    // Somebody made a profile at this address meanwhile.
    if (isUniqueViolation(error)) return refuse("taken");
    throw error;
  }
}

async function isTaken(technicianId: string, slug: string, tx: Db): Promise<boolean> {
  const others = { slug, NOT: { technicianId } };
  const former = await tx.technicianSlug.count({ where: others });
  return former > 0 || (await tx.technician.count({ where: { slug, NOT: { id: technicianId } } })) > 0;
}
