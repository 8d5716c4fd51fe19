import { createHash } from "node:crypto";
import { DOCUMENT_QUOTA_BYTES, documentFileName, isPdf, MAX_DOCUMENT_BYTES } from "#app/domain/media/document.ts";
import type { DocumentRefusal, DocumentType } from "#app/domain/media/document.ts";
import { imageTypeOf } from "#app/domain/media/image-type.ts";
import { encodePage } from "#app/domain/media/prepare-photo.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { DAY_MS } from "#app/platform/durations.ts";
import { ok, refuse, type Result } from "#app/platform/result.ts";
import { isFull, newStorageKey, storage, type Storage } from "#app/platform/storage.server.ts";

/**
 * Looks into a file before it is kept. None comes with Hairline: scanners are packaged, their signatures are not, and
 * one without signatures finds nothing. Whoever runs one passes it here; until then PDF files are kept unscanned, which
 * is why they are only ever handed out as downloads (U-07, an open gap).
 */
export type DocumentScanner = (bytes: Uint8Array) => Promise<"clean" | "harmful">;
const withoutScanner: DocumentScanner = () => Promise.resolve("clean");

/** Until it is laid beside what it proves: long enough to finish a form. */
const UNUSED_MS = DAY_MS;
/** Pixels; the small print of a certificate stays readable. */
const LONGEST_SIDE = 2_600;

/**
 * Keeps a private document (PDF, JPEG or PNG by their content, 10 MB). Pictures are encoded anew as JPEG, so nothing
 * hidden in them survives; a PDF is kept as it is and never opened. It goes after a day unless its `purgeAfter` is moved
 * by whoever uses it. Call it before the transaction that uses it: encoding and disk are no work for an open one.
 */
export async function keepDocument(
  ownerId: string,
  bytes: Uint8Array,
  now: Date,
  tx: Db = db(),
  { store = storage(), scan = withoutScanner }: { store?: Storage; scan?: DocumentScanner } = {},
): Promise<Result<{ documentId: string }, DocumentRefusal>> {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) return refuse("too_large");
  const held = await tx.privateDocument.aggregate({ where: { ownerId, purgedAt: null }, _sum: { byteLength: true } });
  if ((held._sum.byteLength ?? 0) + bytes.byteLength > DOCUMENT_QUOTA_BYTES) return refuse("quota");
  const opened = await openDocument(bytes);
  if (!opened.ok) return opened;
  if ((await scan(bytes)) === "harmful") return refuse("harmful");

  const { mediaType, kept } = opened.value;
  const storageKey = newStorageKey();
  try {
    await store.put(storageKey, documentFileName(mediaType), kept);
    const row = await tx.privateDocument.create({
      data: {
        ownerId,
        storageKey,
        mediaType,
        byteLength: kept.byteLength,
        // Of what is kept: the same picture is found by it also with other metadata, or saved without loss.
        sha256: createHash("sha256").update(kept).digest("hex"),
        purgeAfter: new Date(now.getTime() + UNUSED_MS),
        createdAt: now,
      },
      select: { id: true },
    });
    return ok({ documentId: row.id });
  } catch (problem) {
    await store.remove(storageKey);
    if (isFull(problem)) return refuse("no_room");
    throw problem;
  }
}

async function openDocument(
  bytes: Uint8Array,
): Promise<Result<{ mediaType: DocumentType; kept: Uint8Array }, DocumentRefusal>> {
  if (isPdf(bytes)) return ok({ mediaType: "application/pdf", kept: bytes });
  const type = imageTypeOf(bytes);
  if (type !== "jpeg" && type !== "png") return refuse(type === "no_image" ? "not_an_image" : "unsupported_type");
  const page = await encodePage(bytes, LONGEST_SIDE);
  return page.ok ? ok({ mediaType: "image/jpeg", kept: page.value }) : page;
}

const PURGED_AT_ONCE = 100;

/**
 * Deletes the bytes of documents whose time is over (P-07); hash, dates and what was decided stay. Files go before the
 * mark, so a round that is cut off is finished by the next one. Answers how many went.
 */
export async function purgeDocuments(now: Date, store: Storage = storage()): Promise<number> {
  const due = await db().privateDocument.findMany({
    // What a moderator has to look at waits for them, whatever was planned for its document before.
    where: {
      purgedAt: null,
      purgeAfter: { lte: now },
      evidence: { none: { status: { in: ["submitted", "in_check"] } } },
    },
    orderBy: { purgeAfter: "asc" },
    take: PURGED_AT_ONCE,
    select: { id: true, storageKey: true },
  });
  for (const { id, storageKey } of due) {
    await store.remove(storageKey);
    await db().$transaction(async (tx) => {
      const { count } = await tx.privateDocument.updateMany({ where: { id, purgedAt: null }, data: { purgedAt: now } });
      if (count === 0) return;
      await recordAudit({ actorId: null, action: "document_purged", subjectKind: "document", subjectId: id }, tx);
    });
  }
  return due.length;
}
