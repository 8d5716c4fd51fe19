import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { CONCERNS, LANGUAGES, TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import type { Concern, Treatment } from "#app/domain/technicians/vocabulary.ts";
import { db } from "#app/platform/db.server.ts";
import {
  authorizationRow,
  evidenceRow,
  hygieneRow,
  regimeRow,
  trainingRow,
} from "../../prisma/factories/evidence-row.ts";
import { reviewRow } from "../../prisma/factories/review-row.ts";
import { premisesRow, priceBandRow, technicianRow } from "../../prisma/factories/technician-row.ts";
import { SLUG, seedSite } from "./seed-site.ts";
import type { Seeded } from "./seed-site.ts";

/** Slugs of the technicians that `seedDirectory` adds to that of `seedSite`. */
export const FORMER_SLUG = "ada-before";
export const SILENT = "bea-quiet";
export const UNCLAIMED = "ink-and-water";
export const LAPSED = "cora-lapsed";
const CROWD = 30;

const treatments = Object.keys(TREATMENTS) as Treatment[];
const concerns = Object.keys(CONCERNS) as Concern[];
const languages = Object.keys(LANGUAGES);
const pick = <T>(from: readonly T[], at: number): T[] => from.filter((_, i) => (i + at) % 3 === 0);

/**
 * A small directory of every kind of entry: one profile with everything, one without a word, one whose papers have
 * run out, an unclaimed listing from a register, and enough others for a second page of results.
 */
export async function seedDirectory(): Promise<Seeded> {
  const seeded = await seedSite();
  const ada = await db().technician.findUniqueOrThrow({ where: { slug: SLUG }, select: { id: true } });
  await db().technicianSlug.create({ data: { slug: FORMER_SLUG, technicianId: ada.id } });
  await db().technician.createMany({
    data: [
      technicianRow({
        slug: SILENT,
        name: "Bea Quiet",
        bio: "",
        treatments: [],
        concerns: [],
        languages: [],
        skinTypes: [],
      }),
    ],
  });
  await addLapsed();
  await addUnclaimed();
  await addCrowd();
  await drainOutbox();
  return seeded;
}

/** Papers of every kind: those that count, those that have run out, and those that are no credential at all. */
async function addLapsed(): Promise<void> {
  const row = technicianRow({
    slug: LAPSED,
    name: "Cora Lapsed",
    languages: ["en", "fr"],
    reviewCount: 3,
    ratingMean: 4.67,
    ratingCounts: [0, 0, 0, 1, 2],
  });
  const premises = premisesRow({ name: "Cora’s Room", features: ["private_room", "step_free"] });
  await db().technician.createMany({ data: [row] });
  await db().premises.createMany({ data: [premises] });
  await db().technicianPremises.createMany({ data: [{ technicianId: row.id, premisesId: premises.id }] });
  await db().priceBand.createMany({
    data: [
      priceBandRow({ technicianId: row.id }),
      priceBandRow({ technicianId: row.id, treatment: "hairline", amountFrom: 80_000, amountTo: 90_000 }),
    ],
  });
  await db().review.createMany({
    data: [4, 5, 5].map((overall) =>
      reviewRow({ technicianId: row.id, overall, pricePaid: 100_000 + overall, currency: "GBP" }),
    ),
  });
  const shared = { technicianId: row.id };
  const [past, future] = [new Date("2025-01-01"), new Date("2120-01-01")];
  const licence = evidenceRow({ ...shared, expiresOn: future });
  const roomLicence = evidenceRow({ ...shared, expiresOn: future });
  const oldLicence = evidenceRow({ ...shared, expiresOn: past });
  const notNeeded = evidenceRow(shared);
  const pathogens = evidenceRow({ ...shared, kind: "hygiene", expiresOn: future });
  const sharps = evidenceRow({ ...shared, kind: "hygiene" });
  const course = evidenceRow({ ...shared, kind: "training" });
  const declared = evidenceRow({ ...shared, kind: "training", status: "declared" });
  await db().evidence.createMany({
    data: [licence, roomLicence, oldLicence, notNeeded, pathogens, sharps, course, declared],
  });
  await db().regime.createMany({ data: [regimeRow({ key: "sample-regime", name: "Sample licence" })] });
  const regime = { regimeKey: "sample-regime" };
  await db().authorization.createMany({
    data: [
      authorizationRow({ ...regime, evidenceId: licence.id, authority: "City Council" }),
      authorizationRow({ ...regime, evidenceId: roomLicence.id, authority: "Room Council", holder: "premises" }),
      authorizationRow({ ...regime, evidenceId: oldLicence.id, authority: "Lapsed Council" }),
      authorizationRow({ ...regime, evidenceId: notNeeded.id, authority: "Nobody", notRequired: true, reason: "Law" }),
    ],
  });
  await db().hygieneEvidence.createMany({
    data: [
      hygieneRow({ evidenceId: pathogens.id }),
      hygieneRow({ evidenceId: sharps.id, hygieneKind: "sharps_contract" }),
    ],
  });
  await db().training.createMany({
    data: [
      trainingRow({ evidenceId: course.id, provider: "Good School", courseName: "Checked course" }),
      trainingRow({ evidenceId: declared.id, provider: "Claimed School", courseName: "Claimed course" }),
    ],
  });
}

async function addUnclaimed(): Promise<void> {
  const row = technicianRow({
    slug: UNCLAIMED,
    name: "Ink and Water",
    status: "unclaimed",
    bio: "",
    treatments: [],
    concerns: [],
    languages: [],
    skinTypes: [],
    listingSource: "toronto-bodysafe",
    listingRecord: "4711",
    listingSnapshotOn: new Date("2026-03-01"),
  });
  const premises = premisesRow({
    name: "Ink and Water",
    address: "9 Queen Street West",
    city: "Toronto",
    region: "Ontario",
    countryCode: "CA",
    postcode: null,
    lat: 43.6532,
    lng: -79.3832,
  });
  await db().technician.createMany({ data: [row] });
  await db().premises.createMany({ data: [premises] });
  await db().technicianPremises.createMany({ data: [{ technicianId: row.id, premisesId: premises.id }] });
  await db().inspection.create({
    data: {
      premisesId: premises.id,
      inspectedOn: new Date("2026-02-01"),
      outcome: "conditional_pass",
      services: ["Tattooing"],
      source: "toronto-bodysafe",
      sourceRecord: "4711",
      snapshotOn: new Date("2026-03-01"),
      infractions: { create: { severity: "minor", category: "Sink", text: "No towels", fingerprint: "a" } },
    },
  });
}

async function addCrowd(): Promise<void> {
  const people = Array.from({ length: CROWD }, (_, at) =>
    technicianRow({
      slug: `person-${at}`,
      name: `Person Number${at}`,
      gender: at % 2 === 0 ? "woman" : "man",
      treatments: pick(treatments, at),
      concerns: pick(concerns, at),
      languages: pick(languages, at),
      skinTypes: [1 + (at % 6)],
      ...(at % 5 === 0 && { reviewCount: 1, ratingMean: 3.5, ratingCounts: [0, 0, 1, 0, 0] }),
    }),
  );
  const places = people.map((_, at) =>
    premisesRow({
      name: `Room ${at}`,
      lat: 53.8 + at / 100,
      lng: -1.55,
      features: at % 4 === 0 ? ["quiet_hours"] : [],
    }),
  );
  await db().technician.createMany({ data: people });
  await db().premises.createMany({ data: places });
  await db().technicianPremises.createMany({
    data: people.map(({ id }, at) => ({ technicianId: id, premisesId: places[at]?.id ?? "" })),
  });
  await db().priceBand.createMany({
    data: people.map(({ id }, at) => priceBandRow({ technicianId: id, amountFrom: 50_000 + at * 1_000 })),
  });
}
