import { db } from "#app/platform/db.server.ts";
import type { Role } from "#app/platform/generated/prisma/enums.ts";

/** What somebody's own pages show them of their account. */
export type Account = {
  displayName: string;
  address: string;
  isAddressConfirmed: boolean;
  kinds: Role[];
  memberSince: Date;
};

export async function findAccount(userId: string): Promise<Account> {
  const { email, displayName, roles, emailVerifiedAt, createdAt } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, displayName: true, roles: true, emailVerifiedAt: true, createdAt: true },
  });
  return {
    displayName,
    address: email,
    isAddressConfirmed: emailVerifiedAt !== null,
    kinds: roles,
    memberSince: createdAt,
  };
}
