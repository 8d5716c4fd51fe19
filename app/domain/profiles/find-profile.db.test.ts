import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { authorizationRow, evidenceRow, regimeRow, trainingRow } from "../../../prisma/factories/evidence-row.ts";
import { reviewRow } from "../../../prisma/factories/review-row.ts";
import {
  portfolioCaseRow,
  premisesRow,
  priceBandRow,
  technicianRow,
} from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const TODAY = "2026-11-22";
const day = (text: string) => new Date(`${text}T00:00:00Z`);

beforeEach(emptyDatabase);

async function createTechnician(overrides: Partial<Prisma.TechnicianCreateManyInput> = {}): Promise<string> {
  const row = technicianRow({ slug: "ana-reyes", name: "Ana Reyes", ...overrides });
  await db().technician.createMany({ data: [row] });
  return row.id;
}

async function createAuthorization(
  technicianId: string,
  overrides: Partial<Prisma.EvidenceCreateManyInput> = {},
  authorization: Partial<Prisma.AuthorizationCreateManyInput> = {},
): Promise<string> {
  await db().regime.createMany({ data: [regimeRow({ key: "wales", name: "Licence, Wales" })], skipDuplicates: true });
  const row = evidenceRow({ technicianId, ...overrides });
  await db().evidence.createMany({ data: [row] });
  await db().authorization.createMany({
    data: [authorizationRow({ evidenceId: row.id, regimeKey: "wales", ...authorization })],
  });
  return row.id;
}

async function createPhotos(portfolioCaseId: string, ...stages: ["before" | "fresh" | "aged", number | null][]) {
  const photos = stages.map(([stage, daysSinceLastSession]) => ({
    id: randomUUID(),
    portfolioCaseId,
    stage,
    daysSinceLastSession,
    storageKey: `${stage}${"0".repeat(24)}`,
    width: 900,
    height: 900,
    placeholderColour: "#aabbcc",
    perceptualHash: "0123456789abcdef",
  }));
  await db().photo.createMany({ data: photos });
  return photos.map(({ id }) => id);
}

describe("evidence", () => {
  it("says what was checked, by whom, when, and until when", async () => {
    const technicianId = await createTechnician();
    const moderator = userRow({ displayName: "Mara" });
    await db().user.createMany({ data: [moderator] });
    await createAuthorization(
      technicianId,
      {
        checkedById: moderator.id,
        checkedOn: day("2026-03-03"),
        expiresOn: day("2026-12-01"),
        noExpiryReason: null,
        source: "Public register",
        sourceUrl: "https://example.org/register",
      },
      { number: "SP-77" },
    );
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.evidence).toMatchObject([
      {
        status: "verified",
        isExpiring: true,
        title: "Licence, Wales",
        checkedBy: "Mara",
        checkedOn: "2026-03-03",
        expiresOn: "2026-12-01",
        source: "Public register",
        sourceUrl: "https://example.org/register",
      },
    ]);
    expect(profile?.evidence[0]?.details).toContainEqual({ label: "Number", value: "SP-77" });
    expect(profile?.states.authorization).toBe("checked");
  });

  it("lapses by the clock alone", async () => {
    const technicianId = await createTechnician();
    await createAuthorization(technicianId, { expiresOn: day("2026-11-21"), noExpiryReason: null });
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.evidence[0]?.status).toBe("expired");
    expect(profile?.states.authorization).toBe("expired");
    expect((await findProfile("ana-reyes", "2026-11-20"))?.states.authorization).toBe("checked");
  });

  it("no expiry under a regime and an unknown expiry stay two things", async () => {
    const technicianId = await createTechnician();
    await createAuthorization(technicianId, { noExpiryReason: "none_under_regime", checkedOn: day("2026-02-02") });
    await createAuthorization(technicianId, { noExpiryReason: null, checkedOn: day("2026-01-01") });
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.evidence.map(({ noExpiryReason }) => noExpiryReason)).toEqual(["none_under_regime", "unknown"]);
  });

  it("readers cannot tell why something is still being checked, nor see who looked at it", async () => {
    const technicianId = await createTechnician();
    const moderator = userRow({ displayName: "Mara" });
    await db().user.createMany({ data: [moderator] });
    for (const status of ["submitted", "in_check", "needs_better_copy"] as const) {
      await createAuthorization(technicianId, { status, checkedById: moderator.id, checkedOn: day("2026-01-01") });
    }
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.evidence.map(({ status }) => status)).toEqual(["in_check", "in_check", "in_check"]);
    expect(JSON.stringify(profile)).not.toContain("Mara");
    expect(JSON.stringify(profile)).not.toContain("needs_better_copy");
  });

  it("readers cannot see what was rejected or withdrawn", async () => {
    const technicianId = await createTechnician();
    await createAuthorization(technicianId, { status: "rejected" }, { number: "FORGED" });
    await createAuthorization(technicianId, { status: "withdrawn" }, { number: "FORGED" });
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.evidence).toEqual([]);
    expect(profile?.states.authorization).toBe("none_provided");
    expect(JSON.stringify(profile)).not.toContain("FORGED");
  });

  it("a training without a certificate date is dated by its last day", async () => {
    const technicianId = await createTechnician();
    const row = evidenceRow({ technicianId, kind: "training" });
    await db().evidence.createMany({ data: [row] });
    await db().training.createMany({ data: [trainingRow({ evidenceId: row.id, completedOn: day("2024-05-06") })] });
    expect((await findProfile("ana-reyes", TODAY))?.evidence[0]?.issuedOn).toBe("2024-05-06");
  });

  it("private documents, e-mail addresses and account ids never enter the profile", async () => {
    const owner = userRow({ email: "ana@example.org" });
    const moderator = userRow({ email: "mara@example.org" });
    await db().user.createMany({ data: [owner, moderator] });
    const technicianId = await createTechnician({ ownerId: owner.id });
    const document = {
      id: randomUUID(),
      ownerId: owner.id,
      storageKey: "secret-document",
      mediaType: "application/pdf",
      byteLength: 1,
      sha256: "0",
    };
    await db().privateDocument.createMany({ data: [document] });
    await createAuthorization(technicianId, { checkedById: moderator.id, documentId: document.id });
    const text = JSON.stringify(await findProfile("ana-reyes", TODAY));
    for (const secret of [owner.id, moderator.id, technicianId, document.id, "secret-document", "@example.org"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("a link that a browser must not follow is dropped", async () => {
    const technicianId = await createTechnician();
    await createAuthorization(technicianId, { sourceUrl: "javascript:alert(1)" });
    expect((await findProfile("ana-reyes", TODAY))?.evidence[0]?.sourceUrl).toBeNull();
  });
});

describe("an unclaimed listing", () => {
  it("shows what its register says and nothing that a technician could have told", async () => {
    const technicianId = await createTechnician({
      status: "unclaimed",
      bio: "Best in town",
      understandingStatement: "I know",
      websiteUrl: "https://example.org/",
      listingSource: "toronto-bodysafe",
      listingRecord: "4711",
      listingSnapshotOn: day("2025-03-08"),
    });
    await db().priceBand.createMany({ data: [priceBandRow({ technicianId })] });
    await createAuthorization(technicianId, { status: "declared" });
    const place = premisesRow({ name: "Ink and Water" });
    await db().premises.createMany({ data: [place] });
    await db().technicianPremises.create({ data: { technicianId, premisesId: place.id } });
    await db().inspection.create({
      data: {
        premisesId: place.id,
        inspectedOn: day("2024-02-03"),
        outcome: "conditional_pass",
        services: ["Tattooing"],
        source: "toronto-bodysafe",
        sourceRecord: "4711",
        snapshotOn: day("2025-03-08"),
        infractions: {
          create: {
            fingerprint: "f".repeat(32),
            severity: "significant",
            category: "Hand hygiene",
            text: "Personal service setting - fail to ensure hands are washed. Reg. Subsec. 8 (4)",
          },
        },
      },
    });
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile).toMatchObject({ status: "unclaimed", bio: "", understandingStatement: null, websiteUrl: null });
    expect(profile).toMatchObject({ evidence: [], priceBands: [], treatments: [], languages: [] });
    expect(profile?.listing).toEqual({ source: "toronto-bodysafe", record: "4711", snapshotOn: "2025-03-08" });
    expect(profile?.inspections).toMatchObject([
      { outcome: "conditional_pass", premisesName: "Ink and Water", snapshotOn: "2025-03-08" },
    ]);
    expect(profile?.inspections[0]?.infractions[0]?.text).toContain("hands are washed");
    expect(profile?.premises[0]?.countryName).toBe("United Kingdom");
  });
});

describe("portfolio, prices and places", () => {
  it("shows published cases only, before first, then by the age of the result", async () => {
    const technicianId = await createTechnician();
    const shown = portfolioCaseRow({ technicianId, title: "Shown" });
    await db().portfolioCase.createMany({
      data: [
        shown,
        portfolioCaseRow({ technicianId, status: "submitted" }),
        portfolioCaseRow({ technicianId, status: "withdrawn" }),
      ],
    });
    await createPhotos(shown.id, ["aged", 800], ["before", null], ["fresh", 0]);
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.cases.map(({ title }) => title)).toEqual(["Shown"]);
    expect(profile?.cases[0]?.photos.map(({ stage }) => stage)).toEqual(["before", "fresh", "aged"]);
  });

  it("a photo goes at once when its consent is withdrawn, and a case with its own", async () => {
    const technicianId = await createTechnician();
    const kept = portfolioCaseRow({ technicianId, title: "Kept", position: 0 });
    const gone = portfolioCaseRow({ technicianId, title: "Gone", position: 1 });
    await db().portfolioCase.createMany({ data: [kept, gone] });
    const [beforeId] = await createPhotos(kept.id, ["before", null], ["aged", 800]);
    const withdrawn = { purpose: "publish_photo" as const, textVersion: "1", withdrawnAt: new Date() };
    await db().consent.createMany({
      data: [
        { ...withdrawn, photoId: beforeId },
        { ...withdrawn, portfolioCaseId: gone.id },
      ],
    });
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.cases.map(({ title }) => title)).toEqual(["Kept"]);
    expect(profile?.cases[0]?.photos.map(({ stage }) => stage)).toEqual(["aged"]);
  });

  it("prices paid leave out incentivised, hidden and unpublished reviews, and keep currencies apart", async () => {
    const technicianId = await createTechnician();
    const paid = (pricePaid: number, overrides: Partial<Prisma.ReviewCreateManyInput> = {}) =>
      reviewRow({ technicianId, treatment: "crown", currency: "GBP", pricePaid, ...overrides });
    await db().review.createMany({
      data: [
        paid(100_000),
        paid(120_000),
        paid(200_000),
        paid(90_000, { currency: "EUR" }),
        paid(1, { isIncentivised: true }),
        paid(2, { isHidden: true, status: "under_investigation", publishedAt: new Date() }),
        paid(3, { status: "pending" }),
      ],
    });
    expect((await findProfile("ana-reyes", TODAY))?.pricesPaid).toEqual([
      { treatment: "crown", currency: "EUR", low: 90_000, median: 90_000, high: 90_000, count: 1 },
      { treatment: "crown", currency: "GBP", low: 100_000, median: 120_000, high: 200_000, count: 3 },
    ]);
  });

  it("a guest visit that is over is no longer a place of work", async () => {
    const technicianId = await createTechnician();
    const [main, over, coming] = [
      premisesRow({ name: "Main" }),
      premisesRow({ name: "Over" }),
      premisesRow({ name: "Coming" }),
    ];
    await db().premises.createMany({ data: [main, over, coming] });
    await db().technicianPremises.createMany({
      data: [
        { technicianId, premisesId: main.id, position: 0 },
        { technicianId, premisesId: over.id, position: 1, guestFrom: day("2026-01-01"), guestUntil: day("2026-11-21") },
        {
          technicianId,
          premisesId: coming.id,
          position: 2,
          guestFrom: day("2026-12-01"),
          guestUntil: day("2026-12-05"),
        },
      ],
    });
    const profile = await findProfile("ana-reyes", TODAY);
    expect(profile?.premises.map(({ name, guest }) => [name, guest])).toEqual([
      ["Main", null],
      ["Coming", { from: "2026-12-01", until: "2026-12-05" }],
    ]);
  });
});
