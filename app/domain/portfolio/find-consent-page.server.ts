import { photoFileName, STAGE_LABELS } from "#app/domain/media/photo.ts";
import type { PhotoStage } from "#app/domain/media/photo.ts";
import { readConsentToken } from "#app/domain/portfolio/consent-link.server.ts";
import { resultAge, scaleLabel } from "#app/domain/portfolio/portfolio-case.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { db } from "#app/platform/db.server.ts";
import { isRowId } from "#app/platform/row-id.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";

/** `asked`: an answer can be given. `given`: it was a yes, which can be taken back. The others show no picture. */
export type ConsentPageState = "asked" | "given" | "not_given" | "expired" | "taken_back" | "gone";
export type ConsentPage = {
  state: ConsentPageState;
  technicianName: string;
  photos: ConsentPhoto[];
  /** What stands beside the pictures. */
  facts: { label: string; value: string }[];
  /** The last day for an answer. */
  until: string;
  isPublished: boolean;
};
export type ConsentPhoto = { id: string; width: number; height: number; words: string };

/** What the person in the pictures is shown by their link; null for a link that is not ours. */
export async function findConsentPage(token: string, now: Date): Promise<ConsentPage | null> {
  const found = await findByToken(token, now);
  if (!found) return null;
  const { state, request } = found;
  const { title, treatment, concern, skinType, scale, scaleBand, status, technician } = request.portfolioCase;
  const isShown = state === "asked" || state === "given";
  const step = scaleLabel(scale, scaleBand);
  return {
    state,
    technicianName: technician.name,
    photos: isShown ? found.photos.map(({ storageKey: _storageKey, ...photo }) => toShown(photo)) : [],
    facts: isShown
      ? [
          { label: "Title", value: title },
          { label: "Treatment", value: TREATMENTS[treatment] },
          { label: "What it was for", value: step === null ? CONCERNS[concern] : `${CONCERNS[concern]}, ${step}` },
          ...(skinType === null ? [] : [{ label: "Skin type", value: `${skinType} (Fitzpatrick)` }]),
        ]
      : [],
    until: request.expiresAt.toISOString(),
    isPublished: status === "published",
  };
}

/** One of the pictures, for whoever has the link; null for any other, and once there is nothing to answer any more. */
export async function openConsentPhoto(token: string, photoId: string, now: Date, store: Storage = storage()) {
  const found = isRowId(photoId) ? await findByToken(token, now) : null;
  const photo = found?.photos.find(({ id }) => id === photoId);
  if (!photo || (found?.state !== "asked" && found?.state !== "given")) return null;
  return store.read(photo.storageKey, photoFileName(960));
}

function toShown({
  id,
  width,
  height,
  stage,
  daysSinceLastSession: days,
}: {
  id: string;
  width: number;
  height: number;
  stage: PhotoStage;
  daysSinceLastSession: number | null;
}): ConsentPhoto {
  const age = days === null ? "" : `, ${resultAge(days)} after the last session`;
  return { id, width, height, words: `${STAGE_LABELS[stage]}${age}` };
}

async function findByToken(token: string, now: Date) {
  const id = readConsentToken(token);
  if (id === null) return null;
  const request = await db().caseConsentRequest.findUnique({
    where: { id },
    select: {
      emailHash: true,
      expiresAt: true,
      confirmedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      portfolioCase: {
        select: {
          id: true,
          status: true,
          title: true,
          treatment: true,
          concern: true,
          skinType: true,
          scale: true,
          scaleBand: true,
          technician: { select: { name: true } },
          photos: {
            orderBy: [{ position: "asc" }, { id: "asc" }],
            select: {
              id: true,
              storageKey: true,
              width: true,
              height: true,
              stage: true,
              daysSinceLastSession: true,
              consents: { where: { withdrawnAt: null }, select: { subjectEmailHash: true } },
            },
          },
        },
      },
    },
  });
  if (!request) return null;
  const state = stateOf(request, now);
  const photos = request.portfolioCase.photos
    // After a yes only what it was given for: later pictures are asked about by another link.
    .filter(
      ({ consents }) =>
        state !== "given" || consents.some(({ subjectEmailHash }) => subjectEmailHash === request.emailHash),
    )
    .map(({ consents: _consents, ...photo }) => photo);
  return { state, request, photos };
}

type AnsweredRequest = {
  expiresAt: Date;
  confirmedAt: Date | null;
  declinedAt: Date | null;
  withdrawnAt: Date | null;
  portfolioCase: { status: string };
};

function stateOf(request: AnsweredRequest, now: Date): ConsentPageState {
  if (request.withdrawnAt) return "taken_back";
  if (request.portfolioCase.status === "withdrawn") return "gone";
  if (request.confirmedAt) return "given";
  if (request.declinedAt) return "not_given";
  return request.expiresAt <= now ? "expired" : "asked";
}
