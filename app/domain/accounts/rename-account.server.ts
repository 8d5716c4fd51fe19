import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Sets the name that others see. Published reviews bear it from now on; that it changed is kept, the names are not. */
export async function renameAccount(userId: string, displayName: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, NOT: { displayName } },
      data: { displayName },
    });
    if (count === 1)
      await recordAudit({ actorId: userId, action: "account_renamed", subjectKind: "user", subjectId: userId }, tx);
  });
}
