import { z } from "zod";
import { CONSULTATION_MINUTES, MOST_MESSAGE } from "#app/domain/enquiries/enquiry.ts";

/*
 * What the forms of a thread may hold. Each names the version that it was shown with, so that of two windows one learns
 * what the other did.
 */
const STALE = "Open the enquiry again and send the form once more.";

const version = z
  .string(STALE)
  .regex(/^\d{1,9}$/, STALE)
  .transform(Number);
const words = (asking: string) =>
  z.string(asking).max(MOST_MESSAGE, `At most ${MOST_MESSAGE.toLocaleString("en-GB")} characters.`);
const wall = z.string("Give a day and a time.").max(40);
const zone = z.string("Say in which time zone.").max(60);
const minutes = z
  .enum(CONSULTATION_MINUTES.map(String) as [string, ...string[]], "Choose how long it takes.")
  .transform(Number);

export const answerSchema = z.object({ version, text: words("Write something first.") });
export const declineSchema = z.object({ version, words: words("").optional() });
export const proposeSchema = z.object({
  version,
  at1: wall,
  at2: wall.optional(),
  at3: wall.optional(),
  minutes,
  zone,
});
/** Either a time that was offered, or one that was agreed on elsewhere. */
export const bookSchema = z.object({
  version,
  timeId: z.uuid(STALE).optional(),
  bookAt: wall.optional(),
  zone: zone.optional(),
});
export const takeBackSchema = z.object({ version, timeId: z.uuid(STALE) });
export const treatSchema = z.object({ version, treatedOn: z.iso.date("Give the day.") });
/** For what needs no words: closing, blocking and letting write again. */
export const moveSchema = z.object({ version });
