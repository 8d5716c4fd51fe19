import type { Adapter, DatabaseSession } from "lucia";
import type { Db } from "#app/platform/db.server.ts";
import type { Role } from "#app/platform/generated/prisma/enums.ts";

declare module "lucia" {
  interface Register {
    Lucia: import("lucia").Lucia<SessionAttributes, AccountAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: AccountAttributes;
  }
}

export type SessionAttributes = { createdAt: Date; mfaAt: Date | null };
export type AccountAttributes = { displayName: string; roles: Role[]; isSuspended: boolean };

const session = { id: true, userId: true, expiresAt: true, createdAt: true, mfaAt: true } as const;
type SessionRow = { id: string; userId: string; expiresAt: Date; createdAt: Date; mfaAt: Date | null };

function toLucia({ id, userId, expiresAt, createdAt, mfaAt }: SessionRow): DatabaseSession {
  return { id, userId, expiresAt, attributes: { createdAt, mfaAt } };
}

/**
 * Lucia's storage on our schema. The published adapter stops at Prisma 5 and reports a sign-out as done when the
 * database is down; here every error is passed on.
 */
export function sessionAdapter(database: () => Db): Adapter {
  return {
    async getSessionAndUser(id) {
      const found = await database().session.findUnique({
        where: { id },
        select: { ...session, user: { select: { displayName: true, roles: true, suspendedAt: true } } },
      });
      if (!found) return [null, null];
      const { displayName, roles, suspendedAt } = found.user;
      const attributes = { displayName, roles, isSuspended: suspendedAt !== null };
      return [toLucia(found), { id: found.userId, attributes }];
    },
    async getUserSessions(userId) {
      return (await database().session.findMany({ where: { userId }, select: session })).map(toLucia);
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
