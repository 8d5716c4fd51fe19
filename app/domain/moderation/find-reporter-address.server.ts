import type { Db } from "#app/platform/db.server.ts";

/** Where mails about their own reports reach somebody with an account; null while the address is not confirmed. */
export async function findReporterAddress(userId: string, tx: Db): Promise<string | null> {
  const where = { id: userId, emailVerifiedAt: { not: null } };
  return (await tx.user.findFirst({ where, select: { email: true } }))?.email ?? null;
}
