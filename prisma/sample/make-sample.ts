import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { makeAccounts } from "./accounts.ts";
import { makeClaims } from "./make-claims.ts";
import { makeCounts } from "./make-counts.ts";
import { dateReviews } from "./date-reviews.ts";
import { startOfDay } from "./days.ts";
import type { SampleReview } from "./make-reviews.ts";
import { makeEnquiries } from "./make-enquiries.ts";
import type { Enquiries } from "./make-enquiries.ts";
import { makeEvidence } from "./make-evidence.ts";
import type { EvidenceRows } from "./evidence-desk.ts";
import { makeHours } from "./make-hours.ts";
import { makeInspections } from "./make-inspections.ts";
import type { InspectionRows } from "./make-inspections.ts";
import { makePortfolio } from "./make-portfolio.ts";
import type { PlannedPhoto, Portfolio } from "./make-portfolio.ts";
import { makePrices } from "./make-prices.ts";
import { makeProfiles } from "./make-profiles.ts";
import type { Profiles } from "./make-profiles.ts";
import { makeReports } from "./make-reports.ts";
import { makeReviews } from "./make-reviews.ts";
import { makeThreads } from "./make-threads.ts";
import type { Threads } from "./make-threads.ts";
import { makeInvitations, timeAnswers, withInvitations } from "./make-invitations.ts";
import { makeTreatmentWords } from "./make-treatment-words.ts";
import { makeVisits } from "./make-visits.ts";
import type { Visits } from "./make-visits.ts";
import { planTechnicians } from "./plan-technicians.ts";
import { sampleId } from "./random.ts";
import { rateTechnicians } from "./rate-technicians.ts";
import { regimeRows } from "../reference/regime-rows.ts";
import { textKey } from "./write-review.ts";

/** Everything the sample set puts into the database, as rows with their ids; pictures are still to be drawn. */
export type Sample = Omit<Profiles, "owners"> &
  Omit<EvidenceRows, "decisions"> &
  InspectionRows &
  Pick<Portfolio, "cases" | "consents" | "consentRequests"> &
  Threads &
  Visits &
  Enquiries & {
    treatedCounts: Prisma.TreatedCountCreateManyInput[];
    dailyCounts: Prisma.DailyCountCreateManyInput[];
    claims: Prisma.ListingClaimCreateManyInput[];
    regimes: Prisma.RegimeCreateManyInput[];
    users: Prisma.UserCreateManyInput[];
    prices: Prisma.PriceBandCreateManyInput[];
    hours: Prisma.OpeningHoursCreateManyInput[];
    treatmentWords: Prisma.TreatmentDescriptionCreateManyInput[];
    photos: PlannedPhoto[];
    reviews: SampleReview[];
    reports: Prisma.ReportCreateManyInput[];
    appeals: Prisma.AppealCreateManyInput[];
    decisions: Prisma.ModerationDecisionCreateManyInput[];
  };

/** Technicians with an authorisation that counts today. */
function licensedOn(today: Date, evidence: EvidenceRows): ReadonlySet<string> {
  const current = evidence.evidence.filter(
    ({ kind, status, expiresOn }) =>
      kind === "authorization" && status === "verified" && (!expiresOn || new Date(expiresOn) > today),
  );
  return new Set(current.map(({ technicianId }) => technicianId));
}

/** The whole set, counted from `today` (the hour does not matter). The same day gives the same set, to the letter. */
export function makeSample(now: Date): Sample {
  const today = startOfDay(now);
  const plans = planTechnicians(today);
  const profiles = makeProfiles(plans, today);
  const { decisions: evidenceDecisions, ...evidence } = makeEvidence(plans, profiles, today);
  const { authors, reviews } = makeReviews(plans, today, licensedOn(today, { ...evidence, decisions: [] }));
  const moderation = dateReviews(reviews, today);
  const threads = makeThreads(reviews, today, new Set(reviews.map(({ row }) => textKey(row.text ?? ""))));
  const portfolio = makePortfolio(plans, reviews, today);
  const reports = makeReports(reviews, today);
  rateTechnicians(profiles.technicians, reviews, threads, today);
  const authorIds = authors.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const enquiries = makeEnquiries(plans, authorIds, today);
  timeAnswers(profiles.technicians, enquiries, today);
  const invitations = makeInvitations(plans, today);
  const { owners, ...listed } = profiles;
  return {
    ...listed,
    ...evidence,
    ...makeInspections(profiles, today),
    ...threads,
    ...withInvitations(
      makeVisits(reviews, (kind, reviewId) => sampleId(kind, reviewId)),
      invitations,
    ),
    ...enquiries,
    treatedCounts: invitations.treatedCounts,
    dailyCounts: makeCounts(plans, today),
    claims: makeClaims(plans, authorIds, today),
    regimes: regimeRows(),
    users: [...makeAccounts(today), ...owners, ...authors],
    prices: makePrices(plans, today),
    hours: makeHours(profiles),
    treatmentWords: makeTreatmentWords(profiles),
    cases: portfolio.cases,
    consents: portfolio.consents,
    consentRequests: portfolio.consentRequests,
    photos: portfolio.photos,
    reviews: reviews.map(({ row }) => row),
    reports: reports.reports,
    appeals: moderation.appeals,
    decisions: [...evidenceDecisions, ...moderation.decisions, ...portfolio.decisions, ...reports.decisions],
  };
}
