import type { Concern, SkinType, Treatment } from "#app/domain/technicians/vocabulary.ts";
import type { TechnicianStatus } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { CITIES } from "./cities.ts";
import type { City } from "./cities.ts";
import { addDays } from "./days.ts";
import { makePerson, makeStudioName } from "./names.ts";
import type { Person } from "./names.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";

/** How much a technician has handed in: decides evidence, portfolio and words, not the stars. */
export type Tier = "strong" | "ordinary" | "thin";

/** Who a technician is, before any row is made. */
export type TechnicianPlan = {
  id: string;
  slug: string;
  person: Person;
  city: City;
  status: TechnicianStatus;
  tier: Tier;
  ownerId: string | null;
  studio: string;
  treatments: Treatment[];
  concerns: Concern[];
  skinTypes: SkinType[];
  practisingSince: number;
  smpShare: number;
  hasOwnHairLoss: boolean | null;
  createdAt: Date;
  /** Between 0 and 1: how happy clients tend to be. */
  quality: number;
  publishedReviews: number;
};

export const CONCERNS_OF: Record<Treatment, readonly (readonly [Concern, number])[]> = {
  full_shaved_look: [
    ["pattern_hair_loss", 85],
    ["alopecia_totalis", 15],
  ],
  hairline: [["receding_hairline", 100]],
  density: [["thinning", 100]],
  crown: [
    ["thinning", 60],
    ["pattern_hair_loss", 40],
  ],
  womens_part_line: [
    ["womens_hair_loss", 85],
    ["after_cancer_treatment", 15],
  ],
  scar_camouflage: [
    ["fut_scar", 45],
    ["fue_scars", 30],
    ["other_scar", 25],
  ],
  alopecia_coverage: [
    ["alopecia_areata", 50],
    ["alopecia_totalis", 20],
    ["scarring_alopecia", 16],
    ["vitiligo", 7],
    ["after_cancer_treatment", 7],
  ],
  post_transplant: [
    ["after_transplant", 80],
    ["fue_scars", 20],
  ],
  corrective: [["earlier_smp", 100]],
  temporary_smp: [
    ["thinning", 50],
    ["receding_hairline", 50],
  ],
  fading_referral: [["earlier_smp", 100]],
};

const EXTRA_TREATMENTS: readonly (readonly [Treatment, number])[] = [
  ["crown", 0.5],
  ["womens_part_line", 0.42],
  ["scar_camouflage", 0.46],
  ["alopecia_coverage", 0.34],
  ["post_transplant", 0.3],
  ["corrective", 0.22],
  ["temporary_smp", 0.13],
  ["fading_referral", 0.08],
];
const SKIN_RANGES: readonly (readonly SkinType[])[] = [
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4],
  [2, 3, 4, 5],
  [1, 2, 3, 4, 5],
  [3, 4, 5, 6],
  [1, 2, 3],
];

function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("ı", "i").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function planTreatments(random: Random): Treatment[] {
  const core: Treatment[] = random.weighted<Treatment[]>([
    [["full_shaved_look", "hairline", "density"], 55],
    [["full_shaved_look", "hairline"], 20],
    [["density", "womens_part_line"], 12],
    [["scar_camouflage", "post_transplant", "density"], 8],
    [["full_shaved_look"], 5],
  ]);
  return [
    ...new Set([
      ...core,
      ...EXTRA_TREATMENTS.filter(([, share]) => random.chance(share)).map(([treatment]) => treatment),
    ]),
  ];
}

function planConcerns(treatments: readonly Treatment[], random: Random): Concern[] {
  const all = treatments.flatMap((treatment) =>
    CONCERNS_OF[treatment]
      .filter(([, weight], index) => index === 0 || random.chance(weight / 60))
      .map(([concern]) => concern),
  );
  return [...new Set(all)];
}

/** Statuses and numbers of reviews are dealt out like cards, so that the totals don't depend on luck. */
function dealReviews(random: Random, count: number): number[] {
  const deck: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index < 6) deck.push(random.int(64, 96));
    else if (index < 22) deck.push(0);
    else if (index < 58) deck.push(random.int(1, 4));
    else deck.push(random.int(5, 25));
  }
  return random.sample(deck, deck.length);
}

export function planTechnicians(today: Date): TechnicianPlan[] {
  const random = makeRandom("technicians");
  const names = new Set<string>(["Maya Ellerby"]);
  const studios = new Set<string>();
  const places = CITIES.flatMap((city) => Array.from({ length: city.technicians }, () => city));
  const ownIndex = places.findIndex((city) => city.name === "Leeds");
  const others = places.map((_city, index) => index).filter((index) => index !== ownIndex);
  const special = random.sample(others, 20);
  const statusOf = (index: number): TechnicianStatus => {
    const place = special.indexOf(index);
    if (place < 0) return "published";
    return place < 14 ? "unclaimed" : place < 18 ? "draft" : "suspended";
  };
  const reviews = dealReviews(random, places.length);

  return places.map((city, index) => {
    const own = index === ownIndex;
    const person: Person = own
      ? { name: "Maya Ellerby", first: "Maya", last: "Ellerby", gender: "woman", languages: ["en", "fr"] }
      : makePerson(city.country, names, random);
    const status = statusOf(index);
    const treatments = own
      ? ([
          "full_shaved_look",
          "hairline",
          "density",
          "crown",
          "womens_part_line",
          "scar_camouflage",
          "post_transplant",
        ] satisfies Treatment[])
      : planTreatments(random);
    const age = own ? 1_400 : random.int(70, 1_460);
    const years = Math.max(
      1,
      Math.round(age / 365) +
        random.weighted([
          [0, 20],
          [random.int(1, 4), 50],
          [random.int(5, 12), 30],
        ]),
    );
    const tier: Tier = own
      ? "strong"
      : random.weighted([
          ["strong", 30],
          ["ordinary", 45],
          ["thin", 25],
        ] as const);
    const planned = reviews[index] ?? 0;
    return {
      id: sampleId("technician", index),
      slug: slugOf(person.name),
      person,
      city,
      status,
      tier: status === "draft" ? "thin" : tier,
      ownerId: status === "unclaimed" ? null : own ? SAMPLE_TECHNICIAN_ID : sampleId("owner", index),
      studio: makeStudioName(person, studios, random),
      treatments,
      concerns: planConcerns(treatments, random),
      skinTypes: [...(own ? ([1, 2, 3, 4, 5, 6] as const) : random.pick(SKIN_RANGES))],
      practisingSince: today.getUTCFullYear() - years,
      smpShare: own
        ? 100
        : random.weighted([
            [100, 35],
            [90, 15],
            [80, 15],
            [60, 12],
            [50, 12],
            [30, 11],
          ]),
      hasOwnHairLoss: own
        ? false
        : random.weighted([
            [true, 34],
            [false, 46],
            [null, 20],
          ]),
      createdAt: addDays(today, -age - random.int(1, 20)),
      quality: own
        ? 0.86
        : Math.min(0.97, Math.max(0.3, 0.82 + (random.next() + random.next() + random.next() - 1.5) * 0.32)),
      publishedReviews: own
        ? 31
        : status === "draft"
          ? 0
          : status === "unclaimed"
            ? Math.min(planned, random.int(0, 3))
            : planned,
    };
  });
}
