import { documentFileName } from "#app/domain/media/document.ts";
import type { DocumentType, OwnDocument } from "#app/domain/media/document.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { isKeyedHash, keyedHash } from "#app/platform/secret-box.server.ts";
import { storage, type Storage, type StoredFile } from "#app/platform/storage.server.ts";

const LINK_MS = 5 * 60_000;

export type OpenedDocument = StoredFile & { mediaType: DocumentType; fileName: string };

function signedText(documentId: string, viewerId: string, until: number): string {
  return `document ${documentId} ${viewerId} ${until}`;
}

/** The address at which one moderator can open one document for five minutes (U-06); worthless to anybody else. */
export function signDocumentLink(documentId: string, viewer: Pick<Viewer, "userId">, now: Date): string {
  const until = now.getTime() + LINK_MS;
  const signature = keyedHash("link", signedText(documentId, viewer.userId, until));
  return `/documents/${documentId}?${new URLSearchParams({ until: String(until), signature }).toString()}`;
}

/** Whether the address was signed for this viewer and document, less than five minutes ago. */
export function isSignedLink(documentId: string, viewer: Pick<Viewer, "userId">, url: URL, now: Date): boolean {
  const until = Number(url.searchParams.get("until") ?? "");
  if (!Number.isSafeInteger(until) || until <= now.getTime() || until > now.getTime() + LINK_MS) return false;
  const given = url.searchParams.get("signature") ?? "";
  return isKeyedHash("link", signedText(documentId, viewer.userId, until), given);
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

/** Whatever a moderator may look at: a document that somebody laid beside evidence, a review or a claim. The look is on record. */
export async function openDocumentForModerator(
  viewer: Pick<Viewer, "userId">,
  documentId: string,
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
  if (!opened) return null;
  try {
    const entry = { actorId: viewer.userId, action: "document_viewed", subjectKind: "document", subjectId: documentId };
    await db().$transaction((tx) => recordAudit(entry, tx));
  } catch (problem) {
    opened.stream.destroy();
    throw problem;
  }
  return opened;
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

export type DocumentView = {
  at: Date;
  /** The moderator's name; null once their account is gone. */ by: string | null;
};

/** Who looked at one's own document, newest first (P-08); nothing about anybody else's. */
export async function listDocumentViews(ownerId: string, documentId: string): Promise<DocumentView[]> {
  const own = await db().privateDocument.count({ where: { id: documentId, ownerId } });
  if (own === 0) return [];
  const events = await db().auditEvent.findMany({
    where: { subjectKind: "document", subjectId: documentId, action: "document_viewed" },
    orderBy: { sequence: "desc" },
    take: 100,
    select: { at: true, actorId: true },
  });
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))];
  const people = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return events.map(({ at, actorId }) => ({ at, by: names.get(actorId ?? "") ?? null }));
}

/** One's own documents that are still kept, newest first, with everybody who looked at them. */
export async function listOwnDocuments(ownerId: string): Promise<OwnDocument[]> {
  const rows = await db().privateDocument.findMany({
    where: { ownerId, purgedAt: null },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: { id: true, mediaType: true, createdAt: true, purgeAfter: true },
  });
  return Promise.all(
    rows.map(async ({ id, mediaType, createdAt, purgeAfter }) => ({
      id,
      mediaType: mediaType === "image/jpeg" ? ("image/jpeg" as const) : ("application/pdf" as const),
      handedInAt: createdAt.toISOString(),
      goesAt: purgeAfter?.toISOString() ?? null,
      views: (await listDocumentViews(ownerId, id)).map(({ at, by }) => ({ at: at.toISOString(), by })),
    })),
  );
}
