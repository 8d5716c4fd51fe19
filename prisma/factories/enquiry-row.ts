import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";

/** What a client wants, in a few words. */
export function briefRow(
  overrides: Partial<Prisma.BriefCreateManyInput> & { authorId: string },
): Prisma.BriefCreateManyInput & { id: string } {
  const createdAt = overrides.createdAt ?? new Date();
  return {
    concern: "pattern_hair_loss",
    scale: "norwood",
    scaleBand: 4,
    skinType: 3,
    wishes: "A soft hairline, please.",
    questions: [],
    createdAt,
    updatedAt: createdAt,
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

export function enquiryRow(
  overrides: Partial<Prisma.EnquiryCreateManyInput> & { authorId: string },
): Prisma.EnquiryCreateManyInput & { id: string } {
  return { createdAt: new Date(), ...overrides, id: overrides.id ?? randomUUID() };
}

/** The thread with one technician, just sent. */
export function recipientRow(
  overrides: Partial<Prisma.EnquiryRecipientCreateManyInput> & { enquiryId: string; technicianId: string },
): Prisma.EnquiryRecipientCreateManyInput & { id: string } {
  return { slot: 1, status: "sent", createdAt: new Date(), ...overrides, id: overrides.id ?? randomUUID() };
}
