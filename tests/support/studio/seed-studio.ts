import { seed as claims } from "./claims.ts";
import { seed as desk } from "./desk.ts";
import { seed as enquiries } from "./enquiries.ts";
import { seed as evidence } from "./evidence.ts";
import { seed as insights } from "./insights.ts";
import { seed as portfolio } from "./portfolio.ts";
import { seed as profile } from "./profile.ts";
import type { SeededPart, StudioPeople } from "./seed-part.ts";

/** Something of everything in the studio, for the technician of the seeded site. */
export async function seedStudio(people: StudioPeople, technicianId: string): Promise<Required<SeededPart>> {
  const whole: Required<SeededPart> = { ids: {}, secrets: [], knownTo: {} };
  for (const part of [claims, profile, evidence, desk, portfolio, enquiries, insights]) {
    const { ids = {}, secrets = [], knownTo = {} } = await part(people, technicianId);
    Object.assign(whole.ids, ids);
    whole.secrets.push(...secrets);
    Object.assign(whole.knownTo, knownTo);
  }
  return whole;
}
