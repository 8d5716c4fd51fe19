import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { ReferenceRegime } from "./regime.ts";
import { REGIMES, REGIMES_CHECKED_ON } from "./regimes.ts";

/** The regimes as the database holds them: the note goes with the renewal, which is what it qualifies. */
export function regimeRows(): Prisma.RegimeCreateManyInput[] {
  return REGIMES.map((regime) => ({
    key: regime.key,
    name: regime.name,
    countryCode: regime.country,
    region: regime.region,
    personAuthorized: regime.holders.includes("person"),
    premisesAuthorized: regime.holders.includes("premises"),
    differsWithin: regime.differsWithin ?? false,
    ...validityColumns(regime),
    renewalNote: [regime.renewal, regime.note].filter((text) => text !== null).join(" "),
    publicRegisterUrl: regime.registerUrl,
    publicRegisterNote: regime.publicCheck ?? "No public register known.",
    sourceName: regime.sourceName,
    sourceUrl: regime.sourceUrl,
    lookFor: regime.lookFor,
    checkedOn: new Date(`${REGIMES_CHECKED_ON}T00:00:00Z`),
  }));
}

function validityColumns({ validity }: ReferenceRegime) {
  if (typeof validity === "object") return { validity: "dated", renewalMonths: validity.months } as const;
  return { validity, renewalMonths: null };
}
