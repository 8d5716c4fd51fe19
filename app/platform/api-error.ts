import { z } from "zod";

/** What the API answers when it cannot give what was asked for: one shape, whatever went wrong. */
export const apiError = z
  .strictObject({
    error: z
      .strictObject({
        status: z.int().min(400).max(599).describe("The HTTP status of the answer."),
        code: z
          .enum(["not_found", "search_unavailable", "internal"])
          .describe("What went wrong, for programs: it stays the same when the message is reworded."),
        message: z.string().describe("What went wrong, for people."),
      })
      .describe("The one thing such an answer holds."),
  })
  .describe("An answer that is an error.");
export type ApiError = z.infer<typeof apiError>;
export type ApiErrorCode = ApiError["error"]["code"];
