import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Profiles } from "./make-profiles.ts";
import { makeRandom } from "./random.ts";
import { TREATMENT_WORDS } from "./texts/treatments.ts";

const SHARE_OF_WORDS = 0.35;

/** Some treatments of claimed profiles in words of their own. */
export function makeTreatmentWords({ technicians }: Profiles): Prisma.TreatmentDescriptionCreateManyInput[] {
  return technicians.flatMap(({ id, status, treatments }) => {
    if (status === "unclaimed" || !Array.isArray(treatments)) return [];
    const random = makeRandom(`treatment words/${id}`);
    return treatments.flatMap((treatment) => {
      const bank = TREATMENT_WORDS[treatment];
      return bank && random.chance(SHARE_OF_WORDS) ? [{ technicianId: id, treatment, words: random.pick(bank) }] : [];
    });
  });
}
