import { premisesRow, technicianRow } from "../factories/technician-row.ts";
import { userRow } from "../factories/user-row.ts";
import type { Feature } from "#app/domain/technicians/vocabulary.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { COUNTRY_FACTS } from "./countries.ts";
import type { City } from "./cities.ts";
import { addDays, daysBetween } from "./days.ts";
import { Picker } from "./phrase.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";
import { writeProfile } from "./write-profile.ts";

/** Where sample listings that nobody has claimed pretend to come from. */
export const SAMPLE_REGISTER = "sample-register";

export type Profiles = {
  owners: Prisma.UserCreateManyInput[];
  technicians: (Prisma.TechnicianCreateManyInput & { id: string })[];
  answers: Prisma.TechnicianAnswerCreateManyInput[];
  premises: (Prisma.PremisesCreateManyInput & { id: string })[];
  workplaces: Prisma.TechnicianPremisesCreateManyInput[];
};

const LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
function fillPattern(pattern: string, random: Random): string {
  return pattern.replace(/#/g, () => String(random.int(0, 9))).replace(/@/g, () => random.pick([...LETTERS]));
}

const FEATURE_SHARES: readonly (readonly [Feature, number])[] = [
  ["private_room", 0.68],
  ["step_free", 0.44],
  ["quiet_hours", 0.24],
  ["accessible_toilet", 0.29],
];

/** A place of work within some three kilometres of the centre. */
function makePremises(id: string, name: string, city: City, createdAt: Date, random: Random) {
  const facts = COUNTRY_FACTS[city.country];
  const street = facts.addressForm.replace("#", String(random.int(2, 188))).replace("*", random.pick(facts.streets));
  return premisesRow({
    id,
    name,
    address: street,
    city: city.name,
    region: city.region,
    countryCode: city.country,
    postcode: fillPattern(random.pick(city.postcodes), random),
    lat: Number((city.lat + (random.next() - 0.5) * 0.05).toFixed(5)),
    lng: Number((city.lng + (random.next() - 0.5) * 0.06).toFixed(5)),
    features: FEATURE_SHARES.filter(([, share]) => random.chance(share)).map(([feature]) => feature),
    isSample: true,
    createdAt,
  });
}

/** Technicians with their own words, their owners' accounts and the rooms they work in. */
export function makeProfiles(plans: readonly TechnicianPlan[], today: Date): Profiles {
  const random = makeRandom("profiles");
  const picker = new Picker(random.fork("words"));
  const profiles: Profiles = { owners: [], technicians: [], answers: [], premises: [], workplaces: [] };
  const bios = new Set<string>();
  const mainPremises: { id: string; plan: TechnicianPlan }[] = [];

  for (const [index, plan] of plans.entries()) {
    const isClaimed = plan.status !== "unclaimed";
    const words = isClaimed
      ? writeProfile(plan, picker, random, bios)
      : { bio: "", understanding: null, dedication: null, answers: [] };
    if (plan.ownerId !== null && plan.ownerId !== SAMPLE_TECHNICIAN_ID) {
      profiles.owners.push(
        userRow({
          id: plan.ownerId,
          email: `${plan.slug}@people.sample.hairline`,
          displayName: plan.person.name,
          roles: ["client", "technician"],
          isSample: true,
          createdAt: plan.createdAt,
        }),
      );
    }
    const snapshot = addDays(today, -40);
    profiles.technicians.push(
      technicianRow({
        id: plan.id,
        slug: plan.slug,
        status: plan.status,
        name: plan.person.name,
        gender: isClaimed ? plan.person.gender : null,
        pronouns:
          plan.person.gender === "nonbinary"
            ? "they/them"
            : isClaimed && random.chance(0.15)
              ? plan.person.gender === "woman"
                ? "she/her"
                : plan.person.gender === "man"
                  ? "he/him"
                  : null
              : null,
        bio: words.bio,
        websiteUrl: isClaimed && random.chance(0.6) ? `https://${plan.slug}.example` : null,
        languages: isClaimed ? plan.person.languages : [],
        treatments: isClaimed ? plan.treatments : [],
        concerns: isClaimed ? plan.concerns : [],
        skinTypes: isClaimed ? plan.skinTypes : [],
        practisingSince: isClaimed ? plan.practisingSince : null,
        smpShare: isClaimed && plan.tier !== "thin" ? plan.smpShare : null,
        hasOwnHairLoss: isClaimed ? plan.hasOwnHairLoss : null,
        understandingStatement: words.understanding,
        dedicationStatement: words.dedication,
        topUpYearsMin: isClaimed && random.chance(0.7) ? 3 : null,
        topUpYearsMax: null,
        lastConfirmedOn: isClaimed
          ? addDays(
              today,
              -random.weighted([
                [random.int(2, 60), 60],
                [random.int(61, 200), 28],
                [random.int(201, 500), 12],
              ]),
            )
          : null,
        listingSource: isClaimed ? null : SAMPLE_REGISTER,
        listingRecord: isClaimed ? null : `T-${1_000 + index}`,
        listingSnapshotOn: isClaimed ? null : snapshot,
        ownerId: plan.ownerId,
        publishedAt:
          plan.status === "draft" || plan.status === "unclaimed" ? null : addDays(plan.createdAt, random.int(0, 6)),
        isSample: true,
        createdAt: plan.createdAt,
      }),
    );
    const row = profiles.technicians.at(-1);
    if (row?.topUpYearsMin) row.topUpYearsMax = row.topUpYearsMin + random.int(1, 3);
    profiles.answers.push(
      ...words.answers.map(({ question, answer }, position) => ({
        id: sampleId("answer", index, position),
        technicianId: plan.id,
        question,
        answer,
        position,
        updatedAt: plan.createdAt,
      })),
    );

    addWorkplaces(profiles, mainPremises, plan, index, random, today);
  }
  return profiles;
}

/** One room of their own, or a colleague's in the same city; some work at a second or third, a few as guests. */
function addWorkplaces(
  profiles: Profiles,
  mainPremises: { id: string; plan: TechnicianPlan }[],
  plan: TechnicianPlan,
  index: number,
  random: Random,
  today: Date,
): void {
  const neighbour = mainPremises.find(
    (other) => other.plan.city === plan.city && other.plan.status === "published" && random.chance(0.12),
  );
  const shares = plan.status === "published" && neighbour !== undefined && plan.ownerId !== SAMPLE_TECHNICIAN_ID;
  const ownId = sampleId("premises", index, 0);
  if (!shares) {
    const room = makePremises(ownId, plan.studio, plan.city, plan.createdAt, random);
    const isListed = plan.status === "unclaimed";
    profiles.premises.push({
      ...room,
      ...(isListed
        ? {
            features: [],
            registerSource: SAMPLE_REGISTER,
            registerRecord: `P-${1_000 + index}`,
            registerSnapshotOn: addDays(today, -40),
          }
        : {}),
    });
    mainPremises.push({ id: ownId, plan });
  }
  const places: Prisma.TechnicianPremisesCreateManyInput[] = [
    { technicianId: plan.id, premisesId: shares ? neighbour.id : ownId, position: 0 },
  ];
  const further =
    plan.status === "unclaimed" || plan.status === "draft"
      ? 0
      : plan.ownerId === SAMPLE_TECHNICIAN_ID
        ? 1
        : random.weighted([
            [0, 82],
            [1, 15],
            [2, 3],
          ]);
  for (let position = 1; position <= further; position += 1) {
    const elsewhere = mainPremises.filter(
      (other) =>
        other.plan.city.country === plan.city.country &&
        other.plan.city !== plan.city &&
        other.plan.status === "published",
    );
    if (elsewhere.length > 0 && random.chance(0.4)) {
      const host = random.pick(elsewhere);
      if (places.some((place) => place.premisesId === host.id)) continue;
      const from = addDays(today, random.int(10, 80));
      places.push({
        technicianId: plan.id,
        premisesId: host.id,
        position,
        guestFrom: from,
        guestUntil: addDays(from, random.int(2, 9)),
      });
      continue;
    }
    const id = sampleId("premises", index, position);
    const age = daysBetween(plan.createdAt, today);
    profiles.premises.push(
      makePremises(
        id,
        `${plan.studio} ${position === 1 ? "Two" : "Three"}`,
        plan.city,
        addDays(plan.createdAt, Math.floor(age / 3)),
        random,
      ),
    );
    places.push({ technicianId: plan.id, premisesId: id, position });
  }
  profiles.workplaces.push(...places);
}
