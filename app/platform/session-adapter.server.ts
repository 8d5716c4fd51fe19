import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Db } from "#app/platform/db.server.ts";
import type { Role } from "#app/platform/generated/prisma/enums.ts";

declare module "lucia" {
  interface Register {
    Lucia: import("lucia").Lucia<SessionAttributes, AccountAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: AccountAttributes;
  }
}

export type SessionAttributes = {
  createdAt: Date;
  lastAuthAt: Date;
  mfaAt: Date | null;
  device: string | null;
  ipHash: string | null;
};
export type AccountAttributes = {
  displayName: string;
  roles: Role[];
  isSuspended: boolean;
  isEmailVerified: boolean;
  hasSecondFactor: boolean;
  /** The profile that this account keeps. */
  technicianId: string | null;
};
/** What Lucia asks for by the id of a session; nothing for both where there is none. */
export type FoundSession = [session: DatabaseSession | null, user: DatabaseUser | null];

const columns = {
  id: true,
  userId: true,
  expiresAt: true,
  createdAt: true,
  lastAuthAt: true,
  mfaAt: true,
  device: true,
  ipHash: true,
} as const;
type SessionRow = SessionAttributes & { id: string; userId: string; expiresAt: Date };

function toLucia({ id, userId, expiresAt, ...attributes }: SessionRow): DatabaseSession {
  return { id, userId, expiresAt, attributes };
}

const account = {
  displayName: true,
  roles: true,
  suspendedAt: true,
  emailVerifiedAt: true,
  totpCredential: { select: { confirmedAt: true } },
  technician: { select: { id: true } },
} as const;

/**
 * Lucia's storage on our schema. The published adapter stops at Prisma 5 and reports a sign-out as done when the
 * database is down; here every error is passed on.
 */
export function sessionAdapter(database: () => Db): Adapter {
  return {
    async getSessionAndUser(id): Promise<FoundSession> {
      const found = await database().session.findUnique({
        where: { id },
        select: { ...columns, user: { select: account } },
        relationLoadStrategy: "join",
      });
      if (!found) return [null, null];
      const { user, ...session } = found;
      const attributes: AccountAttributes = {
        displayName: user.displayName,
        roles: user.roles,
        isSuspended: user.suspendedAt !== null,
        isEmailVerified: user.emailVerifiedAt !== null,
        hasSecondFactor: (user.totpCredential?.confirmedAt ?? null) !== null,
        technicianId: user.technician?.id ?? null,
      };
      return [toLucia(session), { id: session.userId, attributes }];
    },
    async getUserSessions(userId) {
      return (await database().session.findMany({ where: { userId }, select: columns })).map(toLucia);
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await database().session.create({ data: { id, userId, expiresAt, ...attributes }, select: { id: true } });
    },
    // Many, not one: a sign-out at the same moment must neither fail nor be undone.
    async updateSessionExpiration(id, expiresAt) {
      await database().session.updateMany({ where: { id }, data: { expiresAt } });
    },
    async deleteSession(id) {
      await database().session.deleteMany({ where: { id } });
    },
    async deleteUserSessions(userId) {
      await database().session.deleteMany({ where: { userId } });
    },
    async deleteExpiredSessions() {
      await database().session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
    },
  };
}
