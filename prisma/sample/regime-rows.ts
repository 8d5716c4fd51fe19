import { regimeRow } from "../factories/evidence-row.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { REGIMES_CHECKED_ON, SAMPLE_REGIMES } from "./regimes.ts";

/** The regimes as the database holds them: the note goes with the renewal, which is what it qualifies. */
export function regimeRows(): Prisma.RegimeCreateManyInput[] {
  return SAMPLE_REGIMES.map((regime) =>
    regimeRow({
      key: regime.key,
      name: regime.name,
      countryCode: regime.country,
      region: regime.region,
      personAuthorized: regime.holders.includes("person"),
      premisesAuthorized: regime.holders.includes("premises"),
      renewalMonths: typeof regime.validity === "object" ? regime.validity.months : null,
      renewalNote: [regime.renewal, regime.note].filter((text) => text !== null).join(" "),
      publicRegisterUrl: regime.registerUrl,
      publicRegisterNote: regime.publicCheck ?? "No public register known.",
      sourceName: regime.sourceName,
      checkedOn: new Date(`${REGIMES_CHECKED_ON}T00:00:00Z`),
    }),
  );
}
