import { execFile } from "node:child_process";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { userRow } from "../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../support/database.ts";

beforeEach(() => emptyDatabase());

type Outcome = { status: number | null; stdout: string; stderr: string };

function run(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, NODE_OPTIONS: "" };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "scripts/moderator.ts", ...args],
      { env },
      (_, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

describe("Z-07 making somebody a moderator", () => {
  test("gives the role once, ends the account's sessions, and is in the audit record and in a mail", async () => {
    const ada = userRow({ email: "ada@example.org", roles: ["client", "technician"] });
    await db().user.createMany({ data: [ada] });
    await createSession(ada.id);
    const first = await run(" Ada@Example.org ");
    expect([first.status, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).toContain("is a moderator now");
    expect(await db().user.findFirst()).toMatchObject({ roles: ["client", "technician", "moderator"] });
    expect(await db().session.count()).toBe(0);
    const again = await run("ada@example.org");
    expect([again.status, again.stdout]).toEqual([0, "ada@example.org is a moderator already. Nothing was changed.\n"]);
    const audit = await db().auditEvent.findMany();
    expect(audit).toMatchObject([
      {
        actorId: null,
        action: "role_given",
        subjectId: ada.id,
        fromState: "client technician",
        toState: "client technician moderator",
        reason: "command_line",
      },
    ]);
    expect(await db().outgoingMail.findMany()).toMatchObject([{ toEmail: "ada@example.org" }]);
  });

  test.each([
    ["nobody@example.org", 1, "there is no account with this address"],
    ["unconfirmed@example.org", 1, "the address is not confirmed yet"],
    ["suspended@example.org", 1, "the account is suspended"],
    ["not an address", 2, "not one e-mail address"],
    ["", 2, "Usage: npm run moderator -- EMAIL"],
  ])("is refused for %s, with what is wrong", async (email, status, words) => {
    await db().user.createMany({
      data: [
        userRow({ email: "unconfirmed@example.org", emailVerifiedAt: null }),
        userRow({ email: "suspended@example.org", suspendedAt: new Date() }),
      ],
    });
    const outcome = await run(email);
    expect(outcome.status).toBe(status);
    expect(outcome.stderr).toContain(words);
    expect(await db().user.count({ where: { roles: { has: "moderator" } } })).toBe(0);
  });
});
