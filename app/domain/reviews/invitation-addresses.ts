import { z } from "zod";
import { email } from "#app/domain/accounts/account-schema.ts";

/** Addresses in one form, and mails of one technician in a day. */
export const MOST_INVITED_AT_ONCE = 20;
export const MOST_INVITED_A_DAY = 50;

/** One address a line; empty lines and doubled addresses are left out. Each bad line is named, as it was typed. */
export const invitationAddressesSchema = z.object({
  addresses: z.string("Give at least one address.").transform((text, issues): string[] => {
    const lines = text.split("\n").map((line) => line.trim());
    const good = new Set<string>();
    lines.forEach((line, at) => {
      if (line === "") return;
      const parsed = email.safeParse(line);
      if (parsed.success) good.add(parsed.data);
      else {
        const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
        issues.addIssue({ code: "custom", message: `Line ${at + 1} is not a whole e-mail address: “${shown}”.` });
      }
    });
    if (good.size > MOST_INVITED_AT_ONCE) {
      issues.addIssue({ code: "custom", message: `At most ${MOST_INVITED_AT_ONCE} addresses at once.` });
    }
    return [...good];
  }),
});
