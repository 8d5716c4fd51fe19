import type { Difference } from "#app/domain/technicians/revision.ts";

/** A change of a profile, newest first on its page. */
export type ProfileChange = {
  id: string;
  section: string;
  /** Who changed it, by display name; null once their account is gone, or where nobody did by hand. */
  by: string | null;
  changedAt: Date;
  differences: Difference[];
};

export type ProfileHistory = {
  slug: string;
  name: string;
  changes: ProfileChange[];
  page: number;
  pageCount: number;
};
