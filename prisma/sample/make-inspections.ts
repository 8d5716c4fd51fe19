import { createHash } from "node:crypto";
import { OUTCOME_ORDER } from "#app/domain/criteria/evidence-fact.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { InspectionOutcome } from "#app/platform/generated/prisma/enums.ts";
import { addDays, startOfDay } from "./days.ts";
import { SAMPLE_REGISTER } from "./make-profiles.ts";
import type { Profiles } from "./make-profiles.ts";
import { makeRandom, sampleId } from "./random.ts";
import { INFRACTIONS } from "./texts/moderation.ts";

export type InspectionRows = {
  inspections: Prisma.InspectionCreateManyInput[];
  infractions: Prisma.InfractionCreateManyInput[];
  /** Of the latest inspections, those that went worse than the one before, as if this snapshot had brought them. */
  inspectionNotices: Prisma.InspectionNoticeCreateManyInput[];
};

/** Inspections of so many days ago are what the newest snapshot brought. */
const NEWS_DAYS = 90;

function fingerprintOf(category: string, text: string): string {
  return createHash("sha256").update(`${category}\n${text}`).digest("hex").slice(0, 32);
}

/** Official inspections at about a third of the premises, as a public register would report them. */
export function makeInspections(profiles: Profiles, today: Date): InspectionRows {
  const random = makeRandom("inspections");
  const rows: InspectionRows = { inspections: [], infractions: [], inspectionNotices: [] };
  const snapshotOn = startOfDay(addDays(today, -40));
  for (const premises of profiles.premises) {
    const share =
      premises.city === "Toronto" ? 1 : premises.countryCode === "GB" || premises.countryCode === "NL" ? 0.42 : 0.22;
    if (!random.chance(share)) continue;
    let day = random.int(45, 300);
    let later: { id: string; outcome: InspectionOutcome; day: number } | null = null;
    for (let visit = random.int(1, 4); visit > 0; visit -= 1) {
      const outcome: InspectionOutcome = random.weighted([
        ["pass", 81],
        ["conditional_pass", 16],
        ["closed", 3],
      ]);
      const id = sampleId("inspection", premises.id, day);
      const services = random.chance(0.3) ? ["Micropigmentation", "Tattooing"] : ["Micropigmentation"];
      rows.inspections.push({
        id,
        premisesId: premises.id,
        inspectedOn: startOfDay(addDays(today, -day)),
        outcome,
        services,
        source: SAMPLE_REGISTER,
        sourceRecord: `I-${5_000 + rows.inspections.length}`,
        snapshotOn,
        isSample: true,
      });
      const eligible = INFRACTIONS.filter(({ severity }) =>
        outcome === "pass" ? severity === "minor" : outcome === "closed" || severity !== "crucial",
      );
      const found = outcome === "pass" ? (random.chance(0.2) ? 1 : 0) : outcome === "closed" ? 3 : random.int(1, 2);
      for (const infraction of random.sample(eligible, found)) {
        rows.infractions.push({
          ...infraction,
          id: sampleId("infraction", id, infraction.text),
          inspectionId: id,
          fingerprint: fingerprintOf(infraction.category, infraction.text),
          services,
        });
      }
      if (later && later.day <= NEWS_DAYS && OUTCOME_ORDER[later.outcome] < OUTCOME_ORDER[outcome]) {
        const notice = { inspectionId: later.id, previousOutcome: outcome, createdAt: snapshotOn };
        rows.inspectionNotices.push(notice);
      }
      later = { id, outcome, day };
      day += random.int(160, 420);
    }
  }
  return rows;
}
