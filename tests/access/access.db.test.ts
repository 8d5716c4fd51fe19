import { readdirSync } from "node:fs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { BANNED_KEYS, listKeys, LOADER_KEYS } from "./loader-keys.ts";
import { openSite } from "../support/open-site.ts";
import type { Asked, Reply, Site } from "../support/open-site.ts";
import { dataAddress, OTHER_SLUG, PEOPLE, ROUTES, withQuery } from "./routes.ts";
import type { Person } from "./routes.ts";
import { SLUG, seedSite } from "../support/seed-site.ts";
import type { Seeded } from "../support/seed-site.ts";
import { technicianRow } from "../../prisma/factories/technician-row.ts";

let site: Site;
let seeded: Seeded;
let before: string[];
/** Every answer so far, for what must be in none of them. */
const answers: { asked: string; reply: Reply }[] = [];

beforeAll(async () => {
  seeded = await seedSite();
  await db().technician.createMany({ data: [technicianRow({ slug: OTHER_SLUG, name: "Bo Lind" })] });
  site = await openSite();
  before = await fingerprints();
});
afterAll(() => site.close());

const FORM = "application/x-www-form-urlencoded";
const ALL_IDS = ["root", ...Object.keys(ROUTES)];
const cookieOf = (person: Person) => (person === "anonymous" ? undefined : `sid=${seeded.tokens[person]}`);

async function ask(target: string, asked: Asked = {}): Promise<Reply> {
  const reply = await site.ask(target, asked);
  answers.push({ asked: `${asked.method ?? "GET"} ${target} as ${asked.cookie ?? "nobody"}`, reply });
  return reply;
}

const post = (target: string, asked: Asked = {}) =>
  ask(target, {
    method: "POST",
    body: "role=moderator&rating=5&technicianId=1",
    ...asked,
    headers: { "Content-Type": FORM, Origin: site.origin, ...asked.headers },
  });

/** One line per table that changes with any value in it. */
async function fingerprints(): Promise<string[]> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const lines: string[] = [];
    for (const { name } of rows) {
      const sum = await client.query<{ sum: string | null }>(
        `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM ${pg.escapeIdentifier(name)} t`,
      );
      lines.push(`${name} ${sum.rows[0]?.sum ?? "empty"}`);
    }
    return lines;
  } finally {
    await client.end();
  }
}

test("Z-01 the table has every route of the source and of the build, with what it does", () => {
  const source = readdirSync("app/routes")
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .map((name) => `routes/${name.replace(/\.tsx?$/, "")}`);
  expect(Object.keys(ROUTES).sort()).toEqual(source.sort());
  expect(ALL_IDS.sort()).toEqual(Object.keys(site.build.routes).sort());
  for (const [id, { hasLoader, hasAction }] of Object.entries(ROUTES)) {
    const module = site.build.routes[id]?.module;
    expect([id, "loader" in (module ?? {}), "action" in (module ?? {})]).toEqual([id, hasLoader, hasAction]);
  }
});

test("Z-01 the sessions of the table are real: people are greeted by name, nobody and the suspended are not", async () => {
  for (const person of PEOPLE) {
    const { body } = await ask("/", { cookie: cookieOf(person) });
    const isGreeted = body.includes(`Signed in as ${person} person`);
    expect([person, isGreeted]).toEqual([person, person !== "anonymous" && person !== "suspended"]);
  }
});

describe.each(Object.entries(ROUTES))("Z-01 %s", (id, row) => {
  describe.each(PEOPLE)("as %s", (person) => {
    test("a page, its data and each part of its data answer as the table says", async () => {
      const cookie = cookieOf(person);
      const path = row.path(seeded);
      expect((await ask(path, { cookie })).status).toBe(row.read[person]);
      expect((await ask(path, { cookie, method: "HEAD" })).status).toBe(row.read[person]);
      expect((await ask(dataAddress(path), { cookie })).status).toBe(row.data[person]);
      for (const asked of ALL_IDS) {
        const reply = await ask(withQuery(dataAddress(path), "_routes", asked), { cookie });
        const isOwn = asked === id && row.hasLoader;
        expect([asked, reply.status]).toEqual([asked, isOwn ? row.data[person] : 200]);
        // The data of a route is not to be had at the address of another.
        if (!isOwn && asked !== "root") expect([asked, reply.body.trim()]).toEqual([asked, "[{}]"]);
      }
    });

    test("the older data channel is closed, at every address and for every route", async () => {
      for (const asked of ALL_IDS) {
        const target = withQuery(row.path(seeded), "_data", asked);
        expect((await ask(target, { cookie: cookieOf(person) })).status).toBe(400);
        expect((await post(target, { cookie: cookieOf(person) })).status).toBe(400);
      }
    });

    test("a post answers as the table says, from elsewhere 403, and other methods 405", async () => {
      const cookie = cookieOf(person);
      const path = row.path(seeded);
      for (const target of [path, withQuery(path, "index", ""), dataAddress(path)]) {
        const expected = target === dataAddress(path) ? row.sendData[person] : row.send[person];
        expect([target, (await post(target, { cookie })).status]).toEqual([target, expected]);
        for (const headers of [
          { Origin: "https://evil.example" },
          { Origin: "null" },
          { "Sec-Fetch-Site": "cross-site" },
        ]) {
          expect((await post(target, { cookie, headers })).status).toBe(403);
        }
        for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
          expect([method, (await post(target, { cookie, method })).status]).toEqual([method, 405]);
        }
      }
    });
  });

  test.each<[string, () => string]>([
    ["somebody suspended", () => `sid=${seeded.tokens.suspended}`],
    ["a lone per cent sign", () => "sid=%"],
    ["half an escape", () => "sid=%E0%A4%A"],
    ["eight kilobytes", () => `sid=${"a".repeat(8_192)}`],
    ["eight kilobytes before a good session", () => `x=${"a".repeat(8_192)}; sid=${seeded.tokens.client}`],
    ["two good sessions", () => `sid=${seeded.tokens.client}; sid=${seeded.tokens.moderator}`],
    ["no blank after the semicolon", () => "theme=dark;sid=%;x=%E0%A4%A"],
    ["a session nobody has", () => `sid=${"a".repeat(43)}`],
  ])("S-07 Z-05 %s in the cookie is answered exactly like nobody", async (_name, cookie) => {
    const path = row.path(seeded);
    const targets = [path, dataAddress(path), withQuery(dataAddress(path), "_routes", "root")];
    for (const target of [...targets, withQuery(dataAddress(path), "_routes", id)]) {
      expect(plain(await ask(target, { cookie: cookie() }))).toEqual(await plainForNobody(target));
    }
    expect((await post(path, { cookie: cookie() })).status).toBe(row.send.anonymous);
  });
});

const forNobody = new Map<string, ReturnType<typeof plain>>();

async function plainForNobody(target: string) {
  const kept = forNobody.get(target) ?? plain(await ask(target));
  forNobody.set(target, kept);
  return kept;
}

/** An answer without what differs from one to the next anyway. */
function plain({ status, headers, body }: Reply) {
  const { date: _date, "x-request-id": requestId, ...kept } = headers;
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
  const blank = (text: string) =>
    [nonce, typeof requestId === "string" ? requestId : undefined].reduce<string>(
      (rest, word) => (word ? rest.replaceAll(word, "-") : rest),
      text,
    );
  return { status, headers: blank(JSON.stringify(kept)), body: blank(body) };
}

describe.each(["/healthz", "/readyz"])("Z-01 %s", (path) => {
  test.each(PEOPLE)("tells %s only how it is", async (person) => {
    const cookie = cookieOf(person);
    const reply = await ask(path, { cookie });
    expect([reply.status, reply.body]).toEqual([200, path === "/healthz" ? "ok\n" : "ready\n"]);
    expect((await ask(path, { cookie, method: "HEAD" })).status).toBe(200);
    for (const method of ["POST", "PUT", "DELETE"]) expect((await post(path, { cookie, method })).status).toBe(405);
    expect((await ask(`${path}.data`, { cookie })).status).toBe(404);
  });
});

describe("Z-04 what loaders tell", () => {
  const withLoader = ["root", ...Object.keys(ROUTES).filter((id) => ROUTES[id]?.hasLoader && id !== "routes/$")];

  test.each(withLoader)("%s: exactly the fields on its list", async (id) => {
    const told = await load(id);
    expect(listKeys(told)).toEqual(LOADER_KEYS[id]);
  });

  test("no list allows a field that is banned everywhere", () => {
    const allowed = Object.values(LOADER_KEYS).flatMap((places) => Object.values(places).join(" ").split(" "));
    expect(allowed.filter((key) => BANNED_KEYS.includes(key))).toEqual([]);
  });
});

/** What the loader in the build returns to a moderator with full lists, who is told the most; null for a body that is not JSON. */
async function load(id: string): Promise<unknown> {
  const row = ROUTES[id];
  const headers = { Cookie: `${cookieOf("moderator") ?? ""}; shortlist=${SLUG}; compare=${SLUG}` };
  const args: LoaderFunctionArgs = {
    request: new Request(new URL(row?.path(seeded) ?? "/", site.origin), { headers }),
    params: row?.params(seeded) ?? {},
    context: { cspNonce: "", requestId: "", reportError: (error) => void expect.unreachable(String(error)) },
  };
  const told: unknown = await site.build.routes[id]?.module.loader?.(args);
  if (told instanceof Response) {
    return told.headers.get("Content-Type")?.includes("json") ? ((await told.json()) as unknown) : null;
  }
  const isWrapped = typeof told === "object" && told !== null && "type" in told && told.type === "DataWithResponseInit";
  return isWrapped && "data" in told ? told.data : told;
}

// These two come last: they look back at every request above.
describe("after all of these requests", () => {
  test("Z-04 no answer had a banned field or anything private in it", () => {
    const keys = BANNED_KEYS.map((key) => JSON.stringify(key));
    const leaks = answers.flatMap(({ asked, reply }) => {
      const isData = /^(text\/x-script|application\/json)/.test(String(reply.headers["content-type"]));
      return [...seeded.secrets, ...(isData ? keys : [])]
        .filter((word) => reply.body.includes(word))
        .map((word) => `${word} in ${asked}`);
    });
    expect(answers.length).toBeGreaterThan(Object.keys(ROUTES).length * PEOPLE.length * 20);
    expect(leaks).toEqual([]);
  });

  test("C-01 no row of any table had changed, and none failed inside", async () => {
    expect(answers.filter(({ reply }) => reply.status >= 500).map(({ asked }) => asked)).toEqual([]);
    expect(await fingerprints()).toEqual(before);
  });
});
