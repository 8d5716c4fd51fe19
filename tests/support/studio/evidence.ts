import { db } from "#app/platform/db.server.ts";
import { authorizationRow, evidenceRow } from "../../../prisma/factories/evidence-row.ts";
import type { SeedStudio } from "./seed-part.ts";

/** Evidence as its technician hands it in: what the access table reads. */
export const seed: SeedStudio = async (people, technicianId) => {
  const sentBack = evidenceRow({ technicianId, status: "needs_better_copy" });
  await db().evidence.createMany({ data: [sentBack] });
  await db().authorization.createMany({
    data: [
      authorizationRow({
        evidenceId: sentBack.id,
        regimeKey: "england-council",
        authority: "Northgate Council",
      }),
    ],
  });
  await db().moderationDecision.create({
    data: {
      subjectKind: "evidence",
      subjectId: sentBack.id,
      moderatorId: people.otherModerator.id,
      fromState: "in_check",
      toState: "needs_better_copy",
      checkReason: "unreadable",
      note: "private-evidence-note",
      subjectVersion: 1,
    },
  });
  return { ids: { ownEvidence: sentBack.id } };
};
