import { z } from "zod";
import { email } from "#app/domain/accounts/account-schema.ts";

/** The address is read once, for the mail; it is not kept. */
export const askConsentSchema = z.object({ email });
