import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { scheduleEvidencePurge } from "#app/domain/criteria/evidence-retention.server.ts";
import { findOwnEvidenceRow } from "#app/domain/criteria/own-evidence-row.server.ts";
import { giveUpEvidence } from "#app/domain/criteria/give-up-evidence.server.ts";
import type { EvidenceFacts } from "#app/domain/criteria/read-evidence-form.ts";
import { saveEvidence } from "#app/domain/criteria/save-evidence.server.ts";
import type { EvidenceToSave } from "#app/domain/criteria/save-evidence.server.ts";
import { takeEvidenceForm } from "#app/domain/criteria/take-evidence-form.server.ts";
import { keepDocument, purgeDocuments } from "#app/domain/media/keep-document.server.ts";
import { db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { evidenceRow } from "../../../prisma/factories/evidence-row.ts";
import { premisesRow, technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { loadRegimes } from "../../../prisma/reference/load-regimes.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const NOW = new Date("2026-11-27T12:00:00Z");
const PDF = new TextEncoder().encode("%PDF-1.4\nlicence\n%%EOF");
const owner = userRow({ roles: ["technician"] });
const stranger = userRow({ roles: ["technician"] });
const ana = technicianRow({ ownerId: owner.id });
const ben = technicianRow({ ownerId: stranger.id });
const room = premisesRow();
const asOwner = { userId: owner.id, technicianId: ana.id };
const asStranger = { userId: stranger.id, technicianId: ben.id };

const COURSE: EvidenceFacts = {
  kind: "training",
  issuedOn: null,
  expiresOn: null,
  noExpiryReason: null,
  training: {
    provider: "Northfold",
    trainer: null,
    courseName: "Foundation",
    smpHours: 80,
    liveModels: 4,
    completedOn: "2024-05-03",
  },
};
const roomLicence = (premisesId: string): EvidenceFacts => ({
  kind: "authorization",
  issuedOn: null,
  expiresOn: null,
  noExpiryReason: "none_under_regime",
  authorization: {
    regimeKey: "england-council",
    holder: "premises",
    premisesId,
    authority: "Leeds City Council",
    number: "E-1",
    notRequired: false,
    reason: null,
  },
});

async function document(viewer = asOwner): Promise<string> {
  const kept = await keepDocument(viewer.userId, PDF, NOW);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.documentId;
}
const toSave = (more: Partial<EvidenceToSave> = {}): EvidenceToSave => ({
  evidenceId: randomUUID(),
  version: 0,
  facts: COURSE,
  submit: null,
  ...more,
});
const stored = (id: string) => db().evidence.findUniqueOrThrow({ where: { id } });

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner, stranger] });
  await db().technician.createMany({ data: [ana, ben] });
  await db().premises.createMany({ data: [room] });
  await db().technicianPremises.createMany({ data: [{ technicianId: ana.id, premisesId: room.id }] });
  await loadRegimes();
});

describe("writing down evidence", () => {
  it("is kept as declared, or handed in with its document, which then waits", async () => {
    const kept = toSave();
    expect(await saveEvidence(asOwner, kept, NOW)).toMatchObject({ ok: true });
    expect(await stored(kept.evidenceId)).toMatchObject({ status: "declared", version: 1, criterion: "training" });
    const documentId = await document();
    const sent = toSave({ submit: { documentId }, facts: roomLicence(room.id) });
    expect(await saveEvidence(asOwner, sent, NOW)).toMatchObject({ ok: true });
    expect(await stored(sent.evidenceId)).toMatchObject({
      status: "submitted",
      submittedAt: NOW,
      documentId,
      version: 2,
    });
    expect(await purgeDocuments(new Date(NOW.getTime() + 900 * DAY_MS))).toBe(0);
  });

  it("F-11: one form sent fifty times is one piece of evidence, in the queue once", async () => {
    const sent = toSave({ submit: { documentId: await document() } });
    const all = await Promise.all(Array.from({ length: 50 }, () => saveEvidence(asOwner, sent, NOW).catch(() => null)));
    expect(all.filter((result) => result?.ok)).toHaveLength(1);
    expect(await db().evidence.count()).toBe(1);
    expect(await db().auditEvent.count({ where: { action: "evidence_submitted" } })).toBe(1);
  });

  it("F-11: of fifty submits of one version one counts", async () => {
    const kept = toSave();
    await saveEvidence(asOwner, kept, NOW);
    const again = { ...kept, version: 1, submit: { documentId: await document() } };
    const all = await Promise.all(
      Array.from({ length: 50 }, () => saveEvidence(asOwner, again, NOW).catch(() => null)),
    );
    expect(all.filter((result) => result?.ok)).toHaveLength(1);
    expect(await stored(kept.evidenceId)).toMatchObject({ status: "submitted", version: 3 });
  });

  it("Z-02, Z-03: somebody else's is answered like nothing, whichever ids are sent", async () => {
    const kept = toSave();
    await saveEvidence(asOwner, kept, NOW);
    const mixed = { userId: stranger.id, technicianId: ana.id };
    for (const viewer of [asStranger, mixed]) {
      expect(await saveEvidence(viewer, { ...kept, version: 1 }, NOW)).toEqual({ ok: false, reason: "not_found" });
      expect(await saveEvidence(viewer, kept, NOW)).toEqual({ ok: false, reason: "not_found" });
      expect(await giveUpEvidence(viewer, { evidenceId: kept.evidenceId, version: 1 }, NOW)).toMatchObject({
        reason: "not_found",
      });
      expect(await findOwnEvidenceRow(viewer, kept.evidenceId)).toBeNull();
    }
    expect(await stored(kept.evidenceId)).toMatchObject({ status: "declared", version: 1 });
  });

  it("Z-03: neither a place nor a document of somebody else's can be used", async () => {
    const foreign = toSave({ facts: roomLicence(room.id) });
    expect(await saveEvidence(asStranger, foreign, NOW)).toEqual({ ok: false, reason: "no_place" });
    const theirs = toSave({ submit: { documentId: await document(asStranger) } });
    expect(await saveEvidence(asOwner, theirs, NOW)).toEqual({ ok: false, reason: "no_document" });
    expect(await db().evidence.count()).toBe(0);
  });

  it.each(["submitted", "in_check", "verified", "rejected", "expired", "superseded", "withdrawn"] as const)(
    "Z-05: what is %s can't be changed",
    async (status) => {
      const later = evidenceRow({ technicianId: ana.id, kind: "training" });
      const row = evidenceRow({
        technicianId: ana.id,
        kind: "training",
        status,
        ...(status === "superseded" ? { supersededById: later.id } : {}),
      });
      await db().evidence.createMany({ data: [later] });
      await db().evidence.createMany({ data: [row] });
      expect(await saveEvidence(asOwner, toSave({ evidenceId: row.id, version: 1 }), NOW)).toEqual({
        ok: false,
        reason: "closed",
      });
    },
  );

  it("can be given up, but not while a second moderator is asked", async () => {
    const row = evidenceRow({ technicianId: ana.id, kind: "training", status: "in_check" });
    await db().evidence.createMany({ data: [row] });
    const proposal = {
      evidenceId: row.id,
      fromStatus: "verified",
      toStatus: "withdrawn",
      reason: "altered",
      note: "x",
    } as const;
    const { id } = await db().evidenceProposal.create({ data: proposal });
    const wanted = { evidenceId: row.id, version: 1 };
    expect(await giveUpEvidence(asOwner, wanted, NOW)).toMatchObject({ reason: "not_possible" });
    await db().evidenceProposal.update({ where: { id }, data: { status: "refused", closedAt: NOW } });
    expect(await giveUpEvidence(asOwner, wanted, NOW)).toMatchObject({ ok: true });
    expect(await stored(row.id)).toMatchObject({ status: "withdrawn", version: 2 });
  });
});

describe("how long a document is kept", () => {
  it("P-03: 90 days after the decision, longer while other evidence waits with it; its hash stays", async () => {
    const documentId = await document();
    const [first, second] = [toSave({ submit: { documentId } }), toSave({ submit: { documentId } })];
    await saveEvidence(asOwner, first, NOW);
    await saveEvidence(asOwner, second, NOW);
    await db().evidence.update({ where: { id: first.evidenceId }, data: { status: "verified", checkedOn: NOW } });
    await db().$transaction((tx) => scheduleEvidencePurge(first.evidenceId, NOW, tx));
    expect(await db().privateDocument.findFirst()).toMatchObject({ purgeAfter: null });
    await db().evidence.update({ where: { id: second.evidenceId }, data: { status: "rejected" } });
    await db().$transaction((tx) => scheduleEvidencePurge(second.evidenceId, NOW, tx));
    const purgeAfter = new Date(NOW.getTime() + 90 * DAY_MS);
    expect(await db().privateDocument.findFirst()).toMatchObject({ purgeAfter });
    expect(await purgeDocuments(purgeAfter)).toBe(1);
    expect(await db().privateDocument.findFirst()).toMatchObject({ purgedAt: purgeAfter, sha256: expect.any(String) });
  });

  it("what is taken back before a decision goes with the next round", async () => {
    const sent = toSave({ submit: { documentId: await document() } });
    await saveEvidence(asOwner, sent, NOW);
    await giveUpEvidence(asOwner, { evidenceId: sent.evidenceId, version: 2 }, NOW);
    expect(await purgeDocuments(NOW)).toBe(1);
  });
});

describe("the form with its file", () => {
  const target = () => ({
    question: { kind: "training" as const },
    evidenceId: randomUUID(),
    version: 0,
    hasAttached: false,
  });
  const fields = { intent: "submit", provider: "Northfold", courseName: "Foundation", completedOn: "2024-05-03" };
  const upload = (file: Uint8Array | null, more: Record<string, string> = {}) => ({
    form: new URLSearchParams({ ...fields, ...more }),
    files: file === null ? [] : [{ field: "document", name: "licence.pdf", bytes: file }],
    refused: [],
  });
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each([
    ["an SVG named .pdf", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["HTML named .jpg", bytes("<!doctype html><script>alert(1)</script>")],
    ["a PDF that breaks off", bytes("%PDF-1.4\nhalf of it")],
    ["a JPEG that breaks off", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0])],
    ["nothing in it", new Uint8Array()],
  ])("U-02: %s is refused beside the field, and what was typed stays", async (_case, file) => {
    const outcome = await takeEvidenceForm(asOwner, target(), upload(file), NOW);
    expect(outcome).toMatchObject({ kind: "refused", status: 400, reply: { values: { provider: "Northfold" } } });
    expect(outcome.kind === "refused" && Object.keys(outcome.reply.errors)).toEqual(["document"]);
    expect(await db().privateDocument.count()).toBe(0);
    expect(await db().evidence.count()).toBe(0);
  });

  it("U-01: so is one that is too large", async () => {
    const refused = [{ field: "document", name: "scan.pdf", reason: "too_large" as const }];
    expect(await takeEvidenceForm(asOwner, target(), { ...upload(null), refused }, NOW)).toMatchObject({
      reply: { errors: { document: [expect.stringContaining("10 MB")] } },
    });
  });

  it("a good file is kept while another field is wrong, and used by its choice the second time", async () => {
    const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#aabbcc" } })
      .png()
      .toBuffer();
    const where = target();
    const first = await takeEvidenceForm(asOwner, where, upload(png, { courseName: "" }), NOW);
    if (first.kind !== "refused") throw new Error(first.kind);
    expect(Object.keys(first.reply.errors)).toEqual(["courseName"]);
    const keptDocument = first.reply.values["keptDocument"] ?? "";
    const second = await takeEvidenceForm(asOwner, where, upload(null, { keptDocument }), NOW);
    expect(second).toMatchObject({ kind: "saved", isSubmitted: true });
    expect(await stored(where.evidenceId)).toMatchObject({ status: "submitted", documentId: keptDocument });
  });

  it("without a file nothing is handed in; kept as declared it needs none", async () => {
    const where = target();
    expect(await takeEvidenceForm(asOwner, where, upload(null), NOW)).toMatchObject({ kind: "refused", status: 400 });
    expect(await takeEvidenceForm(asOwner, where, upload(null, { intent: "keep" }), NOW)).toMatchObject({
      kind: "saved",
      isSubmitted: false,
    });
  });

  it("Z-04: state, checker and owner in the form change nothing", async () => {
    const where = target();
    const more = {
      intent: "keep",
      status: "verified",
      checkedOn: "2026-01-01",
      checkedById: owner.id,
      technicianId: ben.id,
    };
    await takeEvidenceForm(asOwner, where, upload(null, more), NOW);
    expect(await stored(where.evidenceId)).toMatchObject({
      status: "declared",
      checkedOn: null,
      checkedById: null,
      technicianId: ana.id,
    });
  });
});
