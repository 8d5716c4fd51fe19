import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { DOCUMENT_QUOTA_BYTES, MAX_DOCUMENT_BYTES } from "#app/domain/media/document.ts";
import { keepDocument, purgeDocuments } from "#app/domain/media/keep-document.server.ts";
import {
  isSignedLink,
  openForModerator,
  openOwnDocument,
  signDocumentLink,
} from "#app/domain/media/open-document.server.ts";
import { listDocumentViews, listOwnDocuments } from "#app/domain/media/own-documents.server.ts";
import { db } from "#app/platform/db.server.ts";
import { storage, type Storage } from "#app/platform/storage.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";
import { evidenceRow } from "../../../prisma/factories/evidence-row.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";

const NOW = new Date("2026-06-01T12:00:00Z");
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const owner = userRow();
const moderator = userRow({ roles: ["moderator"], displayName: "Mo" });
const PDF = Buffer.from("%PDF-1.7\n1 0 obj << /JS (app.alert(1)) >> endobj\n%%EOF\n");
const scan = await sharp({ create: { width: 3000, height: 300, channels: 3, background: "#ddccbb" } })
  .jpeg()
  .withExif({ IFD0: { Artist: "A. Person" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" } })
  .toBuffer();

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner, moderator] });
});

async function kept(bytes: Uint8Array = PDF): Promise<string> {
  const outcome = await keepDocument(owner.id, bytes, NOW);
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value.documentId;
}

/** Lays a document beside evidence, so that moderators may look at it. */
async function handIn(documentId: string): Promise<void> {
  const technician = technicianRow();
  await db().technician.createMany({ data: [technician] });
  await db().evidence.createMany({ data: [evidenceRow({ technicianId: technician.id, documentId })] });
}

const look = (userId: string, id: string) => openForModerator({ userId }, id, "document_viewed", new Date());

async function bytesOf(opened: { stream: NodeJS.ReadableStream } | null): Promise<Buffer | null> {
  return opened && buffer(opened.stream);
}

test("U-02 a PDF is kept as it is, by its content and not by its name", async () => {
  const opened = await openOwnDocument(owner.id, await kept());
  expect(opened).toMatchObject({ mediaType: "application/pdf", fileName: "document.pdf", size: PDF.length });
  expect(await bytesOf(opened)).toEqual(PDF);
  const row = await db().privateDocument.findFirstOrThrow();
  expect(row.sha256).toBe(createHash("sha256").update(PDF).digest("hex"));
});

test("U-02 U-04 a photographed document is encoded anew: no metadata, and small enough to look at", async () => {
  const opened = await openOwnDocument(owner.id, await kept(scan));
  expect(opened).toMatchObject({ mediaType: "image/jpeg", fileName: "document.jpg" });
  const bytes = await bytesOf(opened);
  expect(await sharp(bytes ?? undefined).metadata()).toMatchObject({ format: "jpeg", width: 2600 });
  expect((await sharp(bytes ?? undefined).metadata()).exif).toBeUndefined();
  expect(bytes?.includes("A. Person")).toBe(false);
});

test("a picture is known again with other metadata and as a PNG; another one is not it", async () => {
  const bare = await sharp(scan).png().toBuffer();
  const other = await sharp(scan).negate().jpeg().toBuffer();
  const hashOf = async (file: Buffer) =>
    (await db().privateDocument.findUniqueOrThrow({ where: { id: await kept(file) } })).sha256;
  const first = await hashOf(scan);
  expect([await hashOf(bare), (await hashOf(other)) === first]).toEqual([first, false]);
});

test.each<[string, Buffer, string]>([
  ["too large", Buffer.concat([PDF, Buffer.alloc(MAX_DOCUMENT_BYTES)]), "too_large"],
  ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>"), "not_an_image"],
  ["a PDF without an end", Buffer.from("%PDF-1.7 and nothing more"), "not_an_image"],
  ["a GIF", Buffer.from("GIF89a*/=1"), "unsupported_type"],
  ["half a picture", scan.subarray(0, 700), "damaged"],
  ["empty", Buffer.alloc(0), "not_an_image"],
])("U-02 a document that is %s is refused and leaves nothing behind", async (_, bytes, reason) => {
  expect(await keepDocument(owner.id, bytes, NOW)).toEqual({ ok: false, reason });
  expect(await db().privateDocument.count()).toBe(0);
});

test("U-07 a scanner that is plugged in decides before anything is kept", async () => {
  const outcome = await keepDocument(owner.id, PDF, NOW, db(), { scan: async () => "harmful" });
  expect(outcome).toEqual({ ok: false, reason: "harmful" });
  expect(await db().privateDocument.count()).toBe(0);
});

test("U-01 who used up their room gets no more", async () => {
  const id = await kept();
  await db().privateDocument.update({ where: { id }, data: { byteLength: DOCUMENT_QUOTA_BYTES } });
  expect(await keepDocument(owner.id, PDF, NOW)).toEqual({ ok: false, reason: "quota" });
});

test("F-15 without room on the disk neither row nor file stays", async () => {
  const removed: string[] = [];
  const full: Storage = {
    put: async () => {
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    },
    read: async () => null,
    remove: async (key) => void removed.push(key),
  };
  expect(await keepDocument(owner.id, PDF, NOW, db(), { store: full })).toEqual({ ok: false, reason: "no_room" });
  expect([removed.length, await db().privateDocument.count()]).toEqual([1, 0]);
});

test("Z-02 a document is nobody's but its owner's, and a moderator's only once it was handed in", async () => {
  const id = await kept();
  expect(await openOwnDocument(moderator.id, id)).toBeNull();
  expect(await look(moderator.id, id)).toBeNull();
  await handIn(id);
  expect(await bytesOf(await look(moderator.id, id))).toEqual(PDF);
  expect(await look(owner.id, id)).toBeNull();
});

test("P-08 every look of a moderator is on record and shown to the owner, and to nobody else", async () => {
  const [id, unseen] = [await kept(), await kept()];
  const viewsFor = async (viewer: { id: string }) => [...(await listDocumentViews(viewer.id, [id, unseen])).values()];
  await handIn(id);
  expect(await viewsFor(owner)).toEqual([[], []]);
  await bytesOf(await look(moderator.id, id));
  await bytesOf(await openOwnDocument(owner.id, id));
  expect(await viewsFor(owner)).toEqual([[{ at: expect.any(String), by: "Mo", isDownload: false }], []]);
  expect(await viewsFor(moderator)).toEqual([[], []]);
  const own = await listOwnDocuments(owner.id);
  expect(own.find((one) => one.id === id)).toMatchObject({
    handedInFor: { label: "Evidence on your profile" },
    views: [{ by: "Mo" }],
  });
  expect(own.find((one) => one.id === unseen)).toMatchObject({ handedInFor: null, views: [] });
});

test("U-06 a signed link is good for one viewer, one document and five minutes", async () => {
  const [id, other] = [await kept(), await kept()];
  const viewer = { userId: moderator.id };
  const url = (path: string) => new URL(path, "http://localhost");
  const link = url(signDocumentLink(id, viewer, NOW));
  expect(link.pathname).toBe(`/documents/${id}`);
  const soon = new Date(NOW.getTime() + 4 * 60_000);
  expect(isSignedLink(id, viewer, link, soon)).toBe(true);
  expect(isSignedLink(id, { userId: owner.id }, link, soon)).toBe(false);
  expect(isSignedLink(other, viewer, link, soon)).toBe(false);
  expect(isSignedLink(id, viewer, link, new Date(NOW.getTime() + 5 * 60_000))).toBe(false);
  const longer = url(link.href);
  longer.searchParams.set("until", String(later(30).getTime()));
  expect(isSignedLink(id, viewer, longer, soon)).toBe(false);
  for (const broken of ["", "?until=x&signature=y", `?until=${NOW.getTime() + 60_000}`]) {
    expect(isSignedLink(id, viewer, url(`/documents/${id}${broken}`), soon)).toBe(false);
  }
});

test("P-03 P-07 bytes go when their time is over, what was decided stays; an unused document goes after a day", async () => {
  const [used, unused] = [await kept(), await kept(scan)];
  await handIn(used);
  await db().privateDocument.update({ where: { id: used }, data: { purgeAfter: later(30) } });
  expect(await purgeDocuments(later(0.9))).toBe(0);
  expect(await purgeDocuments(later(2))).toBe(1);
  expect(await openOwnDocument(owner.id, unused)).toBeNull();
  expect(await bytesOf(await openOwnDocument(owner.id, used))).toEqual(PDF);
  expect(await purgeDocuments(later(31))).toBe(1);
  const row = await db().privateDocument.findUniqueOrThrow({ where: { id: used } });
  expect(row).toMatchObject({ purgedAt: later(31), sha256: createHash("sha256").update(PDF).digest("hex") });
  expect(await storage().read(row.storageKey, "document.pdf")).toBeNull();
  expect(await look(moderator.id, used)).toBeNull();
  expect(await purgeDocuments(later(32))).toBe(0);
  expect(await db().auditEvent.count({ where: { action: "document_purged" } })).toBe(2);
});
