import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { addDays } from "./days.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { sampleId } from "./random.ts";

/** One claim on a profile whose keeper objects, for a moderator to decide. */
export function makeClaims(
  plans: readonly TechnicianPlan[],
  claimantIds: readonly string[],
  today: Date,
): Prisma.ListingClaimCreateManyInput[] {
  const plan = plans.find(
    ({ status, tier, ownerId }) => status === "published" && tier === "thin" && ownerId !== SAMPLE_TECHNICIAN_ID,
  );
  const [claimantId] = claimantIds;
  if (!plan || claimantId === undefined) return [];
  const submittedAt = addDays(today, -4);
  return [
    {
      id: sampleId("claim", plan.id),
      technicianId: plan.id,
      claimantId,
      method: "post_code",
      status: "awaiting_moderator",
      version: 4,
      statement: "I opened this studio and hold its lease. Whoever made the profile left us in the spring.",
      earlierOwnerId: plan.ownerId,
      objection: "I work here every week and the profile is about my own clients. We only share the rooms.",
      objectedAt: addDays(today, -2),
      objectBy: addDays(submittedAt, 14),
      submittedAt,
      isSample: true,
      createdAt: addDays(today, -12),
    },
  ];
}
