import type { CriterionStates } from "#app/domain/criteria/criterion.ts";
import type { PublicEvidence, PublicInspection } from "#app/domain/criteria/evidence-fact.ts";
import type { ResponseTime } from "#app/domain/enquiries/response-time.ts";
import type { HairLossScale, PublicCase } from "#app/domain/portfolio/portfolio-case.ts";
import type { SubRating } from "#app/domain/reviews/rating.ts";
import type { OpenStretch } from "#app/domain/technicians/opening-hours.ts";
import type { Concern, Feature, Gender, SkinType, Treatment } from "#app/domain/technicians/vocabulary.ts";

/**
 * A technician's public profile: everything its page shows, and nothing else. Days are "2026-03-08"; amounts are minor
 * units of their currency. No private document, e-mail address or account id ever enters these shapes.
 */
export type Profile = {
  slug: string;
  name: string;
  status: "published" | "unclaimed";
  isSample: boolean;
  pronouns: string | null;
  gender: Gender | null;
  bio: string;
  websiteUrl: string | null;
  languages: string[];
  treatments: Treatment[];
  concerns: Concern[];
  skinTypes: SkinType[];
  practisingSince: number | null;
  smpShare: number | null;
  hasOwnHairLoss: boolean | null;
  understandingStatement: string | null;
  dedicationStatement: string | null;
  topUpYears: { min: number; max: number } | null;
  /** The treatments that the technician describes, in their own words. */
  treatmentWords: { treatment: Treatment; words: string }[];
  lastConfirmedOn: string | null;
  /** Six months and more ago. */
  isConfirmationOld: boolean;
  /** Where an unclaimed listing comes from. */
  listing: { source: string; record: string; snapshotOn: string } | null;
  /** Somebody keeps it: of an unclaimed listing, that its technician has claimed it and not published yet. */
  isClaimed: boolean;
  states: CriterionStates;
  answers: { question: string; answer: string }[];
  premises: ProfilePremises[];
  evidence: ProfileEvidence[];
  inspections: ProfileInspection[];
  cases: ProfileCase[];
  priceBands: ProfilePriceBand[];
  /** What clients say they paid, per treatment and currency, where at least one review names a price. */
  pricesPaid: ProfilePricePaid[];
  rating: ProfileRating;
  /** How soon enquiries are answered; null: too few to say. */
  responseTime: ResponseTime | null;
  /** Share of treated clients invited to review, per cent of so many months; null: no count is given. */
  invitationShare: { percent: number; months: number } | null;
};

export type ProfilePremises = {
  name: string;
  address: string;
  city: string;
  region: string | null;
  countryCode: string;
  /** In English, named by the server: a browser's tables may spell it differently. */
  countryName: string;
  postcode: string | null;
  lat: number;
  lng: number;
  features: Feature[];
  guest: { from: string | null; until: string | null } | null;
  /** When this technician works here; empty: none provided. */
  hours: OpenStretch[];
};

/** A fact as the criteria noun shows it: only public states, submitted or in need of a better copy reading "in_check". */
export type ProfileEvidence = PublicEvidence;
export type ProfileInspection = PublicInspection;
export type ProfileCase = PublicCase;

export type ProfilePriceBand = {
  treatment: Treatment;
  scale: HairLossScale;
  bandFrom: number | null;
  bandTo: number | null;
  amountFrom: number;
  amountTo: number;
  currency: string;
  sessionsIncluded: number | null;
  topUpIncluded: boolean;
  topUpWithinMonths: number | null;
  deposit: number | null;
  confirmedOn: string;
};

/** Minor units. Reviews written for an incentive are left out: their price isn't what others would pay. */
export type ProfilePricePaid = {
  treatment: Treatment;
  currency: string;
  low: number;
  median: number;
  high: number;
  count: number;
};

export type ProfileRating = {
  count: number;
  mean: number | null;
  /** Reviews with 1, 2, 3, 4, 5 stars. */
  counts: number[];
  subRatings: Record<SubRating, number | null>;
  /** How many visible reviews answered each: the n behind its mean. */
  subRatingAnswers: Record<SubRating, number>;
  recommendCount: number;
  recommendAnswers: number;
};
