import { z } from "zod";
import { photoRow } from "#app/domain/media/photo-row.ts";
import { CRITERION_KEYS, EVIDENCE_STATUSES } from "#app/domain/criteria/criterion.ts";
import type { CriteriaFacts } from "#app/domain/criteria/evidence.ts";
import { invitationMonthRow } from "#app/domain/reviews/invitation-month-row.ts";
import { CONCERNS, FEATURES, GENDERS, SKIN_TYPES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { keysOf } from "#app/domain/technicians/vocabulary-schema.ts";

/*
 * What the profile query answers, checked where it enters: one JSON document per technician, days as "2026-03-08",
 * enums in the words of the schema. A column that changes its meaning fails here and not on somebody's page.
 */

const day = z.iso.date();
const scale = z.enum(["norwood", "ludwig", "none"]);
const treatment = keysOf(TREATMENTS);
const skinType = z.literal(SKIN_TYPES);
const count = z.number().int().min(0);
const criterion = z.enum(CRITERION_KEYS);
const outcome = z.enum(["pass", "conditional_pass", "closed"]);

const technician = z.object({
  slug: z.string(),
  status: z.enum(["published", "unclaimed"]),
  name: z.string(),
  pronouns: z.string().nullable(),
  gender: keysOf(GENDERS).nullable(),
  bio: z.string(),
  websiteUrl: z.string().nullable(),
  languages: z.array(z.string()),
  treatments: z.array(treatment),
  concerns: z.array(keysOf(CONCERNS)),
  skinTypes: z.array(skinType),
  practisingSince: z.number().int().nullable(),
  smpShare: z.number().int().nullable(),
  hasOwnHairLoss: z.boolean().nullable(),
  understandingStatement: z.string().nullable(),
  dedicationStatement: z.string().nullable(),
  topUpYearsMin: z.number().int().nullable(),
  topUpYearsMax: z.number().int().nullable(),
  lastConfirmedOn: day.nullable(),
  listingSource: z.string().nullable(),
  listingRecord: z.string().nullable(),
  listingSnapshotOn: day.nullable(),
  isClaimed: z.boolean(),
  isSample: z.boolean(),
  reviewCount: count,
  ratingMean: z.number().nullable(),
  ratingCounts: z.array(count).length(5),
  subRatingUnderstanding: z.number().nullable(),
  subRatingSterile: z.number().nullable(),
  subRatingDedication: z.number().nullable(),
  subRatingPortfolio: z.number().nullable(),
  recommendCount: count,
  recommendAnswers: count,
  responseMinutesMedian: count.nullable(),
  responseCount: count,
});

export const criteriaFacts: z.ZodType<CriteriaFacts> = z.object({
  hasUnderstandingStatement: z.boolean(),
  hasOwnHairLoss: z.boolean().nullable(),
  hasDedicationWords: z.boolean(),
  publishedCases: count,
  submittedCases: count,
  latestInspection: outcome.nullable(),
  evidence: z.array(
    z.object({ criterion, status: z.enum(EVIDENCE_STATUSES), expiresOn: day.nullable(), isNotRequired: z.boolean() }),
  ),
});

const premises = z.object({
  name: z.string(),
  address: z.string(),
  city: z.string(),
  region: z.string().nullable(),
  countryCode: z.string(),
  postcode: z.string().nullable(),
  lat: z.number(),
  lng: z.number(),
  features: z.array(keysOf(FEATURES)),
  guestFrom: day.nullable(),
  guestUntil: day.nullable(),
  hours: z.array(z.object({ weekday: z.number().int(), opensAt: z.number().int(), closesAt: z.number().int() })),
});

const evidence = z.object({
  id: z.uuid(),
  criterion,
  kind: z.enum(["authorization", "hygiene", "training", "association"]),
  status: z.enum(EVIDENCE_STATUSES),
  issuedOn: day.nullable(),
  expiresOn: day.nullable(),
  noExpiryReason: z.enum(["none_under_regime", "unknown"]).nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  checkedOn: day.nullable(),
  checkedBy: z.string().nullable(),
  authorization: z
    .object({
      regime: z.string(),
      holder: z.enum(["person", "premises"]),
      premises: z.string().nullable(),
      authority: z.string(),
      number: z.string().nullable(),
      notRequired: z.boolean(),
      reason: z.string().nullable(),
      renewalNote: z.string(),
      registerUrl: z.string().nullable(),
      registerNote: z.string(),
    })
    .nullable(),
  hygiene: z
    .object({
      kind: z.enum([
        "bloodborne_pathogen_certificate",
        "infection_control_award",
        "single_use_declaration",
        "autoclave_spore_test",
        "sharps_contract",
        "insurance_certificate",
      ]),
      detail: z.string().nullable(),
    })
    .nullable(),
  training: z
    .object({
      provider: z.string(),
      trainer: z.string().nullable(),
      courseName: z.string(),
      smpHours: z.number().int().nullable(),
      liveModels: z.number().int().nullable(),
      completedOn: day.nullable(),
    })
    .nullable(),
  association: z
    .object({ name: z.string(), memberNumber: z.string().nullable(), memberSince: z.number().int().nullable() })
    .nullable(),
});

const inspection = z.object({
  inspectedOn: day,
  outcome,
  services: z.array(z.string()),
  premisesName: z.string(),
  source: z.string(),
  sourceRecord: z.string(),
  snapshotOn: day,
  isSample: z.boolean(),
  infractions: z.array(
    z.object({
      severity: z.enum(["crucial", "significant", "minor"]),
      category: z.string(),
      text: z.string(),
      action: z.string().nullable(),
      services: z.array(z.string()),
    }),
  ),
});

const photo = photoRow.extend({ caption: z.string().nullable() });

const portfolioCase = z.object({
  id: z.uuid(),
  title: z.string(),
  treatment,
  concern: keysOf(CONCERNS),
  skinType: skinType.nullable(),
  scale,
  scaleBand: z.number().int().nullable(),
  sessions: z.number().int().nullable(),
  isSameLight: z.boolean(),
  isSameAngle: z.boolean(),
  isUnedited: z.boolean(),
  checkedOn: day.nullable(),
  isSample: z.boolean(),
  photos: z.array(photo),
});

const priceBand = z.object({
  treatment,
  scale,
  bandFrom: z.number().int().nullable(),
  bandTo: z.number().int().nullable(),
  amountFrom: count,
  amountTo: count,
  currency: z.string(),
  sessionsIncluded: z.number().int().nullable(),
  topUpIncluded: z.boolean(),
  topUpWithinMonths: z.number().int().nullable(),
  deposit: count.nullable(),
  confirmedOn: day,
});

export const profileRow = z.object({
  technician,
  facts: criteriaFacts,
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  treatmentWords: z.array(z.object({ treatment, words: z.string() })),
  premises: z.array(premises),
  evidence: z.array(evidence),
  inspections: z.array(inspection),
  cases: z.array(portfolioCase),
  priceBands: z.array(priceBand),
  pricesPaid: z.array(z.object({ treatment, currency: z.string(), low: count, median: count, high: count, count })),
  subRatingAnswers: z.object({ understanding: count, sterile: count, dedication: count, portfolio: count }),
  invitationMonths: z.array(invitationMonthRow),
});
export type ProfileRow = z.infer<typeof profileRow>;
