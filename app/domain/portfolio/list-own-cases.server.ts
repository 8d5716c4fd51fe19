import type { Photo, PhotoStage } from "#app/domain/media/photo.ts";
import { caseGaps } from "#app/domain/portfolio/case-gaps.ts";
import type { CaseGap } from "#app/domain/portfolio/case-gaps.ts";
import { CHANGEABLE_CASES } from "#app/domain/portfolio/case-states.ts";
import type { CaseStatus } from "#app/domain/portfolio/case-states.ts";
import { consentStateOf } from "#app/domain/portfolio/consent-state.ts";
import { ownCases } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import { db } from "#app/platform/db.server.ts";

export type OwnCaseLine = {
  id: string;
  title: string;
  status: CaseStatus;
  treatment: Treatment;
  isSample: boolean;
  photoCount: number;
  /** The oldest result, or whatever there is. */
  cover: (Pick<Photo, "key" | "width" | "height"> & { stage: PhotoStage }) | null;
  /** Only of those that can be handed in. */
  gaps: CaseGap[];
};

/** All of one's own cases but the withdrawn ones, in the order in which readers see those that are published. */
export async function listOwnCases(keeper: PortfolioKeeper, now: Date): Promise<OwnCaseLine[]> {
  const rows = await db().portfolioCase.findMany({
    where: { ...ownCases(keeper), status: { not: "withdrawn" } },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      status: true,
      treatment: true,
      isSample: true,
      lastSessionOn: true,
      photos: {
        orderBy: [{ daysSinceLastSession: { sort: "desc", nulls: "last" } }, { position: "asc" }],
        select: { id: true, storageKey: true, width: true, height: true, stage: true },
      },
      consents: {
        where: { purpose: "publish_photo", withdrawnAt: null, photoId: { not: null } },
        select: { photoId: true },
      },
      consentRequests: {
        orderBy: [{ sentAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { expiresAt: true, confirmedAt: true, declinedAt: true, withdrawnAt: true },
      },
    },
  });
  return rows.map(({ photos, consents, consentRequests, lastSessionOn, ...line }) => {
    const facts = {
      photoIds: photos.map(({ id }) => id),
      consentedPhotoIds: consents.flatMap(({ photoId }) => photoId ?? []),
      request: consentRequests[0] ?? null,
    };
    const [cover] = photos;
    return {
      ...line,
      photoCount: photos.length,
      cover: cover ? { key: cover.storageKey, width: cover.width, height: cover.height, stage: cover.stage } : null,
      gaps: CHANGEABLE_CASES.includes(line.status)
        ? caseGaps({ lastSessionOn, photos, consent: consentStateOf(facts, now) })
        : [],
    };
  });
}
