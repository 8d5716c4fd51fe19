import { randomUUID } from "node:crypto";
import { ATTESTATION_VERSION } from "#app/domain/reviews/attestation.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { ReviewStatus } from "#app/platform/generated/prisma/enums.ts";

const WAS_PUBLISHED: readonly ReviewStatus[] = ["published", "under_investigation", "removed"];
const REFUSED: readonly ReviewStatus[] = ["rejected", "removed", "rejected_final"];

/** A published review of four stars with every sub-rating, dates in order and what its status needs. */
export function reviewRow(
  overrides: Partial<Prisma.ReviewCreateManyInput> & { technicianId: string },
): Prisma.ReviewCreateManyInput & { id: string } {
  const status = overrides.status ?? "published";
  const createdAt = overrides.createdAt ?? new Date();
  const submittedAt = status === "draft" ? null : createdAt;
  return {
    overall: 4,
    understanding: 4,
    sterile: 5,
    dedication: 4,
    portfolio: 4,
    wouldRecommend: true,
    treatment: "full_shaved_look",
    title: "Careful work",
    text: "Three sessions, clean room, and the result is what we agreed.",
    relationship: "none",
    isIncentivised: false,
    proofLevel: "confirmed",
    attestationVersion: submittedAt ? ATTESTATION_VERSION : null,
    attestedAt: submittedAt,
    submittedAt,
    publishedAt: WAS_PUBLISHED.includes(status) ? createdAt : null,
    closedAt: REFUSED.includes(status) ? createdAt : null,
    removalReason: REFUSED.includes(status) ? "too_little_detail" : null,
    createdAt,
    updatedAt: createdAt,
    ...overrides,
    status,
    id: overrides.id ?? randomUUID(),
  };
}

/** A published follow-up after six months that changes nothing. */
export function followUpRow(
  overrides: Partial<Prisma.ReviewFollowUpCreateManyInput> & { reviewId: string },
): Prisma.ReviewFollowUpCreateManyInput & { id: string } {
  const createdAt = overrides.createdAt ?? new Date();
  const status = overrides.status ?? "published";
  return {
    month: 6,
    daysSinceLastSession: 183,
    isStillAsWanted: true,
    wouldDoAgain: true,
    hadTopUp: false,
    text: "Half a year on, still as it was.",
    submittedAt: status === "draft" ? null : createdAt,
    publishedAt: status === "published" ? createdAt : null,
    createdAt,
    ...overrides,
    status,
    id: overrides.id ?? randomUUID(),
  };
}

export function replyRow(
  overrides: Partial<Prisma.ReplyCreateManyInput> & { reviewId: string },
): Prisma.ReplyCreateManyInput {
  const status = overrides.status ?? "published";
  const submittedAt = overrides.submittedAt ?? new Date();
  return {
    text: "Thank you for writing.",
    submittedAt,
    publishedAt: status === "published" || status === "removed" ? submittedAt : null,
    ...overrides,
    status,
  };
}
