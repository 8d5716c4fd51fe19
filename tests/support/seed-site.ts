import { randomUUID } from "node:crypto";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { db } from "#app/platform/db.server.ts";
import { seal } from "#app/platform/secret-box.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { newStorageKey, storage } from "#app/platform/storage.server.ts";
import {
  authorizationRow,
  evidenceRow,
  hygieneRow,
  regimeRow,
  trainingRow,
} from "../../prisma/factories/evidence-row.ts";
import { followUpRow, replyRow, reviewRow } from "../../prisma/factories/review-row.ts";
import { portfolioCaseRow, premisesRow, priceBandRow, technicianRow } from "../../prisma/factories/technician-row.ts";
import { userRow } from "../../prisma/factories/user-row.ts";
import { emptyDatabase } from "./database.ts";
import { seedDesk } from "./seed-desk.ts";
import type { DeskCodes, DeskIds } from "./seed-desk.ts";
import { seedStudio } from "./studio/seed-studio.ts";

export const SLUG = "ada-stone";

export type SeededPerson = "client" | "technician" | "moderator" | "suspended";
export type Seeded = {
  /** Session tokens. */
  tokens: Record<SeededPerson, string>;
  /** Account ids, for a further session. */
  userIds: Record<SeededPerson, string>;
  /** Storage key of a published picture. */
  photoKey: string;
  ids: DeskIds;
  codes: DeskCodes;
  /** Ids and codes of the studio's parts; asking for one that no part made is a mistake of the table. */
  studio: (name: string) => string;
  /** What no answer may contain, but to those whom `knownTo` names for it. */
  secrets: string[];
  knownTo: Record<string, SeededPerson[]>;
};

/** One technician with something in every part of a profile, people of every kind, and private facts around them. */
export async function seedSite(): Promise<Seeded> {
  await emptyDatabase();
  const people = await addPeople();
  const { photoKey, technicianId, reviewId } = await addTechnician(people);
  const { ids, codes } = await seedDesk(people, technicianId, reviewId);
  const hidden = await addPrivateFacts(people, technicianId);
  const parts = await seedStudio(people, technicianId);
  await drainOutbox();
  const tokens = {
    client: await createSession(people.client.id),
    technician: await createSession(people.technician.id),
    moderator: await createSession(people.moderator.id, { mfaAt: new Date() }),
    suspended: await createSession(people.suspended.id),
  };
  const { client, technician, moderator, suspended } = people;
  const userIds = { client: client.id, technician: technician.id, moderator: moderator.id, suspended: suspended.id };
  const sessions = await db().session.findMany({ select: { id: true, userId: true } });
  const accounts = Object.values(people).flatMap(({ id, email, passwordHash }) => [id, email, passwordHash]);
  const secrets = [
    ...accounts,
    ...sessions.map(({ id }) => id),
    ...hidden,
    ...PRIVATE_WORDS,
    ...Object.values(codes),
    ...parts.secrets,
  ];
  const documents = await db().privateDocument.findMany({ select: { id: true, ownerId: true } });
  const knownTo = { ...whoKnows(people, sessions, documents, ids), ...parts.knownTo };
  const studio = (name: string) => {
    const id = parts.ids[name];
    if (id === undefined) throw new Error(`No part of the studio's seed made "${name}"`);
    return id;
  };
  return { tokens, userIds, photoKey, ids, codes, studio, secrets, knownTo };
}

/** Everybody knows themself; the record shows moderators ids, their desk the rest. */
function whoKnows(
  people: People,
  sessions: { id: string; userId: string }[],
  documents: { id: string; ownerId: string }[],
  ids: DeskIds,
): Seeded["knownTo"] {
  const known: Seeded["knownTo"] = {
    ...Object.fromEntries(PRIVATE_WORDS.map((word) => [word, ["moderator"]])),
    "private-draft": ["client"],
    "private-rejected": ["client", "moderator"],
    "private-decision-note": ["client", "moderator"],
    "private-reply-text": ["technician", "moderator"],
    "private-evidence": ["technician", "moderator"],
    "private-case": ["technician", "moderator"],
    [ids.technician]: ["technician", "moderator"],
  };
  for (const person of Object.values(people)) known[person.id] = ["moderator"];
  for (const document of documents) known[document.id] = ["moderator"];
  for (const name of ["client", "technician", "moderator"] as const) {
    const { id, email } = people[name];
    known[id] = ["moderator", name];
    known[email] = [name];
    for (const session of sessions) if (session.userId === id) known[session.id] = [name];
    for (const document of documents) if (document.ownerId === id) known[document.id] = ["moderator", name];
  }
  return known;
}

/** Beginnings of words that are somebody's alone, or the moderators'. */
const PRIVATE_WORDS = [
  "private-draft",
  "private-rejected",
  "private-waiting",
  "private-pending",
  "private-hidden",
  "private-removed",
  "private-appeal",
  "private-follow-up",
  "private-reply-text",
  "private-report-text",
  "private-reporter@",
  "private-complainant",
  "private-notice",
  "private-decision-note",
  "private-evidence",
  "private-case",
];

type People = Awaited<ReturnType<typeof addPeople>>;

async function addPeople() {
  const person = (name: string, more: Parameters<typeof userRow>[0] = {}) =>
    userRow({ displayName: `${name} person`, passwordHash: `secret-hash-${name}`, ...more });
  const people = {
    client: person("client"),
    technician: person("technician", { roles: ["technician"] }),
    moderator: person("moderator", { roles: ["moderator"] }),
    suspended: person("suspended", { roles: ["client", "moderator"], suspendedAt: new Date() }),
    stranger: person("stranger"),
    otherModerator: person("other moderator", { roles: ["moderator"] }),
  };
  await db().user.createMany({ data: Object.values(people) });
  await db().totpCredential.create({
    data: { userId: people.moderator.id, secretEncrypted: seal("totp", "secret-seed"), confirmedAt: new Date() },
  });
  return people;
}

const photo = (stage: "before" | "healed", storageKey: string) => ({
  storageKey,
  stage,
  width: 800,
  height: 600,
  placeholderColour: "#997755",
  perceptualHash: "secret-perceptual-hash",
  daysSinceLastSession: stage === "before" ? null : 60,
});

/** A profile with everything: the storage key is that of a picture that readers may see, the review the client's. */
async function addTechnician({ client, technician: owner, moderator }: People) {
  const technician = technicianRow({
    slug: SLUG,
    name: "Ada Stone",
    ownerId: owner.id,
    gender: "woman",
    topUpYearsMin: 4,
    topUpYearsMax: 6,
    reviewCount: 3,
    ratingMean: 4,
    ratingCounts: [0, 0, 0, 3, 0],
    listingSource: "toronto-bodysafe",
    listingRecord: "17",
    listingSnapshotOn: new Date("2026-01-01"),
  });
  const technicianId = technician.id;
  const premises = premisesRow({ features: ["step_free"] });
  await db().technician.createMany({ data: [technician] });
  await db().premises.createMany({ data: [premises] });
  await db().technicianPremises.createMany({
    data: [{ technicianId, premisesId: premises.id, guestFrom: new Date("2026-01-01") }],
  });
  await db().inspection.create({
    data: {
      premisesId: premises.id,
      inspectedOn: new Date("2026-02-01"),
      outcome: "conditional_pass",
      source: "toronto-bodysafe",
      sourceRecord: "17",
      snapshotOn: new Date("2026-03-01"),
      infractions: {
        create: { severity: "minor", category: "Sink", text: "No towels", fingerprint: "secret-fingerprint" },
      },
    },
  });
  await db().technicianAnswer.create({ data: { technicianId, question: "Why SMP?", answer: "It helped me." } });
  await db().priceBand.createMany({ data: [priceBandRow({ technicianId })] });

  const document = await db().privateDocument.create({
    data: {
      ownerId: owner.id,
      storageKey: newStorageKey(),
      mediaType: "application/pdf",
      byteLength: 9,
      sha256: `secret-sha-${randomUUID()}`,
    },
  });
  const shared = { technicianId, checkedById: moderator.id, documentId: document.id };
  const licence = evidenceRow(shared);
  const hygiene = evidenceRow({ ...shared, kind: "hygiene" });
  const training = evidenceRow({ ...shared, kind: "training" });
  await db().evidence.createMany({ data: [licence, hygiene, training] });
  await db().regime.createMany({ data: [regimeRow({ key: "england-council" })] });
  await db().authorization.createMany({
    data: [authorizationRow({ evidenceId: licence.id, regimeKey: "england-council" })],
  });
  await db().hygieneEvidence.createMany({ data: [hygieneRow({ evidenceId: hygiene.id })] });
  await db().training.createMany({ data: [trainingRow({ evidenceId: training.id })] });

  const key = newStorageKey();
  await storage().put(key, "640.webp", Buffer.from("a picture"));
  const published = portfolioCaseRow({ technicianId });
  await db().portfolioCase.createMany({ data: [published] });
  await db().photo.createMany({
    data: [
      { ...photo("before", newStorageKey()), portfolioCaseId: published.id },
      { ...photo("healed", key), portfolioCaseId: published.id },
    ],
  });

  const review = reviewRow({
    technicianId,
    authorId: client.id,
    pricePaid: 150_000,
    currency: "GBP",
    // The follow-up after half a year is there, that after a year can be written.
    lastSessionOn: new Date(Date.now() - 400 * 86_400_000),
  });
  const removed = reviewRow({ technicianId, status: "removed", text: "private-removed-text" });
  await db().review.createMany({ data: [review, removed] });
  const followUp = followUpRow({ reviewId: review.id });
  await db().reviewFollowUp.createMany({ data: [followUp] });
  await db().reply.createMany({ data: [replyRow({ reviewId: review.id })] });
  await db().photo.createMany({
    data: [
      { ...photo("healed", newStorageKey()), reviewId: review.id },
      { ...photo("healed", newStorageKey()), reviewFollowUpId: followUp.id },
    ],
  });
  return { photoKey: key, technicianId, reviewId: review.id };
}

/** What is kept beside a profile and is nobody's to read. Returns words of it that no answer may contain. */
async function addPrivateFacts({ client, suspended }: People, technicianId: string): Promise<string[]> {
  const rejected = evidenceRow({ technicianId, status: "rejected", source: "private-evidence-source" });
  await db().evidence.createMany({ data: [rejected] });
  await db().review.createMany({
    data: [
      reviewRow({
        technicianId,
        authorId: suspended.id,
        status: "pending",
        text: "private-pending-text",
        signalsCheckedAt: new Date(),
      }),
      reviewRow({ technicianId, isHidden: true, text: "private-hidden-text" }),
    ],
  });
  await db().portfolioCase.createMany({
    data: [portfolioCaseRow({ technicianId, status: "submitted", title: "private-case-title" })],
  });
  await db().technician.createMany({
    data: [technicianRow({ slug: "secret-draft", name: "secret-draft-name", status: "draft" })],
  });
  const enquiry = await db().enquiry.create({ data: { authorId: client.id } });
  const documents = await db().privateDocument.findMany({ select: { id: true, storageKey: true, sha256: true } });
  return [
    "secret-",
    technicianId,
    enquiry.id,
    ...documents.flatMap(({ id, storageKey, sha256 }) => [id, storageKey, sha256]),
  ];
}
