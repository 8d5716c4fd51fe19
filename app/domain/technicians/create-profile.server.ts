import { randomUUID } from "node:crypto";
import { whileRenewing } from "#app/domain/accounts/renewing-session.server.ts";
import { placeLabel } from "#app/domain/places/place.ts";
import type { Place } from "#app/domain/places/place.ts";
import { clearUpClaims } from "#app/domain/technicians/clear-up-claims.server.ts";
import { closed } from "#app/domain/technicians/hand-over-profile.server.ts";
import { openClaim } from "#app/domain/technicians/open-listing-claims.server.ts";
import { giveTechnicianRole } from "#app/domain/technicians/technician-role.server.ts";
import { technicianSlug } from "#app/domain/technicians/technician-slug.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import { recordAudits } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

type Creator = Pick<Viewer, "userId" | "sessionId" | "isEmailVerified">;
export type NewProfile = { name: string; place: Place; treatment: Treatment };

/** Slugs looked at before a random one ends the search. */
const NUMBERED = 50;

/**
 * A draft profile of three facts, kept by its creator from the first moment: the technician's role is given in the same
 * transaction, the session that asks goes on with a new token and all others end (S-03). One account keeps one profile:
 * of many attempts at once the account's lock lets one through. Open claims on listings are withdrawn by it.
 */
export async function createProfile(
  viewer: Creator,
  { name, place, treatment }: NewProfile,
  now: Date,
): Promise<Result<{ slug: string; sessionToken: string }, "not_verified" | "keeps_another" | "gone">> {
  if (!viewer.isEmailVerified) return refuse("not_verified");
  const { userId, sessionId } = viewer;
  return whileRenewing<{ slug: string; sessionToken: string }, "not_verified" | "keeps_another">(
    sessionId,
    async (tx, renew) => {
      await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
      if ((await tx.technician.count({ where: { ownerId: userId } })) > 0) return refuse("keeps_another");
      const withdrawn = await tx.listingClaim.findMany({
        where: { ...openClaim, claimantId: userId },
        select: { id: true, status: true },
      });
      const claimIds = withdrawn.map((claim) => claim.id);
      await tx.listingClaim.updateMany({
        where: { ...openClaim, id: { in: claimIds } },
        data: { ...closed(now), status: "withdrawn" },
      });
      await clearUpClaims(claimIds, now, tx);
      const given = await giveTechnicianRole(userId, { userId, keptSessionId: sessionId }, tx);
      const sessionToken = await renew();
      // Late, since whoever wants the same address at this moment waits from here on.
      const { city, postcode } = townOf(place);
      const { id, slug } = await addTechnician({ name, treatment, userId, city }, now, tx);
      await tx.technicianPremises.create({
        data: {
          technician: { connect: { id } },
          premises: {
            // The name and address of the studio come later; the place is what was told.
            create: {
              name,
              address: "",
              city,
              region: place.region,
              countryCode: place.countryCode,
              postcode,
              lat: place.lat,
              lng: place.lng,
              createdAt: now,
            },
          },
        },
        select: { technicianId: true },
      });
      const by = { actorId: userId };
      await recordAudits(
        [
          ...withdrawn.map((claim) => ({
            ...by,
            action: "listing_claim_withdrawn",
            subjectKind: "listing_claim",
            subjectId: claim.id,
            fromState: claim.status,
            toState: "withdrawn",
          })),
          ...given,
          { ...by, action: "profile_created", subjectKind: "technician", subjectId: id, toState: "draft" },
        ],
        tx,
      );
      return ok({ slug, sessionToken });
    },
  );
}

/** The town of a place; of the area of a postal code, the code is the postcode and not part of the name. */
function townOf(place: Place): { city: string; postcode: string | null } {
  const [kind, code = ""] = place.id.split(":");
  if (kind !== "zip" && kind !== "fsa") return { city: place.name, postcode: null };
  const city = place.name.replace(code, "").trim();
  return { city: city === "" ? placeLabel(place) : city, postcode: code };
}

/** The first free slug, decided by the database: of two who want one at the same moment, one gets the next. */
async function addTechnician(
  { name, treatment, userId, city }: { name: string; treatment: Treatment; userId: string; city: string },
  now: Date,
  tx: Db,
): Promise<{ id: string; slug: string }> {
  const base = technicianSlug(name, city);
  const slugs = Array.from({ length: NUMBERED }, (_, at) => (at === 0 ? base : `${base}-${at + 1}`));
  const [current, former] = await Promise.all([
    tx.technician.findMany({ where: { slug: { in: slugs } }, select: { slug: true } }),
    tx.technicianSlug.findMany({ where: { slug: { in: slugs } }, select: { slug: true } }),
  ]);
  const taken = new Set([...current, ...former].map((row) => row.slug));
  const id = randomUUID();
  for (const slug of [...slugs.filter((one) => !taken.has(one)), `${base}-${id.slice(0, 7)}`]) {
    const { count } = await tx.technician.createMany({
      data: [{ id, slug, name, status: "draft", treatments: [treatment], ownerId: userId, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 1) return { id, slug };
  }
  throw new Error("No free slug");
}
