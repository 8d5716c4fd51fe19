import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { documentMark } from "#app/domain/media/document-mark.ts";
import { DOCUMENT_PAGES } from "#app/domain/media/document.ts";
import { runDocumentJob } from "#app/domain/media/document-process.server.ts";
import type { DocumentJobRefusal } from "#app/domain/media/document-process.server.ts";
import { openForModerator } from "#app/domain/media/open-document.server.ts";
import type { OpenedDocument } from "#app/domain/media/open-document.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";
import { storage } from "#app/platform/storage.server.ts";
import type { Storage } from "#app/platform/storage.server.ts";

/** Whose name goes into the picture. */
export type Looker = { userId: string; displayName: string };
export type DocumentPages = { pages: { width: number; height: number }[]; pageCount: number };

const bytes = z.instanceof(Uint8Array);
const measured = z.object({
  pages: z.array(z.object({ width: z.int(), height: z.int() })),
  pageCount: z.int(),
});

/** A document never changes, so what was once found out about it holds; the newest are kept. */
const known = new Map<string, Result<DocumentPages, DocumentJobRefusal>>();
const MOST_KNOWN = 200;

async function jobFor(opened: OpenedDocument) {
  const isPdf = opened.mediaType === "application/pdf";
  return { bytes: await buffer(opened.stream), isPdf, side: DOCUMENT_PAGES.side, maxPages: DOCUMENT_PAGES.most };
}

/**
 * How many pages of a document a moderator can be shown, and how large they are; null where there is no document for
 * them. Nothing of it is shown yet, so nothing is put on record.
 */
export async function measureDocument(
  viewer: Pick<Looker, "userId">,
  documentId: string,
  store: Storage = storage(),
): Promise<Result<DocumentPages, DocumentJobRefusal> | null> {
  const opened = await openForModerator(viewer, documentId, null, new Date(), store);
  if (opened === null) return null;
  const before = known.get(documentId);
  if (before) {
    opened.stream.destroy();
    return before;
  }
  const outcome = await runDocumentJob({ kind: "measure", ...(await jobFor(opened)) });
  const found = outcome.ok ? ok(measured.parse(outcome.value)) : outcome;
  if (found.ok || (found.reason !== "busy" && found.reason !== "gave_up")) {
    known.set(documentId, found);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  }
  return found;
}

/**
 * One page as a JPEG with the moderator's mark in its pixels: what was handed in never leaves without it. The look is on
 * record before the first byte. `not_found` for what no moderator may see, this one's own included.
 */
export async function showDocumentPage(
  viewer: Looker,
  { documentId, page }: { documentId: string; page: number },
  now: Date,
  store: Storage = storage(),
): Promise<Result<Uint8Array, DocumentJobRefusal | "not_found">> {
  const opened = await openForModerator(viewer, documentId, "document_viewed", now, store);
  if (opened === null) return refuse("not_found");
  const job = { kind: "page" as const, ...(await jobFor(opened)), page, mark: documentMark(viewer, now) };
  const outcome = await runDocumentJob(job);
  if (!outcome.ok) return outcome.reason === "no_such_page" ? refuse("not_found") : outcome;
  return ok(bytes.parse(outcome.value));
}
