import type { Regime } from "#app/domain/criteria/regime.ts";
import { dayOf } from "#app/domain/criteria/evidence.ts";
import { countryName } from "#app/domain/places/countries.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const select = {
  key: true,
  name: true,
  countryCode: true,
  region: true,
  personAuthorized: true,
  premisesAuthorized: true,
  differsWithin: true,
  validity: true,
  renewalMonths: true,
  renewalNote: true,
  publicRegisterUrl: true,
  publicRegisterNote: true,
  sourceName: true,
  sourceUrl: true,
  checkedOn: true,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof readOne>>>;
const readOne = (key: string, tx: Db) => tx.regime.findUnique({ where: { key }, select });

/** All regimes by country and name. */
export async function listRegimes(tx: Db = db()): Promise<Regime[]> {
  const rows = await tx.regime.findMany({ select, orderBy: [{ countryCode: "asc" }, { name: "asc" }] });
  return rows.map(toRegime);
}

export async function findRegime(key: string, tx: Db = db()): Promise<Regime | null> {
  const row = await readOne(key, tx);
  return row && toRegime(row);
}

function toRegime({ publicRegisterUrl, publicRegisterNote, checkedOn, ...row }: Row): Regime {
  return {
    ...row,
    // The entry for every other place has a code that is no country's.
    countryName: row.countryCode === "ZZ" ? "Elsewhere" : countryName(row.countryCode),
    registerUrl: publicRegisterUrl,
    registerNote: publicRegisterNote,
    checkedOn: dayOf(checkedOn),
  };
}
