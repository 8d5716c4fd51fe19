import { randomUUID } from "node:crypto";
import { dayNumber } from "#app/domain/criteria/evidence.ts";
import type { Day } from "#app/domain/criteria/evidence.ts";
import { CONCERNS, FEATURES, GENDERS, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Feature, Gender, Treatment } from "#app/domain/technicians/vocabulary.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { authorizationRow, evidenceRow, regimeRow } from "../../prisma/factories/evidence-row.ts";
import { portfolioCaseRow, premisesRow, priceBandRow, technicianRow } from "../../prisma/factories/technician-row.ts";
import { makeRandom } from "../../prisma/sample/random.ts";
import type { Random } from "../../prisma/sample/random.ts";

/*
 * Technicians of every sort for tests of search: hidden ones, up to four places of work, facts that run out around
 * today, consents taken back. The same in every run but
 * for their ids.
 */

const TOWNS = [
  { city: "Leeds", region: "England", countryCode: "GB", postcode: "LS1 4AA", lat: 53.8, lng: -1.55 },
  { city: "York", region: "England", countryCode: "GB", postcode: "YO1 7HH", lat: 53.96, lng: -1.08 },
  { city: "Besançon", region: null, countryCode: "FR", postcode: "25000", lat: 47.24, lng: 6.02 },
  { city: "Gisborne", region: null, countryCode: "NZ", postcode: null, lat: -38.66, lng: 178.02 },
  { city: "Suva", region: null, countryCode: "FJ", postcode: null, lat: -18.14, lng: 178.44 },
];
const FIRST = ["Ruth", "Tom", "Inès", "Łukasz", "Marta", "José", "Zoë", "Omar"];
const LAST = ["Calder", "Moreau", "Nowak", "Grünwald", "Quigley"];
const STUDIOS = ["Northlight", "Obsidian", "Café Capillaire", "The Buzz Room"];
const BIOS = ["I shave my own head.", "Kindness first; wheelchairs welcome.", ""];

const keys = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as K[];
/** Up to 0.4 degrees away, with few decimals: the engine reads the last bits of long ones differently. */
const near = (degrees: number, random: Random) => Number((degrees + random.int(-400, 400) / 1_000).toFixed(3));
const dayAfter = (day: Day, days: number) => new Date((dayNumber(day) + days) * 86_400_000);

type Rows = {
  technicians: Prisma.TechnicianCreateManyInput[];
  premises: Prisma.PremisesCreateManyInput[];
  work: Prisma.TechnicianPremisesCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  authorizations: Prisma.AuthorizationCreateManyInput[];
  inspections: Prisma.InspectionCreateManyInput[];
  cases: Prisma.PortfolioCaseCreateManyInput[];
  photos: Prisma.PhotoCreateManyInput[];
  consents: Prisma.ConsentCreateManyInput[];
  prices: Prisma.PriceBandCreateManyInput[];
};

function addTechnician(rows: Rows, at: number, random: Random): string {
  const isRated = random.chance(0.7);
  const technician = technicianRow({
    name: `${random.pick(FIRST)} ${random.pick(LAST)}`,
    status: random.weighted([
      ["published", 6],
      ["unclaimed", 3],
      ["suspended", 1],
      ["draft", 1],
    ]),
    bio: random.pick(BIOS),
    gender: random.chance(0.7) ? random.pick<Gender>(keys(GENDERS)) : null,
    treatments: random.sample<Treatment>(keys(TREATMENTS), random.int(0, 4)),
    concerns: random.sample<Concern>(keys(CONCERNS), random.int(0, 4)),
    skinTypes: random.sample([1, 2, 3, 4, 5, 6], random.int(0, 6)),
    languages: random.sample(["en", "fr", "pl", "ur"], random.int(0, 3)),
    // No two alike, so that every order is decided.
    ratingScore: 3 + ((at * 37) % 101) / 100,
    reviewCount: isRated ? random.int(1, 40) : 0,
    ratingMean: isRated ? random.pick([2.99, 3, 3.49, 3.5, 4, 4.49, 4.5, 5]) : null,
    createdAt: new Date(Date.UTC(2025, 0, 1 + random.int(0, 200))),
  });
  rows.technicians.push(technician);
  return technician.id;
}

function addWork(rows: Rows, technicianId: string, today: Day, random: Random): void {
  for (let position = 0, places = random.int(0, 4); position < places; position++) {
    const town = random.pick(TOWNS);
    const premises = premisesRow({
      ...town,
      name: `${random.pick(STUDIOS)} ${town.city}`,
      lat: near(town.lat, random),
      lng: near(town.lng, random),
      features: random.sample<Feature>(keys(FEATURES), random.int(0, 3)),
    });
    rows.premises.push(premises);
    // Places that share a position go by their id.
    const guestUntil = random.chance(0.2) ? dayAfter(today, random.pick([-400, 400])) : null;
    rows.work.push({ technicianId, premisesId: premises.id, position: random.int(0, 2), guestUntil });
    for (let visits = random.int(0, 2); visits > 0; visits--) {
      rows.inspections.push({
        premisesId: premises.id,
        inspectedOn: dayAfter(today, -random.int(0, 3)),
        outcome: random.pick(["pass", "conditional_pass", "closed"]),
        source: "test",
        sourceRecord: `${premises.id}-${visits}`,
        snapshotOn: dayAfter(today, 0),
      });
    }
  }
}

function addEvidence(rows: Rows, technicianId: string, today: Day, random: Random): void {
  for (const kind of ["authorization", "hygiene", "training", "association"] as const) {
    for (let facts = random.int(0, 2); facts > 0; facts--) {
      const row = evidenceRow({
        technicianId,
        kind,
        status: random.weighted([
          ["verified", 6],
          ["submitted", 1],
          ["declared", 1],
          ["withdrawn", 1],
        ]),
        expiresOn: random.chance(0.6) ? dayAfter(today, random.pick([-1, 0, 1])) : null,
      });
      rows.evidence.push(row);
      if (kind === "authorization" && random.chance(0.7)) {
        const isNotRequired = random.chance(0.4);
        rows.authorizations.push(
          authorizationRow({
            evidenceId: row.id,
            regimeKey: "test",
            notRequired: isNotRequired,
            reason: isNotRequired ? "Nobody asks" : null,
          }),
        );
      }
    }
  }
}

function addPortfolio(rows: Rows, technicianId: string, random: Random): void {
  const consent = (subject: { portfolioCaseId: string } | { photoId: string }, isWithdrawn: boolean) =>
    rows.consents.push({
      ...subject,
      purpose: "publish_photo",
      textVersion: "1",
      withdrawnAt: isWithdrawn ? new Date() : null,
    });
  for (let cases = random.int(0, 2); cases > 0; cases--) {
    const shown = portfolioCaseRow({ technicianId, status: random.pick(["published", "published", "submitted"]) });
    rows.cases.push(shown);
    consent({ portfolioCaseId: shown.id }, random.chance(0.2));
    for (const days of random.sample([null, 27, 28, 182, 183, 729, 730], random.int(0, 3))) {
      const id = randomUUID();
      rows.photos.push({
        id,
        portfolioCaseId: shown.id,
        storageKey: id,
        width: 4,
        height: 4,
        placeholderColour: "#000000",
        perceptualHash: "0",
        stage: days === null ? "before" : "healed",
        daysSinceLastSession: days,
      });
      consent({ photoId: id }, random.chance(0.2));
    }
  }
}

/** Fills an empty database with `count` technicians whose facts run out about `today`. */
export async function seedTechnicians(count: number, today: Day): Promise<void> {
  const random = makeRandom("search");
  const rows: Rows = {
    technicians: [],
    premises: [],
    work: [],
    evidence: [],
    authorizations: [],
    inspections: [],
    cases: [],
    photos: [],
    consents: [],
    prices: [],
  };
  for (let at = 0; at < count; at++) {
    const id = addTechnician(rows, at, random);
    addWork(rows, id, today, random);
    addEvidence(rows, id, today, random);
    addPortfolio(rows, id, random);
    for (const currency of random.sample(["GBP", "GBP", "EUR"], random.int(0, 3))) {
      const amountFrom = random.int(10, 3_000) * 100;
      rows.prices.push(priceBandRow({ technicianId: id, currency, amountFrom, amountTo: amountFrom }));
    }
  }
  await db().technician.createMany({ data: rows.technicians });
  await db().premises.createMany({ data: rows.premises });
  await db().technicianPremises.createMany({ data: rows.work });
  await db().regime.createMany({ data: [regimeRow({ key: "test" })] });
  await db().evidence.createMany({ data: rows.evidence });
  await db().authorization.createMany({ data: rows.authorizations });
  await db().inspection.createMany({ data: rows.inspections });
  await db().portfolioCase.createMany({ data: rows.cases });
  await db().photo.createMany({ data: rows.photos });
  await db().consent.createMany({ data: rows.consents });
  await db().priceBand.createMany({ data: rows.prices });
}
