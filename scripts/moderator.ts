import { z } from "zod";
import { appointModerator } from "#app/domain/accounts/appoint-moderator.server.ts";
import type { AppointRefusal } from "#app/domain/accounts/appoint-moderator.server.ts";
import { disconnectDatabase } from "#app/platform/db.server.ts";

/**
 * `npm run moderator -- EMAIL`: gives the account with this address the role of a moderator. Running it again changes
 * nothing. Exit status 0 when the account is a moderator's afterwards, 1 when it could not be made one, 2 for a wrong
 * command line.
 */
const USAGE = "Usage: npm run moderator -- EMAIL";

const WHY_NOT: Record<AppointRefusal, string> = {
  no_account: "there is no account with this address. Sign up with it first.",
  not_verified: "the address is not confirmed yet. Open the link in the mail that came after signing up.",
  suspended: "the account is suspended.",
};

async function run(args: readonly string[]): Promise<number> {
  const [email = "", ...rest] = args;
  if (rest.length > 0 || !z.email().safeParse(email.trim()).success) {
    console.error(email === "" ? USAGE : `${args.join(" ")}: not one e-mail address. ${USAGE}`);
    return 2;
  }
  try {
    const done = await appointModerator(email, null, new Date());
    if (!done.ok) {
      console.error(`${email}: ${WHY_NOT[done.reason]}`);
      return 1;
    }
    console.log(
      done.value === "kept"
        ? `${email} is a moderator already. Nothing was changed.`
        : `${email} is a moderator now. Signed-in browsers were signed out; moderating asks for an authenticator app.`,
    );
    return 0;
  } catch (error) {
    console.error(`${email}: not done, ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await disconnectDatabase();
  }
}

process.exit(await run(process.argv.slice(2)));
