import { z } from "zod";

const LONGEST_SECRET = 2_000;

/** The code is asked of accounts that have an authenticator. */
export const confirmSchema = z.object({
  currentPassword: z.string("Give your password.").max(LONGEST_SECRET, "This is too long for a password."),
  code: z.string().max(100, "A code has 6 digits, a recovery code a few letters more.").default(""),
});
