import type { ImportFigures } from "./import-speed.ts";
import type { IndexFigures } from "./index-speed.ts";
import type { PageMeasurements } from "./measure-pages.ts";
import type { ProfileFigures } from "./profile-queries.ts";
import type { UpdateFigures } from "./update-delay.ts";

/** Everything that one run found out; what was not asked for is null. */
export type BenchFigures = {
  technicians: number;
  reviews: number;
  rounds: number;
  seconds: number;
  node: string;
  cores: number;
  processor: string;
  pages: PageMeasurements | null;
  /** Addresses that were left out, and why. */
  notes: string[];
  /** Megabytes of the application's web process: at the end of the load, and the most there ever were. */
  memory: { now: number; peak: number } | null;
  profile: ProfileFigures | null;
  index: IndexFigures | null;
  update: UpdateFigures | null;
  import: ImportFigures | null;
};
