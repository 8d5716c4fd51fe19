import { MOST_FOUND } from "#app/domain/moderation/member.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Role, TechnicianStatus } from "#app/platform/generated/prisma/enums.ts";
import { seal, unseal } from "#app/platform/secret-box.server.ts";

/** What moderators are shown of an account that they know how to name. */
export type Member = {
  /** Names it in the forms about it; another one at every reading. */
  handle: string;
  displayName: string;
  /** Only for who asked by this very address. */
  address: string | null;
  kinds: Role[];
  isSelf: boolean;
  isSuspended: boolean;
  isAddressConfirmed: boolean;
  hasAuthenticator: boolean;
  memberSince: Date;
  sessionCount: number;
  profile: { slug: string; name: string; status: TechnicianStatus } | null;
};

/**
 * Accounts by their whole address or their whole display name, capitals aside; there is no list to leaf through. With a
 * handle only the one of them that it names. `isMore` when more than ten share the name.
 */
export async function findMembers(
  { userId }: { userId: string },
  wanted: string,
  handle: string | null,
): Promise<{ members: Member[]; isMore: boolean }> {
  const isAddress = wanted.includes("@");
  const named: Prisma.UserWhereInput = isAddress
    ? { email: wanted.toLowerCase() }
    : // "equals" without capitals is a pattern to the database.
      { displayName: { equals: wanted.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } };
  const id = handle === null ? null : readMemberHandle(handle);
  if (handle !== null && id === null) return { members: [], isMore: false };
  const rows = await db().user.findMany({
    where: { ...named, ...(id === null ? {} : { id }) },
    orderBy: { createdAt: "asc" },
    take: MOST_FOUND + 1,
    select: {
      id: true,
      email: true,
      displayName: true,
      roles: true,
      suspendedAt: true,
      emailVerifiedAt: true,
      createdAt: true,
      totpCredential: { select: { confirmedAt: true } },
      technician: { select: { slug: true, name: true, status: true } },
      _count: { select: { sessions: true } },
    },
  });
  const members = rows.slice(0, MOST_FOUND).map((row) => ({
    handle: memberHandle(row.id),
    displayName: row.displayName,
    address: isAddress ? row.email : null,
    kinds: row.roles,
    isSelf: row.id === userId,
    isSuspended: row.suspendedAt !== null,
    isAddressConfirmed: row.emailVerifiedAt !== null,
    hasAuthenticator: (row.totpCredential?.confirmedAt ?? null) !== null,
    memberSince: row.createdAt,
    sessionCount: row._count.sessions,
    profile: row.technician,
  }));
  return { members, isMore: rows.length > MOST_FOUND };
}

const PREFIX = "member ";

function memberHandle(id: string): string {
  return Buffer.from(seal("link", `${PREFIX}${id}`)).toString("base64url");
}

/** The account that a form is about; null for a handle that this site didn't make. */
export function readMemberHandle(handle: string): string | null {
  try {
    const text = unseal("link", Buffer.from(handle, "base64url"));
    return text.startsWith(PREFIX) ? text.slice(PREFIX.length) : null;
  } catch {
    return null;
  }
}
