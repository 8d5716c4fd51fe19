import { z } from "zod";

const INTENTS = ["start", "confirm", "codes", "remove"] as const;
type Intent = (typeof INTENTS)[number];

/** What a form of the page is for; null for a form that isn't one of them. */
export function readAuthenticatorIntent(form: URLSearchParams): Intent | null {
  const [given, ...more] = form.getAll("intent");
  return more.length === 0 ? (INTENTS.find((intent) => intent === given) ?? null) : null;
}

export const confirmSchema = z.object({
  code: z.string("Enter the code that your app shows.").regex(/^\s*(\d\s*){6}$/, "The code has six digits."),
});
