import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Profiles } from "./make-profiles.ts";
import { makeRandom } from "./random.ts";

/** Weeks as studios keep them: which days, from when until when, in minutes, with or without a break. */
const WEEKS = [
  { days: [2, 3, 4, 5, 6], stretches: [[570, 1_050]] },
  { days: [1, 2, 3, 4, 5], stretches: [[540, 1_020]] },
  {
    days: [1, 2, 4, 5],
    stretches: [
      [540, 750],
      [810, 1_110],
    ],
  },
  { days: [3, 4, 5, 6], stretches: [[660, 1_200]] },
  { days: [6, 7], stretches: [[600, 960]] },
] as const;
const SHARE_WITH_HOURS = 0.7;

/** Opening hours for most places of work of claimed profiles; the others tell none. */
export function makeHours({ technicians, workplaces }: Profiles): Prisma.OpeningHoursCreateManyInput[] {
  const claimed = new Set(technicians.filter(({ status }) => status !== "unclaimed").map(({ id }) => id));
  return workplaces
    .filter(({ technicianId }) => claimed.has(technicianId))
    .flatMap(({ technicianId, premisesId }) => {
      const random = makeRandom(`hours/${technicianId}/${premisesId}`);
      if (!random.chance(SHARE_WITH_HOURS)) return [];
      const { days, stretches } = random.pick(WEEKS);
      return days.flatMap((weekday) =>
        stretches.map(([opensAt, closesAt]) => ({ technicianId, premisesId, weekday, opensAt, closesAt })),
      );
    });
}
