import workText from "#app/domain/media/document-work.server.mjs?raw";
import { workProcess } from "#app/domain/media/work-process.server.ts";
import type { ProcessRefusal } from "#app/domain/media/work-process.server.ts";
import type { Result } from "#app/platform/result.ts";

type Document = { bytes: Uint8Array; isPdf: boolean; /** Pixels of the longer side. */ side: number; maxPages: number };
export type DocumentJob =
  ({ kind: "measure" } & Document) | ({ kind: "page"; /** From 1. */ page: number; mark: string } & Document);

/** `locked`: it asks for a password. */
const REFUSALS = ["damaged", "locked", "no_such_page", "too_large"] as const;
export type DocumentJobRefusal = (typeof REFUSALS)[number] | ProcessRefusal;

/** The ten pages of one document and a second moderator's; each takes about half a second. */
const MAX_WAITING = 24;
const TIMEOUT_SECONDS = 10;
/** PDFium's own lid and a picture of 40 million pixels beside it. */
const MAX_MEGABYTES = 1_024;

const documents = workProcess<(typeof REFUSALS)[number]>({
  text: `${workText}\nserveDocuments(${MAX_MEGABYTES});`,
  refusals: REFUSALS,
  what: "A document",
  maxWaiting: MAX_WAITING,
  timeoutSeconds: TIMEOUT_SECONDS,
});

/**
 * Opens a private document in a process of its own (U-02, U-03): apart from photos, so that a PDF that hangs until its
 * ten seconds are over keeps no upload waiting.
 */
export function runDocumentJob(
  job: DocumentJob,
  limits: { maxWaiting?: number; timeoutSeconds?: number } = {},
): Promise<Result<unknown, DocumentJobRefusal>> {
  return documents.run(job, limits);
}

/** For tests of what happens when it is killed. */
export function documentProcessId(): number | undefined {
  return documents.processId();
}
