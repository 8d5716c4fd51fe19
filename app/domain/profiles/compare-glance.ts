import { plainFact } from "#app/domain/profiles/compare-fact.ts";
import type { CompareFact } from "#app/domain/profiles/compare-fact.ts";
import { placeOf } from "#app/domain/profiles/describe-profile.ts";
import { FEATURES, LANGUAGES } from "#app/domain/technicians/vocabulary.ts";

const languageNames = new Map<string, string>(Object.entries(LANGUAGES));

/** Who and where, before anything that needs checking. The first premises is the main place of work. */
export const GLANCE_FACTS: readonly CompareFact[] = [
  {
    label: "Main place of work",
    read: ({ name, premises }) => {
      const place = placeOf({ premises });
      const studio = premises[0]?.name;
      return place === null ? null : [[...(studio && studio !== name ? [[studio]] : []), [place]]];
    },
  },
  plainFact("Practising SMP since", ({ practisingSince: year }) => (year === null ? null : `${year} (self-declared)`)),
  plainFact("Share of work that is SMP", ({ smpShare }) =>
    smpShare === null ? null : `${smpShare} % (self-declared)`,
  ),
  plainFact("Own hair loss", ({ hasOwnHairLoss }) =>
    hasOwnHairLoss === null ? null : `${hasOwnHairLoss ? "Yes" : "No"} (self-declared)`,
  ),
  plainFact("Languages", ({ languages }) => languages.map((code) => languageNames.get(code) ?? code).join(", ")),
  {
    label: "Access at the main place of work",
    read: ({ premises }) => premises[0]?.features.map((feature) => [[FEATURES[feature]]]) ?? null,
  },
  {
    label: "Profile last confirmed",
    unknown: "Not known",
    read: ({ lastConfirmedOn }) => (lastConfirmedOn === null ? null : [[[{ day: lastConfirmedOn }]]]),
  },
];
