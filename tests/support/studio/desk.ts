import { createHash } from "node:crypto";
import { drawPdf } from "../../../prisma/factories/pdf-file.ts";
import { db } from "#app/platform/db.server.ts";
import { newStorageKey, storage } from "#app/platform/storage.server.ts";
import { authorizationRow, evidenceRow } from "../../../prisma/factories/evidence-row.ts";
import type { SeedStudio } from "./seed-part.ts";

const NUMBER = "EV-2026-0042";

/** Evidence as moderators check it: an authorisation with a PDF that waits, and a proposal about another one. */
export const seed: SeedStudio = async (people, technicianId) => {
  const regime = await db().regime.findFirstOrThrow({ orderBy: { key: "asc" } });
  const bytes = drawPdf([{ lines: [{ text: `Registration ${NUMBER}`, y: 700 }] }]);
  const storageKey = newStorageKey();
  await storage().put(storageKey, "document.pdf", bytes);
  const document = await db().privateDocument.create({
    data: {
      ownerId: people.technician.id,
      storageKey,
      mediaType: "application/pdf",
      byteLength: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
  });
  const waiting = evidenceRow({ technicianId, status: "submitted", documentId: document.id });
  const proposed = evidenceRow({ technicianId, status: "in_check" });
  await db().evidence.createMany({ data: [waiting, proposed] });
  await db().authorization.createMany({
    data: [
      authorizationRow({ evidenceId: waiting.id, regimeKey: regime.key, number: NUMBER }),
      authorizationRow({ evidenceId: proposed.id, regimeKey: regime.key, number: "EV-2026-0043" }),
    ],
  });
  const proposal = { fromStatus: "in_check", toStatus: "rejected", reason: "number_not_found" } as const;
  await db().evidenceProposal.create({
    data: {
      evidenceId: proposed.id,
      ...proposal,
      note: "The register has nobody of this number.",
      proposedById: people.otherModerator.id,
    },
  });
  return {
    ids: { waitingEvidence: waiting.id, proposedEvidence: proposed.id, waitingDocument: document.id },
    secrets: [storageKey, document.sha256],
  };
};
