import { z } from "zod";
import { casePhotoSchema } from "#app/domain/portfolio/case-schema.ts";
import { isRowId } from "#app/platform/row-id.ts";

/* The four intents of sending a picture in pieces, and their fields. */
const rowId = z.string().refine(isRowId);
const bytes = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** `begin`: says what will come, or asks how far it came. Needs no file. */
export const beginSchema = casePhotoSchema.extend({
  caseId: rowId,
  byteLength: bytes.refine((count) => count > 0),
  fingerprint: z.string().regex(/^[\w-]{8,64}$/),
});
/** `piece`: the bytes from `offset` on, as the file `piece`. */
export const pieceSchema = z.object({ uploadId: rowId, offset: bytes });
/** `finish`: all bytes are in. */
export const finishSchema = casePhotoSchema.extend({ uploadId: rowId });
/** `cancel`: forget what was sent. */
export const cancelSchema = z.object({ uploadId: rowId });
