import { z } from "zod";
import { email } from "#app/domain/accounts/account-schema.ts";

const LONGEST_SECRET = 2_000;
const INTENTS = ["password", "address", "end", "end-others"] as const;
type SecurityIntent = (typeof INTENTS)[number];

/** What a form of the page is for; null for a form that isn't one of them. */
export function readSecurityIntent(form: URLSearchParams): SecurityIntent | null {
  const [given, ...more] = form.getAll("intent");
  return more.length === 0 ? (INTENTS.find((intent) => intent === given) ?? null) : null;
}

const secret = (missing: string) => z.string(missing).max(LONGEST_SECRET, "This is too long for a password.");

export const passwordSchema = z.object({
  currentPassword: secret("Give the password you have now."),
  newPassword: secret("Choose a new password."),
  endOthers: z.literal("yes").optional(),
});

export const addressSchema = z.object({ email, password: secret("Give your password.") });

export const endSchema = z.object({ session: z.string().max(100) });
