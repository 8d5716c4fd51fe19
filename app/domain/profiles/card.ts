import type { CriterionStates, InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import type { ShownPhoto } from "#app/domain/media/photo.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";

/** One technician in a list of results: no more than the card shows. */
export type TechnicianCard = {
  slug: string;
  name: string;
  isUnclaimed: boolean;
  isSample: boolean;
  studio: string;
  city: string;
  region: string | null;
  countryCode: string;
  /** Null when the search has no place. */
  distanceKm: number | null;
  states: CriterionStates;
  reviewCount: number;
  ratingMean: number | null;
  /** Reviews with 1, 2, 3, 4, 5 stars. */
  ratingCounts: number[];
  priceFrom: { amount: number; currency: string } | null;
  treatments: Treatment[];
  photo: ShownPhoto | null;
  /** The latest official inspection, when it was not passed. */
  inspectionNotice: { outcome: InspectionOutcome; inspectedOn: string } | null;
};
