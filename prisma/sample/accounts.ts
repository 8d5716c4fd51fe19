import { userRow } from "../factories/user-row.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { addDays } from "./days.ts";
import { sampleId } from "./random.ts";

/** The password of the four accounts below; nobody else in the sample set can sign in. */
export const SAMPLE_PASSWORD = "hairline-sample-2026";

export const SAMPLE_CLIENT_ID = sampleId("account", "client");
export const SAMPLE_TECHNICIAN_ID = sampleId("account", "technician");
export const SAMPLE_MODERATOR_IDS = [sampleId("account", "moderator"), sampleId("account", "moderator2")] as const;

/** Accounts that people may sign in to while they try the product. */
export function makeAccounts(today: Date): Prisma.UserCreateManyInput[] {
  const account = (id: string, name: string, displayName: string, roles: Prisma.UserCreateManyInput["roles"]) =>
    userRow({
      id,
      email: `${name}@sample.hairline`,
      displayName,
      roles,
      isSample: true,
      createdAt: addDays(today, -1_500),
    });
  return [
    account(SAMPLE_CLIENT_ID, "client", "Sam P.", ["client"]),
    account(SAMPLE_TECHNICIAN_ID, "technician", "Maya Ellerby", ["client", "technician"]),
    account(SAMPLE_MODERATOR_IDS[0], "moderator", "Robin (moderator)", ["client", "moderator"]),
    account(SAMPLE_MODERATOR_IDS[1], "moderator2", "Alex (moderator)", ["client", "moderator"]),
  ];
}
