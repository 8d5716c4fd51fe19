import { z } from "zod";
import { LEAST_REPLY, MOST_REPLY } from "#app/domain/reviews/reply-bounds.ts";

/** One technician's answer to one review. The tick is asked for when the words may reveal something about the client. */
export const replySchema = z.object({
  reviewId: z.uuid("Open the page again and write your reply there."),
  /** Of the reply that was shown; 0 when there was none. */
  version: z.coerce.number("Open the page again and write your reply there.").int().nonnegative(),
  text: z
    .string("Write your reply.")
    .min(LEAST_REPLY, `Write at least ${LEAST_REPLY} characters.`)
    .max(MOST_REPLY, `Keep it under ${MOST_REPLY.toLocaleString("en-GB")} characters.`),
  isChecked: z.literal("on").optional(),
});
export const withdrawReplySchema = replySchema.pick({ reviewId: true, version: true });
