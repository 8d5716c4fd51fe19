import type { Day } from "#app/domain/criteria/evidence.ts";
import type { InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import type { Concern, Feature, Gender, Language, SkinType, Treatment } from "#app/domain/technicians/vocabulary.ts";

/**
 * What an import brings in, whatever the file looked like: one listing per record of its source, with the premises
 * and the inspections that were found there. The source says it; nobody here has checked it.
 */
export type Listing = {
  /** The source's own lasting name for it. */
  record: string;
  technician: ListedTechnician;
  premises: ListedPremises;
  inspections: ListedInspection[];
};

/** Which source listings come from, by its key, and the day it was as it says. */
export type Origin = {
  source: string;
  snapshotOn: Day;
  /**
   * Until when whatever this snapshot is news against came in; null where it isn't news: the first snapshot of its source,
   * or the same as one before, or an older one.
   */
  knownUntil?: Date | null;
};

type ListedTechnician = {
  name: string;
  bio: string;
  websiteUrl: string | null;
  gender: Gender | null;
  languages: Language[];
  treatments: Treatment[];
  concerns: Concern[];
  skinTypes: SkinType[];
  practisingSince: number | null;
};

export type ListedPremises = {
  name: string;
  address: string;
  city: string;
  region: string | null;
  countryCode: string;
  postcode: string | null;
  lat: number;
  lng: number;
  features: Feature[];
};

type ListedInspection = {
  inspectedOn: Day;
  outcome: InspectionOutcome;
  /** In the register's words, sorted. */
  services: string[];
  infractions: ListedInfraction[];
};

export const SEVERITIES = ["crucial", "significant", "minor"] as const;
export type Severity = (typeof SEVERITIES)[number];

export type ListedInfraction = {
  severity: Severity;
  category: string;
  text: string;
  /** What the inspector did about it; several are joined by "; ". */
  action: string | null;
  services: string[];
};

/** A listing about which its source says no more than where it is. */
export function bareTechnician(name: string): ListedTechnician {
  return {
    name,
    bio: "",
    websiteUrl: null,
    gender: null,
    languages: [],
    treatments: [],
    concerns: [],
    skinTypes: [],
    practisingSince: null,
  };
}
