import { randomUUID } from "node:crypto";
import { db } from "#app/platform/db.server.ts";
import { premisesRow } from "../../../prisma/factories/technician-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import type { SeedStudio } from "./seed-part.ts";

/** The studio’s overview, the badge and the figures: what the access table reads. */
export const seed: SeedStudio = async (people, technicianId) => {
  await db().dailyCount.createMany({
    data: (["profile_view", "search_appearance", "shortlist"] as const).map((kind) => ({
      technicianId,
      day: new Date(),
      kind,
      count: 3,
    })),
  });
  const premises = premisesRow({ name: "Inspected Studio" });
  const neighbour = technicianRow({ name: "Inspected Neighbour", slug: "inspected-neighbour", status: "unclaimed" });
  await db().premises.create({ data: premises });
  await db().technician.createMany({ data: [neighbour] });
  await db().technicianPremises.create({ data: { technicianId: neighbour.id, premisesId: premises.id } });
  const [earlier, later] = [randomUUID(), randomUUID()];
  const inspection = { premisesId: premises.id, source: "sample-register", sourceRecord: "1", snapshotOn: new Date() };
  await db().inspection.createMany({
    data: [
      { ...inspection, id: earlier, inspectedOn: new Date("2026-01-02"), outcome: "conditional_pass" },
      { ...inspection, id: later, inspectedOn: new Date("2026-02-02"), outcome: "closed" },
    ],
  });
  await db().inspectionNotice.createMany({
    data: [
      { inspectionId: earlier, previousOutcome: "pass", seenAt: new Date(), seenById: people.otherModerator.id },
      { inspectionId: later, previousOutcome: "conditional_pass" },
    ],
  });
  return {};
};
