import type { InspectionOutcome } from "#app/domain/criteria/criterion.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";

/**
 * An inspection that a later snapshot brought and that went worse than the one before it at the same premises, as
 * moderators see it. Its states are two: new, and looked at.
 */
export type InspectionNotice = {
  id: string;
  premisesName: string;
  city: string;
  inspectedOn: Day;
  outcome: InspectionOutcome;
  previousOutcome: InspectionOutcome;
  /** The register that says so. */
  registerTitle: string;
  noticedAt: string;
  /** Null: nobody has looked yet. */
  seen: { at: string; by: string | null } | null;
  /** Profiles at these premises that readers can see. */
  profiles: { slug: string; name: string }[];
};

export type InspectionNotices = { notices: InspectionNotice[]; page: number; pageCount: number };
