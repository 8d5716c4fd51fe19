import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { userRow } from "../prisma/factories/user-row.ts";
import { linkMailedTo, openBrowser } from "./support/browser.ts";
import type { Browser } from "./support/browser.ts";
import { emptyDatabase } from "./support/database.ts";
import { passwordHashOf } from "./support/password-hash.ts";
import { openSite } from "./support/open-site.ts";
import type { Reply, Site } from "./support/open-site.ts";

const PASSWORD = "four quiet words here";
const NEW_PASSWORD = "umbrella gravel sonnet tin";
/** Fields that no form of an account may set (Z-04). */
const GREEDY = {
  role: "moderator",
  roles: "moderator",
  userId: "00000000-0000-4000-8000-000000000000",
  emailVerifiedAt: "2026-01-01",
  suspendedAt: "",
  passwordHash: "x",
};

let site: Site;
let passwordHash: string;
beforeAll(async () => {
  site = await openSite();
  passwordHash = await passwordHashOf(PASSWORD);
});
afterAll(() => site.close());

let ada: string;
let browser: Browser;
beforeEach(async () => {
  await emptyDatabase();
  const user = userRow({ email: "ada@example.org", displayName: "Ada", passwordHash });
  await db().user.createMany({ data: [user] });
  ada = user.id;
  browser = await signedIn(ada);
});

async function signedIn(userId: string, mfaAt: Date | null = null): Promise<Browser> {
  const opened = openBrowser(site);
  opened.setCookie("sid", await createSession(userId, { mfaAt, device: "Firefox on Linux" }));
  return opened;
}

const account = () => db().user.findUniqueOrThrow({ where: { id: ada } });
const agedSessions = () => db().session.updateMany({ data: { lastAuthAt: new Date(Date.now() - 11 * 60_000) } });

/** The key that the page shows in groups of four. */
function shownSeed({ body }: Reply): string {
  const [group = ""] = /<code class="seed"[^>]*>(.*?)<\/code>/s.exec(body) ?? [];
  return group.replace(/<[^>]+>/g, "");
}

const shownCodes = ({ body }: Reply) =>
  [...body.matchAll(/<code>([0-9A-Z-]{14})<\/code>/g)].map(([, code = ""]) => code);

const codeOf = (seed: string, at = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(seed), digits: 6, period: 30 }).generate({ timestamp: at });

async function setUp(from: Browser): Promise<{ seed: string; done: Reply }> {
  await from.post("/account/authenticator?returnTo=/moderation", { intent: "start" });
  const seed = shownSeed(await from.get("/account/authenticator?returnTo=/moderation"));
  const fields = { intent: "confirm", code: codeOf(seed) };
  return { seed, done: await from.post("/account/authenticator?returnTo=/moderation", fields) };
}

describe("A-08 /account/authenticator", () => {
  test("sets it up, shows ten recovery codes once, and leads on", async () => {
    const before = browser.cookie("sid");
    const { done } = await setUp(browser);
    expect([done.status, done.headers.location]).toEqual([303, "/account/authenticator?returnTo=%2Fmoderation"]);
    expect(browser.cookie("sid")).not.toBe(before);
    const page = await browser.get("/account/authenticator?returnTo=/moderation");
    expect(shownCodes(page)).toHaveLength(10);
    expect(page.body).toContain('href="/moderation"');
    expect(page.headers["cache-control"]).toBe("no-store");
    const again = await browser.get("/account/authenticator");
    expect(again.status).toBe(200);
    expect(shownCodes(again)).toEqual([]);
    expect(again.body).toContain("10 unused codes");
  });

  test("recovery codes that somebody else's browser brings are not shown", async () => {
    await setUp(browser);
    const other = userRow();
    await db().user.createMany({ data: [other] });
    const thief = await signedIn(other.id);
    thief.setCookie("recovery-codes", browser.cookie("recovery-codes") ?? "");
    expect(shownCodes(await thief.get("/account/authenticator"))).toEqual([]);
    for (const made of ["x", "%", "a".repeat(4_000)]) {
      browser.setCookie("recovery-codes", made);
      expect((await browser.get("/account/authenticator")).status).toBe(200);
    }
  });

  test("a wrong code is refused beside its field and not sent back", async () => {
    await browser.post("/account/authenticator", { intent: "start" });
    const reply = await browser.post("/account/authenticator", { intent: "confirm", code: "123456" });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain("This code does not match.");
    expect(reply.body).not.toContain("123456");
  });

  test("returnTo elsewhere is not followed (C-04)", async () => {
    await setUp(browser);
    const page = await browser.get("/account/authenticator?returnTo=https://evil.example");
    expect(page.body).not.toContain('href="https://evil');
    expect(page.body).toContain('class="button" href="/account/security"');
  });

  test.each(["start", "confirm", "codes", "remove"])("%s asks for the password after ten minutes", async (intent) => {
    await agedSessions();
    const reply = await browser.post("/account/authenticator", { intent, code: "123456" });
    expect([reply.status, reply.headers.location]).toEqual([303, "/confirm?returnTo=%2Faccount%2Fauthenticator"]);
    expect(await db().totpCredential.count()).toBe(0);
  });

  test("the key is not shown to a session that was left open", async () => {
    await browser.post("/account/authenticator", { intent: "start" });
    await agedSessions();
    const reply = await browser.get("/account/authenticator");
    expect([reply.status, reply.headers.location]).toEqual([303, "/confirm?returnTo=%2Faccount%2Fauthenticator"]);
  });

  test("a moderator can't turn it off by a form of their own", async () => {
    await setUp(browser);
    await db().user.update({ where: { id: ada }, data: { roles: ["moderator"] } });
    expect((await browser.post("/account/authenticator", { intent: "remove" })).status).toBe(403);
    expect(await db().totpCredential.count()).toBe(1);
  });
});

describe("A-08 /confirm", () => {
  test("with the right password leads back under a new session (S-03), never elsewhere (C-04)", async () => {
    await agedSessions();
    const before = browser.cookie("sid");
    const reply = await browser.post("/confirm?returnTo=/account/authenticator", { currentPassword: PASSWORD });
    expect([reply.status, reply.headers.location]).toEqual([303, "/account/authenticator"]);
    expect(browser.cookie("sid")).not.toBe(before);
    expect((await browser.post("/account/authenticator", { intent: "start" })).headers.location).toBe(
      "/account/authenticator",
    );
    const away = await browser.post("/confirm?returnTo=//evil.example", { currentPassword: PASSWORD });
    expect(away.headers.location).toBe("/account");
  });

  test("a wrong password is refused, and after ten of them the right one too", async () => {
    for (let n = 0; n < 10; n++) {
      const reply = await browser.post("/confirm", { currentPassword: "wrong words are here" });
      expect(reply.status).toBe(400);
      expect(reply.body).not.toContain("wrong words are here");
    }
    expect((await browser.post("/confirm", { currentPassword: PASSWORD })).status).toBe(429);
  });
});

describe("Z-04 forms of an account set what they ask for and nothing else", () => {
  test("the name", async () => {
    const before = await account();
    const reply = await browser.post("/account", {
      ...GREEDY,
      intent: "name",
      displayName: "Ada L.",
      email: "x@y.org",
    });
    expect([reply.status, reply.headers.location]).toEqual([303, "/account?done=name"]);
    expect({ ...(await account()), updatedAt: 0 }).toEqual({ ...before, displayName: "Ada L.", updatedAt: 0 });
  });

  test("the password", async () => {
    const fields = { ...GREEDY, intent: "password", currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    const before = await account();
    const reply = await browser.post("/account/security", { ...fields, displayName: "Root" });
    expect([reply.status, reply.headers.location]).toEqual([303, "/account/security?done=password"]);
    const { passwordHash: after, updatedAt: _now, ...rest } = await account();
    expect(after).toMatch(/^\$argon2id\$/);
    expect(after).not.toBe(before.passwordHash);
    expect({ ...before, ...rest }).toEqual(before);
  });

  test("the address, which waits for its link", async () => {
    const before = await account();
    const fields = { ...GREEDY, intent: "address", email: "New@Example.org", password: PASSWORD };
    expect((await browser.post("/account/security", fields)).status).toBe(303);
    expect({ ...(await account()) }).toEqual(before);
    expect(await linkMailedTo("new@example.org")).toMatch(/^\/verify-email\/[\w-]{43}$/);
  });

  test("a form of no known kind, or of two, changes nothing", async () => {
    for (const path of ["/account", "/account/security", "/account/authenticator"]) {
      expect((await browser.post(path, { ...GREEDY, intent: "promote" })).status).toBe(400);
    }
    expect((await account()).roles).toEqual(["client"]);
  });
});

describe("A-09 the password form", () => {
  test("comes back with words beside the field and without the passwords", async () => {
    const fields = { intent: "password", currentPassword: PASSWORD, newPassword: "too short" };
    const reply = await browser.post("/account/security", fields);
    expect(reply.status).toBe(400);
    expect(reply.body).toContain("Make it at least 15");
    expect(reply.body).not.toContain("too short");
    expect(reply.body).not.toContain(PASSWORD);
  });
});

test("A-04 asking for an address that is taken answers like one that is free", async () => {
  await db().user.createMany({ data: [userRow({ email: "taken@example.org" })] });
  const ask = (email: string) => browser.post("/account/security", { intent: "address", email, password: PASSWORD });
  const [taken, free] = [await ask("taken@example.org"), await ask("free@example.org")];
  expect([taken.status, taken.headers.location]).toEqual([free.status, free.headers.location]);
});

describe("Z-02 S-06 ending sessions", () => {
  const end = (session: string) => browser.post("/account/security", { intent: "end", session });

  test("somebody else's answers like one that isn't there", async () => {
    const other = userRow();
    await db().user.createMany({ data: [other] });
    const theirs = await signedIn(other.id);
    const page = await theirs.get("/account/security");
    const { id } = await db().session.findFirstOrThrow({ where: { userId: other.id } });
    expect(page.body).not.toContain(id);
    const none = await end("nothing");
    const foreign = await end(id);
    expect([foreign.status, none.status]).toEqual([404, 404]);
    expect((await theirs.get("/account")).status).toBe(200);
  });

  test("one of one's own is out at its next request", async () => {
    const second = await signedIn(ada);
    const page = await browser.get("/account/security");
    const [, handle = ""] = /name="session" value="([^"]+)"/.exec(page.body) ?? [];
    expect((await end(handle)).headers.location).toBe("/account/security?done=ended");
    expect((await second.get("/account")).status).toBe(303);
    expect((await browser.get("/account")).status).toBe(200);
  });
});

describe("/moderation/members", () => {
  const FACTS = "Three reviews threaten the technician with violence.";
  let robin: Browser;
  let robinId: string;
  beforeEach(async () => {
    const user = userRow({ displayName: "Robin", roles: ["moderator"], passwordHash });
    await db().user.createMany({ data: [user] });
    robinId = user.id;
    await db().totpCredential.create({
      data: { userId: user.id, secretEncrypted: new Uint8Array(), confirmedAt: new Date() },
    });
    robin = await signedIn(user.id, new Date());
  });

  async function handleOf(wanted: string): Promise<string> {
    const page = await robin.get(`/moderation/members?${new URLSearchParams({ find: wanted }).toString()}`);
    return /name="member" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
  }

  test("Z-05 suspends, and the next request with the old cookie is nobody's", async () => {
    const fields = { intent: "suspend", member: await handleOf("ada@example.org"), ground: "harassment", facts: FACTS };
    const reply = await robin.post("/moderation/members?find=ada@example.org", fields);
    expect(reply.status).toBe(303);
    expect((await browser.get("/account")).headers.location).toBe("/sign-in?returnTo=%2Faccount");
  });

  test("keeps what was typed when the reason is missing", async () => {
    const fields = { intent: "suspend", member: await handleOf("ada@example.org"), facts: FACTS };
    const reply = await robin.post("/moderation/members?find=ada@example.org", fields);
    expect(reply.status).toBe(400);
    expect(reply.body).toContain("Choose the rule that was broken.");
    expect(reply.body).toContain(FACTS);
    expect((await account()).suspendedAt).toBeNull();
  });

  test("Z-04 the form of one act does not carry out another", async () => {
    const fields = {
      ...GREEDY,
      intent: "end-sessions",
      member: await handleOf("ada@example.org"),
      ground: "harassment",
    };
    expect((await robin.post("/moderation/members", fields)).status).toBe(303);
    expect(await account()).toMatchObject({ roles: ["client"], suspendedAt: null });
    expect(await db().session.count({ where: { userId: ada } })).toBe(0);
  });

  test("Z-02 an id, or a handle nobody made, is no account", async () => {
    for (const member of [ada, "x"]) {
      expect((await robin.post("/moderation/members", { intent: "appoint", member })).status).toBe(404);
    }
    expect((await account()).roles).toEqual(["client"]);
  });

  test("Z-07 has no form for the moderator's own account", async () => {
    const page = await robin.get("/moderation/members?find=Robin");
    expect(page.body).toContain("This is your own account.");
    expect(await handleOf("Robin")).toBe("");
    expect((await db().user.findUniqueOrThrow({ where: { id: robinId } })).roles).toEqual(["moderator"]);
  });

  test("A-08 changes ask for the password after ten minutes; the page says so before anything is typed", async () => {
    const member = await handleOf("ada@example.org");
    await agedSessions();
    const page = await robin.get("/moderation/members?find=ada@example.org");
    expect(page.body).toContain("Changing somebody’s account asks for your password again.");
    const reply = await robin.post("/moderation/members?find=ada@example.org", { intent: "appoint", member });
    expect(reply.headers.location).toMatch(/^\/confirm\?returnTo=/);
    expect((await account()).roles).toEqual(["client"]);
  });

  test("who isn't a moderator finds nothing there", async () => {
    const member = await handleOf("Robin");
    expect((await browser.get("/moderation/members?find=Robin")).status).toBe(404);
    expect((await browser.post("/moderation/members", { intent: "appoint", member })).status).toBe(404);
  });
});
