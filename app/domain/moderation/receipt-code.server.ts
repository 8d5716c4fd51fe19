import { createHash } from "node:crypto";
import { keyedHash } from "#app/platform/secret-box.server.ts";

const CODE = /^[A-Za-z0-9_-]{22,64}$/;

/**
 * The code on the receipt of a report: whoever has it may look up the outcome. It follows from the report's id and our
 * key, so that a later mail can hold the same link; the table keeps only its hash.
 */
export function receiptCode(reportId: string): string {
  return keyedHash("link", `report ${reportId}`);
}

/** What the table keeps of a code; null for text that can't be one. */
export function hashReceiptCode(code: string): string | null {
  return CODE.test(code) ? createHash("sha256").update(code).digest("hex") : null;
}

/** Where the outcome of a report can be looked up. */
export function receiptPath(reportId: string): string {
  return `/reports/${receiptCode(reportId)}`;
}
