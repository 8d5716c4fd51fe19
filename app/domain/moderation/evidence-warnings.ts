import type { Day } from "#app/domain/criteria/evidence.ts";
import { needsRecheck } from "#app/domain/criteria/recheck.ts";

/** What can be seen to be wrong in the typed fields alone. */
export type TypedFields = {
  issuedOn: Day | null;
  expiresOn: Day | null;
  authorization: {
    holder: "person" | "premises";
    premisesId: string | null;
    countryCode: string;
    number: string | null;
    notRequired: boolean;
  } | null;
  /** Places of work on the profile. */
  places: readonly { premisesId: string; countryCode: string }[];
};

/** Sentences that say why to look twice; never a verdict. */
export function typedWarnings({ issuedOn, expiresOn, authorization, places }: TypedFields, today: Day): string[] {
  const isBackwards = issuedOn !== null && expiresOn !== null && expiresOn < issuedOn;
  const isAbroad =
    authorization !== null &&
    places.length > 0 &&
    !places.some(({ countryCode }) => countryCode === authorization.countryCode);
  const isElsewhere =
    authorization !== null &&
    !authorization.notRequired &&
    needsRecheck(
      authorization,
      places.map(({ premisesId }) => premisesId),
    );
  const isUnnumbered = authorization !== null && !authorization.notRequired && authorization.number === null;
  return [
    ...(issuedOn !== null && issuedOn > today ? ["The day of issue is in the future."] : []),
    ...(isBackwards ? ["It runs out before the day of issue."] : []),
    ...(!isBackwards && expiresOn !== null && expiresOn <= today ? ["It has run out already."] : []),
    ...(isElsewhere ? ["The premises that it names are not on the profile."] : []),
    ...(isAbroad ? ["None of the places of work is in the country of this regime."] : []),
    ...(isUnnumbered ? ["No number was given, so no register can confirm it."] : []),
  ];
}

/** Two spellings of one number are the same: only letters and digits count. */
export function plainNumber(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
}
