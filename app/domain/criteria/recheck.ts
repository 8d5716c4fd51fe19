/**
 * An authorization that names premises says nothing about somebody who no longer works there.
 * `premisesIds` are today's places of work; what names no premises, or a place that is gone, is for moderators too.
 */
export function needsRecheck(
  { holder, premisesId }: { holder: "person" | "premises"; premisesId: string | null },
  premisesIds: readonly string[],
): boolean {
  return holder === "premises" && (premisesId === null || !premisesIds.includes(premisesId));
}
