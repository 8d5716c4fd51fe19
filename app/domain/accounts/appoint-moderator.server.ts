import { moderatorAppointedMail } from "#app/domain/accounts/account-mails.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { queueMail } from "#app/platform/outgoing-mail.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { endSessionsOf } from "#app/platform/sessions.server.ts";

export type AppointRefusal = "no_account" | "not_verified" | "suspended";

/**
 * Makes an existing account a moderator's and ends its sessions, since a role counts from the next sign-in (Z-05, S-03).
 * "kept" when it was one already: nothing is changed then. `appointedBy` is null for the command line (Z-07).
 */
export async function appointModerator(
  email: string,
  appointedBy: string | null,
  now: Date,
): Promise<Result<"appointed" | "kept", AppointRefusal>> {
  return db().$transaction(async (tx) => {
    const account = await tx.user.findUnique({
      where: { email: email.trim().toLowerCase() },
      select: { id: true, email: true, roles: true, emailVerifiedAt: true, suspendedAt: true },
    });
    if (account === null) return refuse("no_account");
    if (account.suspendedAt !== null) return refuse("suspended");
    if (account.emailVerifiedAt === null) return refuse("not_verified");
    // Of two who appoint at once one changes the row.
    const { count } = await tx.user.updateMany({
      where: { id: account.id, suspendedAt: null, NOT: { roles: { has: "moderator" } } },
      data: { roles: { push: "moderator" } },
    });
    if (count === 0) return ok("kept");
    await endSessionsOf(account.id, tx);
    await queueMail(moderatorAppointedMail(account.email, { userId: account.id, at: now }), tx);
    await recordAudit(
      {
        actorId: appointedBy,
        action: "role_given",
        subjectKind: "user",
        subjectId: account.id,
        fromState: account.roles.join(" "),
        toState: [...account.roles, "moderator"].join(" "),
        reason: appointedBy === null ? "command_line" : null,
      },
      tx,
    );
    return ok("appointed");
  });
}
