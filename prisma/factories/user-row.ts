import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** The Argon2id hash of 32 random bytes that were thrown away: no password matches it, so nobody signs in with it. */
const NO_PASSWORD = "$argon2id$v=19$m=19456,t=2,p=1$H/+XaoDylGPB2QeHXiUkAA$xwXbh6AV+LCfeNY0jCZJzkcU9IvCF6V4FeCB34WWqk0";

/** A client with a verified address. */
export function userRow(
  overrides: Partial<Prisma.UserCreateManyInput> = {},
): Prisma.UserCreateManyInput & { id: string } {
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
