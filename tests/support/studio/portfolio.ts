import { consentPath } from "#app/domain/portfolio/consent-link.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";
import { newStorageKey, storage } from "#app/platform/storage.server.ts";
import { portfolioCaseRow } from "../../../prisma/factories/technician-row.ts";
import type { SeedStudio } from "./seed-part.ts";

/** Portfolio cases, their consents and their moderation: what the access table reads. */
export const seed: SeedStudio = async (people, technicianId) => {
  const lastSessionOn = new Date("2026-01-01");
  const draft = portfolioCaseRow({
    technicianId,
    status: "draft",
    title: "A draft that somebody is asked about",
    lastSessionOn,
  });
  const sent = portfolioCaseRow({
    technicianId,
    status: "submitted",
    title: "private-case-sent",
    lastSessionOn,
    submittedAt: new Date(),
  });
  await db().portfolioCase.createMany({ data: [draft, sent] });
  const [draftPhoto, sentPhoto] = await Promise.all(
    [draft, sent].map(async ({ id: portfolioCaseId }) => {
      const storageKey = newStorageKey();
      await storage().put(storageKey, "960.webp", Buffer.from("a picture"));
      const picture = { width: 800, height: 600, placeholderColour: "#997755", perceptualHash: "secret-perceptual" };
      return db().photo.create({
        data: { ...picture, storageKey, portfolioCaseId, stage: "healed", daysSinceLastSession: 60 },
        select: { id: true },
      });
    }),
  );
  const request = await db().caseConsentRequest.create({
    data: {
      portfolioCaseId: draft.id,
      emailHash: keyedHash("address", "private-subject@example.org"),
      textVersion: "secret-version",
      expiresAt: new Date(Date.now() + 86_400_000),
    },
    select: { id: true, emailHash: true },
  });
  await db().pendingUpload.create({
    data: {
      ownerId: people.technician.id,
      portfolioCaseId: draft.id,
      fingerprint: "secret-upload",
      byteLength: 100,
      storageKey: newStorageKey(),
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  // Whoever has the link reads it; the page of the case itself is its technician's.
  return {
    ids: {
      ownCase: draft.id,
      ownCasePhoto: draftPhoto?.id ?? "",
      sentCase: sent.id,
      sentCasePhoto: sentPhoto?.id ?? "",
      consentToken: consentPath(request.id).slice("/consents/".length),
    },
    secrets: [request.emailHash],
  };
};
