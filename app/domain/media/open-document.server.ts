import { documentFileName } from "#app/domain/media/document.ts";
import type { DocumentType } from "#app/domain/media/document.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isKeyedHash, keyedHash } from "#app/platform/secret-box.server.ts";
import { storage, type Storage, type StoredFile } from "#app/platform/storage.server.ts";

const LINK_MS = 5 * 60_000;

export type OpenedDocument = StoredFile & { mediaType: DocumentType; fileName: string };

/** The whole file, or the picture of one of its pages. */
type Signed = { documentId: string; page: number | null };

function signedText({ documentId, page }: Signed, viewerId: string, until: number): string {
  return `document ${documentId}${page === null ? "" : ` page ${page}`} ${viewerId} ${until}`;
}

function sign(signed: Signed, viewer: Pick<Viewer, "userId">, now: Date): string {
  const until = now.getTime() + LINK_MS;
  const signature = keyedHash("link", signedText(signed, viewer.userId, until));
  return new URLSearchParams({ until: String(until), signature }).toString();
}

/** The address at which one moderator can open one document for five minutes (U-06); worthless to anybody else. */
export function signDocumentLink(documentId: string, viewer: Pick<Viewer, "userId">, now: Date): string {
  return `/documents/${documentId}?${sign({ documentId, page: null }, viewer, now)}`;
}

/** The same for the picture of one page, counted from 1. */
export function signPageLink(documentId: string, page: number, viewer: Pick<Viewer, "userId">, now: Date): string {
  return `/documents/${documentId}/pages/${page}?${sign({ documentId, page }, viewer, now)}`;
}

function isSigned(signed: Signed, viewer: Pick<Viewer, "userId">, url: URL, now: Date): boolean {
  const until = Number(url.searchParams.get("until") ?? "");
  if (!Number.isSafeInteger(until) || until <= now.getTime() || until > now.getTime() + LINK_MS) return false;
  const given = url.searchParams.get("signature") ?? "";
  return isKeyedHash("link", signedText(signed, viewer.userId, until), given);
}

/** Whether the address was signed for this viewer and document, less than five minutes ago. */
export function isSignedLink(documentId: string, viewer: Pick<Viewer, "userId">, url: URL, now: Date): boolean {
  return isSigned({ documentId, page: null }, viewer, url, now);
}

/** The same for the picture of one page. */
export function isSignedPageLink(
  { documentId, page }: { documentId: string; page: number },
  viewer: Pick<Viewer, "userId">,
  url: URL,
  now: Date,
): boolean {
  return isSigned({ documentId, page }, viewer, url, now);
}

/** One's own document; null also for everybody else's and for one whose bytes are gone. */
export async function openOwnDocument(
  ownerId: string,
  documentId: string,
  store: Storage = storage(),
): Promise<OpenedDocument | null> {
  const row = await db().privateDocument.findFirst({
    where: { id: documentId, ownerId, purgedAt: null },
    select: KEPT,
  });
  return row && openKept(row, store);
}

/** How long one look lasts: as long as an opened item is kept for its moderator. */
const LOOK_MS = 15 * 60_000;

/**
 * Whatever a moderator may look at: a document that somebody else laid beside evidence, a review or a claim. With an
 * `action` it goes on record before a byte is read: a look once in a quarter of an hour, however many pages it has, a
 * download each time.
 */
export async function openForModerator(
  viewer: Pick<Viewer, "userId">,
  documentId: string,
  action: "document_viewed" | "document_downloaded" | null,
  now: Date,
  store: Storage = storage(),
): Promise<OpenedDocument | null> {
  const isHandedIn = {
    OR: [{ evidence: { some: {} } }, { visitProofs: { some: {} } }, { listingClaims: { some: {} } }],
  };
  const row = await db().privateDocument.findFirst({
    where: { id: documentId, ownerId: { not: viewer.userId }, purgedAt: null, ...isHandedIn },
    select: KEPT,
  });
  const opened = row && (await openKept(row, store));
  if (!opened || action === null) return opened;
  try {
    const entry = { actorId: viewer.userId, action, subjectKind: "document", subjectId: documentId };
    await db().$transaction(async (tx) => {
      // Pages of one document are asked for at once: one after the other, so that one row is written.
      await tx.$queryRaw`SELECT 1 AS locked FROM "PrivateDocument" WHERE id = ${documentId}::uuid FOR UPDATE`;
      const since = new Date(now.getTime() - LOOK_MS);
      const isSameLook =
        action === "document_viewed" && (await tx.auditEvent.count({ where: { ...entry, at: { gt: since } } })) > 0;
      if (!isSameLook) await recordAudit(entry, tx);
    });
  } catch (problem) {
    opened.stream.destroy();
    throw problem;
  }
  return opened;
}

/** The file as it was handed in, for a moderator: only a PDF, whose pages may not be all there is to see. */
export async function downloadDocument(
  viewer: Pick<Viewer, "userId">,
  documentId: string,
  now: Date,
  store: Storage = storage(),
): Promise<OpenedDocument | null> {
  const isPdf = await db().privateDocument.count({ where: { id: documentId, mediaType: "application/pdf" } });
  return isPdf === 0 ? null : openForModerator(viewer, documentId, "document_downloaded", now, store);
}

const KEPT = { storageKey: true, mediaType: true } as const;

async function openKept(
  { storageKey, mediaType }: { storageKey: string; mediaType: string },
  store: Storage,
): Promise<OpenedDocument | null> {
  const type: DocumentType = mediaType === "image/jpeg" ? mediaType : "application/pdf";
  const fileName = documentFileName(type);
  const stored = await store.read(storageKey, fileName);
  return stored && { ...stored, mediaType: type, fileName };
}
