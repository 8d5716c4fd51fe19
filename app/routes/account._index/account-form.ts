import { z } from "zod";
import { displayName } from "#app/domain/accounts/account-schema.ts";

const INTENTS = ["name", "resend"] as const;
type Intent = (typeof INTENTS)[number];

/** What a form of the page is for; null for a form that isn't one of them. */
export function readAccountIntent(form: URLSearchParams): Intent | null {
  const [given, ...more] = form.getAll("intent");
  return more.length === 0 ? (INTENTS.find((intent) => intent === given) ?? null) : null;
}

export const nameSchema = z.object({ displayName });
