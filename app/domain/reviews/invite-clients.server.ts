import type { ThreadKeeper } from "#app/domain/enquiries/enquiry.ts";
import { MOST_INVITED_AT_ONCE } from "#app/domain/reviews/invitation-addresses.ts";
import { lockVisitCodes } from "#app/domain/reviews/make-visit-code.server.ts";
import { sendInvitation } from "#app/domain/reviews/send-invitation.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/**
 * Mails an invitation to each address. `not_published`: the link would lead to nothing. How many mails really left is
 * told to nobody.
 */
export async function inviteClients(
  { userId, technicianId }: ThreadKeeper,
  addresses: readonly string[],
  now: Date,
): Promise<Result<null, "not_found" | "not_published" | "too_many">> {
  const distinct = [...new Set(addresses)];
  if (distinct.length > MOST_INVITED_AT_ONCE) return refuse("too_many");
  return db().$transaction(async (tx) => {
    await lockVisitCodes(technicianId, tx);
    const technician = await tx.technician.findFirst({
      where: { id: technicianId, ownerId: userId },
      select: { id: true, slug: true, name: true, status: true },
    });
    if (technician === null) return refuse("not_found" as const);
    if (technician.status !== "published") return refuse("not_published" as const);
    for (const email of distinct) await sendInvitation(technician, email, "mail", now, tx);
    const entry = { actorId: userId, action: "clients_invited", subjectKind: "technician", subjectId: technicianId };
    await recordAudit(entry, tx);
    return ok(null);
  });
}
