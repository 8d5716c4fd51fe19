import { criterionStates, isExpiring } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { byInspectionDay, byStrength, publicStatus } from "#app/domain/criteria/evidence-fact.ts";
import { responseTimeOf } from "#app/domain/enquiries/response-time.ts";
import { PHOTO_STAGES, STAGE_LABELS } from "#app/domain/media/photo.ts";
import { countryName } from "#app/domain/places/countries.ts";
import { resultAge } from "#app/domain/portfolio/portfolio-case.ts";
import { describeEvidence } from "#app/domain/criteria/describe-evidence.ts";
import type { ProfileRow } from "#app/domain/profiles/profile-row.ts";
import type { Profile, ProfileCase, ProfileEvidence, ProfileInspection } from "#app/domain/profiles/profile.ts";
import { invitationShare } from "#app/domain/reviews/invitation-share.ts";
import { isConfirmationOld } from "#app/domain/technicians/confirmation.ts";
import { toStretch } from "#app/domain/technicians/opening-hours.ts";
import { webUrl } from "#app/domain/profiles/web-url.ts";

/**
 * The row of the profile query as readers see it today. An unclaimed listing keeps only what registers say: no words,
 * claims, cases or prices, whatever the row may hold.
 */
export function toProfile(row: ProfileRow, today: Day): Profile {
  const { technician: t } = row;
  const words = t.status === "published" ? t : null;
  const told = words
    ? row
    : { answers: [], treatmentWords: [], evidence: row.evidence.filter(isFromRegister), cases: [], priceBands: [] };
  const inspections = row.inspections.map(toInspection).sort(byInspectionDay);
  return {
    slug: t.slug,
    name: t.name,
    status: t.status,
    isSample: t.isSample,
    pronouns: words?.pronouns ?? null,
    gender: words?.gender ?? null,
    bio: words?.bio ?? "",
    websiteUrl: webUrl(words?.websiteUrl ?? null),
    languages: words?.languages ?? [],
    treatments: words?.treatments ?? [],
    concerns: words?.concerns ?? [],
    skinTypes: [...(words?.skinTypes ?? [])].sort((a, b) => a - b),
    practisingSince: words?.practisingSince ?? null,
    smpShare: words?.smpShare ?? null,
    hasOwnHairLoss: words?.hasOwnHairLoss ?? null,
    understandingStatement: words?.understandingStatement ?? null,
    dedicationStatement: words?.dedicationStatement ?? null,
    topUpYears:
      words && words.topUpYearsMin !== null && words.topUpYearsMax !== null
        ? { min: words.topUpYearsMin, max: words.topUpYearsMax }
        : null,
    treatmentWords: told.treatmentWords,
    lastConfirmedOn: words?.lastConfirmedOn ?? null,
    isConfirmationOld: isConfirmationOld(words?.lastConfirmedOn ?? null, today),
    listing:
      t.listingSource !== null && t.listingRecord !== null && t.listingSnapshotOn !== null
        ? { source: t.listingSource, record: t.listingRecord, snapshotOn: t.listingSnapshotOn }
        : null,
    isClaimed: t.isClaimed,
    states: criterionStates(row.facts, today),
    answers: told.answers,
    premises: row.premises.map(({ guestFrom, guestUntil, hours, ...premises }) => ({
      ...premises,
      countryName: countryName(premises.countryCode),
      guest: guestFrom !== null || guestUntil !== null ? { from: guestFrom, until: guestUntil } : null,
      hours: words ? hours.map(toStretch) : [],
    })),
    evidence: told.evidence.flatMap((item) => toEvidence(item, today) ?? []).sort(byStrength),
    inspections,
    cases: told.cases.map(toCase),
    priceBands: told.priceBands,
    pricesPaid: row.pricesPaid,
    rating: {
      count: t.reviewCount,
      mean: t.ratingMean,
      counts: t.ratingCounts,
      subRatings: {
        understanding: t.subRatingUnderstanding,
        sterile: t.subRatingSterile,
        dedication: t.subRatingDedication,
        portfolio: t.subRatingPortfolio,
      },
      subRatingAnswers: row.subRatingAnswers,
      recommendCount: t.recommendCount,
      recommendAnswers: t.recommendAnswers,
    },
    responseTime: words && responseTimeOf(words.responseMinutesMedian, words.responseCount),
    invitationShare: words && toShare(row.invitationMonths),
  };
}

function toShare(row: ProfileRow["invitationMonths"]): Profile["invitationShare"] {
  const { percent, months } = invitationShare(row);
  return percent === null ? null : { percent, months };
}

/** A checked fact that no moderator checked: its source is the register itself. */
function isFromRegister(row: ProfileRow["evidence"][number]): boolean {
  return (row.status === "verified" || row.status === "expired") && row.checkedBy === null;
}

function toInspection(row: ProfileRow["inspections"][number]): ProfileInspection {
  return {
    ...row,
    infractions: row.infractions.map((infraction) => ({ ...infraction, citation: null })),
  };
}

function toEvidence(row: ProfileRow["evidence"][number], today: Day): ProfileEvidence | null {
  const status = publicStatus(row, today);
  if (status === null) return null;
  const wasChecked = status === "verified" || status === "expired";
  return {
    id: row.id,
    criterion: row.criterion,
    kind: row.kind,
    status,
    isExpiring: isExpiring(row, today),
    issuedOn: row.issuedOn ?? row.training?.completedOn ?? null,
    expiresOn: row.expiresOn,
    noExpiryReason: row.expiresOn === null ? (row.noExpiryReason ?? "unknown") : null,
    source: row.source,
    sourceUrl: webUrl(row.sourceUrl) ?? webUrl(row.authorization?.registerUrl ?? null),
    // Who once looked at a row that is being checked again, or was only declared, vouches for nothing.
    checkedOn: wasChecked ? row.checkedOn : null,
    checkedBy: wasChecked ? row.checkedBy : null,
    ...describeEvidence(row),
    isNotRequired: row.authorization?.notRequired ?? false,
  };
}

function toCase(row: ProfileRow["cases"][number]): ProfileCase {
  const photos = row.photos.map(({ isSample, ...photo }) => ({ ...photo, alt: photoAlt(photo, row.title, isSample) }));
  // By stage and not by days alone: "before" has no days.
  return { ...row, photos: photos.sort((a, b) => PHOTO_STAGES.indexOf(a.stage) - PHOTO_STAGES.indexOf(b.stage)) };
}

function photoAlt(
  photo: Pick<ProfileCase["photos"][number], "stage" | "daysSinceLastSession">,
  title: string,
  isSample: boolean,
): string {
  const age =
    photo.daysSinceLastSession === null ? "" : `, ${resultAge(photo.daysSinceLastSession)} after the last session`;
  return `${isSample ? "Sample illustration. " : ""}${STAGE_LABELS[photo.stage]}${age}: ${title}`;
}
