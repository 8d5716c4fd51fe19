import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** No password matches this: rows made with it can't sign in. */
export const NO_PASSWORD = "$argon2id$v=19$m=19456,t=2,p=1$c2FtcGxl$bm9ib2R5";

/** A client with a verified address. */
export function userRow(overrides: Partial<Prisma.UserCreateManyInput> = {}): Prisma.UserCreateManyInput & { id: string } {
  const id = overrides.id ?? randomUUID();
  const createdAt = overrides.createdAt ?? new Date();
  return {
    email: `${id}@people.sample.hairline`,
    passwordHash: NO_PASSWORD,
    displayName: "Sample person",
    roles: ["client"],
    emailVerifiedAt: createdAt,
    createdAt,
    updatedAt: createdAt,
    ...overrides,
    id,
  };
}
