import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import type { Enquiries } from "./make-enquiries.ts";
import type { Visits } from "./make-visits.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { makeRandom, sampleId } from "./random.ts";

const MONTHS = 12;
const WEEK = 7 * 86_400_000;

type Invitations = {
  treatedCounts: Prisma.TreatedCountCreateManyInput[];
  codes: Prisma.VisitCodeCreateManyInput[];
};

/**
 * How many clients a month half of the technicians say they treated, and codes that they made and nobody has used: more
 * of them with some than with others. The sample technician says it for every month but this one.
 */
export function makeInvitations(plans: readonly TechnicianPlan[], today: Date): Invitations {
  const random = makeRandom("invitations");
  const made: Invitations = { treatedCounts: [], codes: [] };
  for (const plan of plans) {
    const isOwn = plan.ownerId === SAMPLE_TECHNICIAN_ID;
    if (plan.status !== "published" || (!isOwn && !random.chance(0.5))) continue;
    const share = isOwn ? 0.75 : random.pick([0.2, 0.5, 0.8, 1]);
    for (let ago = isOwn ? 1 : 0; ago < MONTHS; ago += 1) {
      const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago, 1));
      const clients = random.int(2, 6);
      made.treatedCounts.push({ technicianId: plan.id, month, clients, updatedAt: today });
      const invited = Math.round(clients * share);
      for (let index = 0; index < invited; index += 1) {
        const createdAt = new Date(Math.min(month.getTime() + (index + 1) * (WEEK / 2), today.getTime()));
        made.codes.push({
          id: sampleId("invitation", plan.id, ago, index),
          technicianId: plan.id,
          // No code has this hash: nobody can use it up.
          codeHash: sampleId("invitation hash", plan.id, ago, index),
          expiresAt: new Date(createdAt.getTime() + 365 * 86_400_000),
          usedAt: null,
          createdAt,
        });
      }
    }
  }
  return made;
}

/** How soon each technician answers, as the site would have counted it from these enquiries. */
export function timeAnswers(
  technicians: Prisma.TechnicianCreateManyInput[],
  { recipients }: Enquiries,
  today: Date,
): void {
  const minutes = new Map<string, number[]>();
  for (const { technicianId, answeredAt, createdAt, status } of recipients) {
    const sentAt = new Date(createdAt ?? today).getTime();
    const isLate = status === "sent" && today.getTime() - sentAt > WEEK;
    if (today.getTime() - sentAt > 365 * 86_400_000 || (!answeredAt && !isLate)) continue;
    const waited = answeredAt ? Math.min(WEEK, new Date(answeredAt).getTime() - sentAt) : WEEK;
    minutes.set(technicianId, [...(minutes.get(technicianId) ?? []), waited / 60_000]);
  }
  for (const technician of technicians) {
    const sorted = (minutes.get(technician.id ?? "") ?? []).sort((a, b) => a - b);
    technician.responseCount = sorted.length;
    const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
    technician.responseMinutesMedian =
      sorted.length >= 3 && low !== undefined && high !== undefined ? Math.round((low + high) / 2) : null;
  }
}

/** The codes of visits and those that wait, in one list. */
export function withInvitations(visits: Visits, { codes }: Invitations): Visits {
  return { ...visits, codes: [...visits.codes, ...codes] };
}
