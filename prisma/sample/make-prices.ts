import { priceBandRow } from "../factories/technician-row.ts";
import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { COUNTRY_FACTS } from "./countries.ts";
import type { CountryCode } from "./countries.ts";
import { addDays } from "./days.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";

type Band = { scale: "norwood" | "ludwig" | "none"; from: number | null; to: number | null; low: number; high: number };
const norwood = (from: number, to: number, low: number, high: number): Band => ({
  scale: "norwood",
  from,
  to,
  low,
  high,
});
const ludwig = (grade: number, low: number, high: number): Band => ({
  scale: "ludwig",
  from: grade,
  to: grade,
  low,
  high,
});
const flat = (low: number, high: number): Band => ({ scale: "none", from: null, to: null, low, high });

/** Prices in whole pounds, in the shape of a published UK price list: by stage of hair loss. */
const PRICE_LIST: Record<Treatment, readonly Band[]> = {
  full_shaved_look: [norwood(2, 3, 600, 850), norwood(4, 5, 850, 1_500), norwood(6, 7, 1_500, 2_500)],
  hairline: [flat(450, 850)],
  density: [norwood(2, 3, 550, 900), norwood(4, 5, 900, 1_400)],
  crown: [flat(450, 800)],
  womens_part_line: [ludwig(1, 600, 900), ludwig(2, 900, 1_300), ludwig(3, 1_300, 1_700)],
  scar_camouflage: [flat(250, 700)],
  alopecia_coverage: [flat(700, 2_200)],
  post_transplant: [flat(500, 1_200)],
  corrective: [flat(400, 1_200)],
  temporary_smp: [flat(350, 700)],
  fading_referral: [flat(0, 60)],
};

/** How dear a technician is beside the list; the same for prices declared and paid. */
function level(plan: TechnicianPlan): number {
  return 0.72 + makeRandom(`price level/${plan.id}`).next() * 0.62;
}

function toLocal(pounds: number, country: CountryCode): number {
  return Math.round((pounds * COUNTRY_FACTS[country].priceFactor) / 10) * 10 * 100;
}

/** What a client could have paid, in minor units of the local currency; mostly within the declared band. */
export function drawPricePaid(plan: TechnicianPlan, treatment: Treatment, random: Random): number {
  const band = random.pick(PRICE_LIST[treatment]);
  const pounds = band.low + (band.high - band.low) * random.next();
  return toLocal(Math.max(80, pounds * level(plan) * (0.94 + random.next() * 0.2)), plan.city.country);
}

/** Price bands in local currency. Some technicians give none, and some treatments stay without a price. */
export function makePrices(plans: readonly TechnicianPlan[], today: Date): Prisma.PriceBandCreateManyInput[] {
  const random = makeRandom("prices");
  const rows: Prisma.PriceBandCreateManyInput[] = [];
  for (const plan of plans) {
    const shown =
      plan.status !== "unclaimed" &&
      random.chance(plan.tier === "strong" ? 0.96 : plan.tier === "ordinary" ? 0.82 : 0.45);
    if (!shown) continue;
    const { currency } = COUNTRY_FACTS[plan.city.country];
    const confirmedOn = addDays(
      today,
      -random.weighted([
        [random.int(3, 90), 60],
        [random.int(91, 300), 28],
        [random.int(301, 700), 12],
      ]),
    );
    const takesDeposit = random.chance(0.55);
    let position = 0;
    for (const treatment of plan.treatments) {
      if (position > 0 && random.chance(0.15)) continue;
      for (const band of PRICE_LIST[treatment]) {
        const topUp = random.chance(0.4);
        const amountFrom = toLocal(band.low * level(plan), plan.city.country);
        rows.push(
          priceBandRow({
            id: sampleId("price", plan.slug, position),
            technicianId: plan.id,
            treatment,
            scale: band.scale,
            bandFrom: band.from,
            bandTo: band.to,
            amountFrom,
            amountTo: random.chance(0.2)
              ? amountFrom
              : Math.max(amountFrom, toLocal(band.high * level(plan), plan.city.country)),
            currency,
            sessionsIncluded: random.chance(0.85)
              ? random.weighted([
                  [3, 60],
                  [2, 22],
                  [4, 13],
                  [1, 5],
                ])
              : null,
            topUpIncluded: topUp,
            topUpWithinMonths: topUp ? random.pick([6, 12, 12, 18]) : null,
            deposit: takesDeposit ? toLocal(random.pick([50, 100, 100, 150, 200]), plan.city.country) : null,
            confirmedOn,
            position,
            isSample: true,
          }),
        );
        position += 1;
      }
    }
  }
  return rows;
}
