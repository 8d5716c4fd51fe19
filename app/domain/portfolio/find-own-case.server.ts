import { caseGaps } from "#app/domain/portfolio/case-gaps.ts";
import { CHANGEABLE_CASES } from "#app/domain/portfolio/case-states.ts";
import { findConsentFacts } from "#app/domain/portfolio/consent-facts.server.ts";
import { consentStateOf } from "#app/domain/portfolio/consent-state.ts";
import { OWN_HEAD_CONSENT_VERSION } from "#app/domain/portfolio/consent-words.ts";
import { ownCasePhoto, ownCases } from "#app/domain/portfolio/own-case.server.ts";
import type { PortfolioKeeper } from "#app/domain/portfolio/own-case.server.ts";
import type { OwnCase, OwnCasePhoto } from "#app/domain/portfolio/own-case.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { Prisma } from "#app/platform/generated/prisma/client.ts";
import { listLooks } from "#app/platform/list-looks.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

const PHOTO = {
  id: true,
  storageKey: true,
  width: true,
  height: true,
  stage: true,
  daysSinceLastSession: true,
  takenOn: true,
  caption: true,
} as const satisfies Prisma.PhotoSelect;

const CASE = {
  id: true,
  version: true,
  status: true,
  isSample: true,
  title: true,
  treatment: true,
  concern: true,
  skinType: true,
  scale: true,
  scaleBand: true,
  sessions: true,
  lastSessionOn: true,
  isSameLight: true,
  isSameAngle: true,
  isUnedited: true,
  closedReason: true,
  photos: { select: PHOTO, orderBy: [{ position: "asc" }, { id: "asc" }] },
  consentRequests: {
    select: { textVersion: true, expiresAt: true },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: 1,
  },
} as const satisfies Prisma.PortfolioCaseSelect;

/** One of one's own cases with all that can be done about it; null for what is not there or somebody else's. */
export async function findOwnCase(keeper: PortfolioKeeper, caseId: string, now: Date): Promise<OwnCase | null> {
  if (!isRowId(caseId)) return null;
  const tx = db();
  const found = await tx.portfolioCase.findFirst({ where: { id: caseId, ...ownCases(keeper) }, select: CASE });
  if (!found) return null;
  const { photos, consentRequests, closedReason, lastSessionOn, ...words } = found;
  const [facts, pending, decision, looks] = await Promise.all([
    findConsentFacts(caseId, photos, tx),
    tx.pendingUpload.findMany({
      where: { portfolioCaseId: caseId, ownerId: keeper.userId, expiresAt: { gt: now } },
      orderBy: { id: "asc" },
      select: { id: true, byteLength: true, receivedBytes: true },
    }),
    tx.moderationDecision.findFirst({
      where: { subjectKind: "portfolio_case", subjectId: caseId },
      orderBy: { decidedAt: "desc" },
      select: { note: true, checkReason: true },
    }),
    findLooks(caseId, tx),
  ]);
  const consent = consentStateOf(facts, now);
  const isChangeable = CHANGEABLE_CASES.includes(words.status);
  const isRefused = words.status === "changes_requested" || words.status === "rejected";
  const [request] = consentRequests;
  return {
    ...words,
    lastSessionOn: toDay(lastSessionOn),
    photos: photos.map(toOwnPhoto),
    consent,
    consentUntil: consent === "waiting" && request ? request.expiresAt.toISOString() : null,
    isOwnHead: request?.textVersion === OWN_HEAD_CONSENT_VERSION,
    gaps: isChangeable ? caseGaps({ lastSessionOn, photos, consent }) : [],
    isChangeable,
    pending,
    refusal: isRefused ? { reason: closedReason ?? decision?.checkReason ?? null, note: decision?.note ?? null } : null,
    looks,
  };
}

/** A picture of an own case with what its page needs; null for anybody else's. */
export async function findOwnCasePhoto(
  keeper: PortfolioKeeper,
  caseId: string,
  photoId: string,
): Promise<(OwnCasePhoto & { isChangeable: boolean }) | null> {
  if (!isRowId(photoId) || !isRowId(caseId)) return null;
  const found = await db().photo.findFirst({
    where: { ...ownCasePhoto(keeper, photoId), portfolioCaseId: caseId },
    select: { ...PHOTO, portfolioCase: { select: { status: true } } },
  });
  if (!found) return null;
  const { portfolioCase, ...photo } = found;
  const isChangeable = portfolioCase !== null && CHANGEABLE_CASES.includes(portfolioCase.status);
  return { ...toOwnPhoto(photo), isChangeable };
}

function toOwnPhoto({ storageKey, takenOn, ...photo }: Prisma.PhotoGetPayload<{ select: typeof PHOTO }>): OwnCasePhoto {
  return { ...photo, key: storageKey, takenOn: toDay(takenOn) };
}

function toDay(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

/** Who looked at it before it was public, newest first (P-08). The case is the viewer's own by now. */
async function findLooks(caseId: string, tx: Db): Promise<OwnCase["looks"]> {
  const subjects = Prisma.sql`SELECT ${caseId}::uuid AS id`;
  const looks = await listLooks({ kind: "portfolio_case", actions: ["portfolio_case_viewed"], subjects }, tx);
  return (looks.get(caseId) ?? []).map(({ at, by }) => ({ at, by }));
}
