import { z } from "zod";
import { LONGEST_EMAIL } from "#app/domain/accounts/account-bounds.ts";
import { CLAIM_METHODS, CLAIM_WORDS } from "#app/domain/technicians/listing-claim.ts";
import type { ClaimMethod } from "#app/domain/technicians/listing-claim.ts";

const METHODS = Object.keys(CLAIM_METHODS) as [ClaimMethod, ...ClaimMethod[]];

const words = (asking: string) =>
  z
    .string(asking)
    .min(CLAIM_WORDS.shortest, `Write at least ${CLAIM_WORDS.shortest} characters.`)
    .max(CLAIM_WORDS.longest, `Keep it under ${CLAIM_WORDS.longest} characters.`);

/** Domains in other scripts are compared and mailed to in the form that DNS knows. */
function asciiAddress(text: string): string {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  if (at < 1 || !/[^\p{ASCII}]/u.test(domain) || !URL.canParse(`http://${domain}`)) return text;
  return `${text.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
}

const studioAddress = z
  .string()
  .max(LONGEST_EMAIL, `An e-mail address has at most ${LONGEST_EMAIL} characters.`)
  .toLowerCase()
  .transform(asciiAddress)
  .pipe(z.email("This is not a whole e-mail address. It looks like name@example.org."));

/** The form that claims a listing. A document comes beside it, as a file. */
export const claimSchema = z.object({
  statement: words("Say who you are to this studio."),
  method: z.enum(METHODS, { error: "Choose how you prove it." }),
  address: studioAddress.optional(),
});

const version = z.coerce.number({ error: "Open the page again." }).int().positive();

export const claimCodeSchema = z.object({ code: z.string("Type the code.").max(100, "A code has 8 digits.") });
export const withdrawClaimSchema = z.object({ version });

/** What whoever keeps a profile answers to a claim on it; agreeing needs no words. */
export const objectionSchema = z.object({ objection: words("Say why the profile is yours.") });
