import { Prisma } from "#app/platform/generated/prisma/client.ts";

/** Whether the database refused something because it is there already (a unique index): the end of a lost race. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
