import type { Signal } from "#app/domain/reviews/signals/signal.ts";

/** Fewer dismissed reports than this say nothing about somebody: one may be wrong now and then. */
const FEWEST_DISMISSED = 4;
/** The share of decided reports that has to be dismissed. */
const SHARE = 0.75;

export type ReporterFacts = { dismissed: number; upheld: number };

/** A report from somebody most of whose reports were dismissed: abusive reporting counts too. */
export function findSerialReporting({ dismissed, upheld }: ReporterFacts): Signal | null {
  if (dismissed < FEWEST_DISMISSED || dismissed / (dismissed + upheld) < SHARE) return null;
  return {
    kind: "serial_reporting",
    detail: `Somebody reported this review whose earlier reports were mostly dismissed: ${dismissed} of ${dismissed + upheld} in a year.`,
    relatedIds: [],
  };
}
