import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { CountKind } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { addDays } from "./days.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { makeRandom } from "./random.ts";

const DAYS = 365;
/** How often a day has one of the kind at all, and how many it then has at the most. */
const USUAL: Record<CountKind, readonly [chance: number, most: number]> = {
  search_appearance: [0.96, 14],
  profile_view: [0.8, 5],
  shortlist: [0.12, 2],
};

/** A year of views, appearances and shortlists of the one technician whose studio people can look into; fewer long ago. */
export function makeCounts(plans: readonly TechnicianPlan[], today: Date): Prisma.DailyCountCreateManyInput[] {
  const plan = plans.find(({ ownerId }) => ownerId === SAMPLE_TECHNICIAN_ID);
  if (!plan) return [];
  const random = makeRandom("counts");
  const rows: Prisma.DailyCountCreateManyInput[] = [];
  for (let ago = DAYS; ago >= 1; ago -= 1) {
    const grown = 1 - ago / (2 * DAYS);
    for (const [kind, [chance, most]] of Object.entries(USUAL) as [CountKind, (typeof USUAL)[CountKind]][]) {
      if (!random.chance(chance * grown)) continue;
      rows.push({ technicianId: plan.id, day: addDays(today, -ago), kind, count: random.int(1, most) });
    }
  }
  return rows;
}
