import { STAGE_LABELS } from "#app/domain/media/photo.ts";
import { findSimilarPhotos } from "#app/domain/media/find-similar-photos.server.ts";
import type { CaseItem, SimilarCasePhoto } from "#app/domain/moderation/case-item.ts";
import { findClaim } from "#app/domain/moderation/find-item.server.ts";
import { findPastDecisions } from "#app/domain/moderation/find-past-decisions.server.ts";
import { handedInPath } from "#app/domain/moderation/handed-in.ts";
import { isOwnMatter } from "#app/domain/moderation/own-matter.server.ts";
import { describeWaiting, itemPath } from "#app/domain/moderation/queue.ts";
import { caseWarnings } from "#app/domain/portfolio/case-warnings.ts";
import { findConsentFacts } from "#app/domain/portfolio/consent-facts.server.ts";
import { consentStateOf } from "#app/domain/portfolio/consent-state.ts";
import { OWN_HEAD_CONSENT_VERSION } from "#app/domain/portfolio/consent-words.ts";
import { resultAge, scaleLabel } from "#app/domain/portfolio/portfolio-case.ts";
import { CONCERNS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isRowId } from "#app/platform/row-id.ts";

/** A moderator's looks within this time are one look on record. */
const ONE_LOOK_MS = 15 * 60_000;

/**
 * A case with all that a moderator goes by; null for what isn't there, for drafts, for what is
 * withdrawn and for a moderator's own matter. A look at pictures that are not public is put on record, where their
 * technician sees it (P-08).
 */
export async function findCaseItem(
  viewer: Pick<Viewer, "userId">,
  id: string,
  now: Date,
  tx: Db = db(),
): Promise<CaseItem | null> {
  if (!isRowId(id)) return null;
  const found = await findCase(id, tx);
  if (!found || found.status === "withdrawn" || (await isOwnMatter(viewer, "portfolio_case", id, tx))) return null;
  const history = await findPastDecisions("portfolio_case", id, tx);
  if (found.status === "draft") return null;
  const { photos, lastSessionOn, technician, consentRequests } = found;
  const [facts, similar, claim] = await Promise.all([
    findConsentFacts(id, photos, tx),
    findSimilar(photos, tx),
    findClaim(viewer, "portfolio_case", id, now, tx),
  ]);
  if (found.status !== "published") await recordLook(viewer.userId, id, now);
  return {
    id,
    version: found.version,
    status: found.status,
    heading: found.title,
    isSample: found.isSample,
    technician,
    waiting: found.status === "submitted" ? describeWaiting(found.submittedAt ?? found.createdAt, now) : null,
    claim,
    facts: factsOf(found),
    lastSessionOn: lastSessionOn?.toISOString().slice(0, 10) ?? null,
    photos: photos.map(({ id: _id, storageKey, takenOn, ...photo }, index) => ({
      ...photo,
      key: storageKey,
      takenOn: takenOn?.toISOString().slice(0, 10) ?? null,
      alt: `Picture ${index + 1}: ${STAGE_LABELS[photo.stage]}${photo.daysSinceLastSession === null ? "" : `, ${resultAge(photo.daysSinceLastSession)} after the last session`}`,
    })),
    consent: consentStateOf(facts, now),
    isOwnHead: consentRequests[0]?.textVersion === OWN_HEAD_CONSENT_VERSION,
    warnings: caseWarnings({ lastSessionOn, photos }),
    similar,
    history,
  };
}

type CaseRow = NonNullable<Awaited<ReturnType<typeof findCase>>>;

function findCase(id: string, tx: Db) {
  return tx.portfolioCase.findUnique({
    where: { id },
    include: {
      technician: { select: { name: true, slug: true } },
      consentRequests: {
        orderBy: [{ sentAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { textVersion: true },
      },
      photos: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: {
          id: true,
          storageKey: true,
          width: true,
          height: true,
          placeholderColour: true,
          stage: true,
          daysSinceLastSession: true,
          takenOn: true,
          caption: true,
        },
      },
    },
  });
}

function factsOf(row: CaseRow): CaseItem["facts"] {
  const step = scaleLabel(row.scale, row.scaleBand);
  const said = (isTrue: boolean) => (isTrue ? "Yes" : "No");
  return [
    { label: "Treatment", value: TREATMENTS[row.treatment] },
    { label: "Concern", value: step === null ? CONCERNS[row.concern] : `${CONCERNS[row.concern]}, ${step}` },
    { label: "Skin type", value: row.skinType === null ? "Not said" : `${row.skinType} (Fitzpatrick)` },
    { label: "Sessions", value: row.sessions === null ? "Not said" : String(row.sessions) },
    { label: "Same light", value: said(row.isSameLight) },
    { label: "Same angle", value: said(row.isSameAngle) },
    { label: "Unedited", value: said(row.isUnedited) },
  ];
}

/** Pictures elsewhere that look like these, also in other cases of the same technician, with where they stand. */
async function findSimilar(photos: readonly { id: string }[], tx: Db): Promise<SimilarCasePhoto[]> {
  const ids = photos.map(({ id }) => id);
  const found = await findSimilarPhotos(ids, tx, { inOwnCases: true });
  // Of two pictures of this case that look alike each finds the other.
  const told = found.filter(({ photoId, ofPhotoId }) => !ids.includes(photoId) || photoId > ofPhotoId);
  const technicians = await tx.technician.findMany({
    where: { id: { in: told.map(({ technicianId }) => technicianId) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => technicians.find((one) => one.id === id)?.name ?? "another technician";
  return told.map(({ photoId, ofPhotoId, technicianId, reviewId, portfolioCaseId, distance }) => ({
    number: ids.indexOf(ofPhotoId) + 1,
    where: ids.includes(photoId)
      ? `picture ${ids.indexOf(photoId) + 1} of this case`
      : `${portfolioCaseId === null ? "a review" : "a case"} of ${nameOf(technicianId)}`,
    href: ids.includes(photoId)
      ? null
      : portfolioCaseId !== null
        ? handedInPath("portfolio_case", portfolioCaseId)
        : reviewId === null
          ? null
          : itemPath("review", reviewId),
    isSame: distance === 0,
  }));
}

async function recordLook(actorId: string, caseId: string, now: Date): Promise<void> {
  const look = { actorId, action: "portfolio_case_viewed", subjectKind: "portfolio_case", subjectId: caseId };
  const since = new Date(now.getTime() - ONE_LOOK_MS);
  if (await db().auditEvent.count({ where: { ...look, at: { gt: since } } })) return;
  await db().$transaction((tx) => recordAudit(look, tx));
}
