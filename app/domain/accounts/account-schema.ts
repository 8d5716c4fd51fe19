import { z } from "zod";
import { judgeLength } from "#app/domain/accounts/password.ts";
import { LONGEST_EMAIL, LONGEST_NAME } from "#app/domain/accounts/account-bounds.ts";

/*
 * What the forms around signing in and up may hold. Of a new password only the length is looked at here, the rest by
 * `judgePassword`; at sign-in any text may be one.
 */

const TOO_LONG_SECRET = 2_000;

export const email = z
  .string("Give your e-mail address.")
  .max(LONGEST_EMAIL, `An e-mail address has at most ${LONGEST_EMAIL} characters.`)
  .toLowerCase()
  .pipe(z.email("This is not a whole e-mail address. It looks like name@example.org."));

export const displayName = z
  .string("Choose the name that others see. It doesn't have to be your real one.")
  .min(2, "A display name has at least 2 characters.")
  .max(LONGEST_NAME, `A display name has at most ${LONGEST_NAME} characters.`)
  .regex(/^[^\n\t<>@]+$/, "A display name is one line, without <, > and @.");

const givenPassword = z.string("Give your password.").max(TOO_LONG_SECRET, "This is too long for a password.");

const newPassword = (asking: string) =>
  z.string(asking).superRefine((password, issues) => {
    const fault = judgeLength(password);
    if (fault !== null) issues.addIssue({ code: "custom", message: fault });
  });

export const signUpSchema = z.object({
  email,
  displayName,
  password: newPassword("Choose a password."),
  isAdult: z.literal("yes", "Hairline is for adults: tick this if you are 18 or older."),
});

export const signInSchema = z.object({ email, password: givenPassword });

export const codeSchema = z.object({
  code: z.string("Give the code.").max(100, "A code has 6 digits, a recovery code a few letters more."),
});

export const emailSchema = z.object({ email });

export const newPasswordSchema = z.object({ password: newPassword("Choose a new password.") });

/** The password is asked for only in browsers that the account never signed in with. */
export const verifyEmailSchema = z.object({ password: z.string().max(TOO_LONG_SECRET).optional() });
