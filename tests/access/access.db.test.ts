import { readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { createSession } from "#app/platform/sessions.server.ts";
import { BANNED_KEYS, listKeys, LOADER_KEYS } from "./loader-keys.ts";
import { openSite } from "../support/open-site.ts";
import type { Asked, Reply, Site } from "../support/open-site.ts";
import { OTHER_SLUG, PEOPLE } from "./route-row.ts";
import type { Person, RouteRow } from "./route-row.ts";
import { dataAddress, ROUTES, withQuery } from "./routes.ts";
import { rowPrints } from "./row-prints.ts";
import { SLUG, seedSite } from "../support/seed-site.ts";
import type { Seeded } from "../support/seed-site.ts";
import { technicianRow } from "../../prisma/factories/technician-row.ts";

let site: Site;
let seeded: Seeded;
let before: string[];
/** Of all answers so far: how many, what stood in one that must not, and which failed inside. */
const answers = { count: 0, leaks: [] as string[], failures: [] as string[] };

beforeAll(async () => {
  seeded = await seedSite();
  await db().technician.createMany({ data: [technicianRow({ slug: OTHER_SLUG, name: "Bo Lind" })] });
  site = await openSite();
  before = await rowPrints();
});
afterAll(() => site.close());

const FORM = "application/x-www-form-urlencoded";
const ALL_IDS = ["root", ...Object.keys(ROUTES)];
const cookieOf = (person: Person) => (person === "anonymous" ? undefined : `sid=${seeded.tokens[person]}`);

async function ask(target: string, asked: Asked = {}): Promise<Reply> {
  const reply = await site.ask(target, asked);
  const method = asked.method ?? "GET";
  const name = `${method} ${target} as ${asked.cookie ?? "nobody"}`;
  answers.count += 1;
  if (reply.status >= 500) answers.failures.push(name);
  const [person] = PEOPLE.filter((one) => one !== "anonymous" && asked.cookie === cookieOf(one));
  const mayKnow = (word: string) => person && person !== "anonymous" && seeded.knownTo[word]?.includes(person);
  const isData = /^(text\/x-script|application\/json)/.test(String(reply.headers["content-type"]));
  // What was sent may come back as a field of the form; only reading tells what was kept.
  const keys = isData && method === "GET" ? bannedKeys(target).map((key) => JSON.stringify(key)) : [];
  for (const word of [...seeded.secrets, ...keys]) {
    if (reply.body.includes(word) && !mayKnow(word) && !target.includes(word)) answers.leaks.push(`${word} in ${name}`);
  }
  return reply;
}

/** Without those that the page at this address may tell. */
function bannedKeys(target: string): string[] {
  const path = target.split("?")[0];
  const row = Object.values(ROUTES).find((one) => dataAddress(one.path(seeded)).split("?")[0] === path);
  return BANNED_KEYS.filter((key) => !row?.mayTell?.includes(key));
}

const post = (target: string, asked: Asked = {}) =>
  ask(target, {
    method: "POST",
    body: "role=moderator&rating=5&technicianId=1",
    ...asked,
    headers: { "Content-Type": FORM, Origin: site.origin, ...asked.headers },
  });

/** The cookie to post with: one that a post may use up, where it does. */
async function sentCookie(row: RouteRow, person: Person) {
  if (!row.endsSession || person === "anonymous" || person === "suspended") return cookieOf(person);
  return `sid=${await createSession(seeded.userIds[person], { mfaAt: person === "moderator" ? new Date() : null })}`;
}

/** Two other routes, different ones for each: with all of them for nobody, every pair is asked for. */
function othersOf(id: string): string[] {
  const ids = Object.keys(ROUTES);
  const at = ids.indexOf(id);
  return [7, 23].map((step) => ids[(at + step) % ids.length] ?? "root").filter((other) => other !== id);
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
    const isGreeted = body.includes(`<a href="/account">${person} person</a>`);
    expect([person, isGreeted]).toEqual([person, person !== "anonymous" && person !== "suspended"]);
  }
});

describe.each(Object.entries(ROUTES))("Z-01 %s", (id, row) => {
  test.each(PEOPLE)("as %s, a page, its data and each part of its data answer as the table says", async (person) => {
    const cookie = cookieOf(person);
    const path = row.path(seeded);
    expect((await ask(path, { cookie })).status).toBe(row.read[person]);
    expect((await ask(path, { cookie, method: "HEAD" })).status).toBe(row.read[person]);
    expect((await ask(dataAddress(path), { cookie })).status).toBe(row.data[person]);
    // Which parts a path has does not depend on who asks: all of them once, then some for each.
    for (const asked of person === "anonymous" ? ALL_IDS : [id, "root", ...othersOf(id)]) {
      const reply = await ask(withQuery(dataAddress(path), "_routes", asked), { cookie });
      const isOwn = asked === id && row.hasLoader;
      expect([asked, reply.status]).toEqual([asked, isOwn ? row.data[person] : 200]);
      // The data of a route is not to be had at the address of another.
      if (!isOwn && asked !== "root") expect([asked, reply.body.trim()]).toEqual([asked, "[{}]"]);
    }
  });

  test("the older data channel is closed to everybody, for this route, the root and others", async () => {
    for (const person of PEOPLE) {
      for (const asked of [id, "root", ...othersOf(id).slice(0, 1)]) {
        const target = withQuery(row.path(seeded), "_data", asked);
        expect((await ask(target, { cookie: cookieOf(person) })).status).toBe(400);
        expect((await post(target, { cookie: cookieOf(person) })).status).toBe(400);
      }
    }
  });

  test.each(PEOPLE)("as %s, a post answers as the table says", async (person) => {
    const path = row.path(seeded);
    for (const target of [path, withQuery(path, "index", ""), dataAddress(path)]) {
      const expected = target === dataAddress(path) ? row.sendData[person] : row.send[person];
      const reply = await post(target, { cookie: await sentCookie(row, person) });
      expect([target, reply.status]).toEqual([target, expected]);
    }
  });

  test("C-01 whoever sends it, a post from elsewhere is a 403 and another method a 405", async () => {
    const path = row.path(seeded);
    for (const person of PEOPLE) {
      const cookie = cookieOf(person);
      for (const target of [path, dataAddress(path)]) {
        for (const asked of FROM_ELSEWHERE) {
          expect([asked, (await post(target, { cookie, ...asked })).status]).toEqual([asked, 403]);
        }
        for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
          expect([method, (await post(target, { cookie, method })).status]).toEqual([method, 405]);
        }
      }
    }
  });

  test("S-07 Z-05 the suspended and every bad cookie are answered exactly like nobody", async () => {
    const path = row.path(seeded);
    for (const [name, cookie] of LIKE_NOBODY) {
      for (const target of [path, dataAddress(path)]) {
        await expectLikeNobody(name, target, cookie());
      }
      expect([name, (await post(path, { cookie: cookie() })).status]).toEqual([name, row.send.anonymous]);
    }
    for (const part of ["root", id]) {
      const target = withQuery(dataAddress(path), "_routes", part);
      await expectLikeNobody("somebody suspended", target, `sid=${seeded.tokens.suspended}`);
    }
  });
});

/** What a page of somebody else's can make a browser send, also a form with files. */
const FROM_ELSEWHERE: Pick<Asked, "headers" | "body">[] = [
  { headers: { Origin: "https://evil.example" } },
  { headers: { Origin: "null" } },
  { headers: { "Sec-Fetch-Site": "cross-site" } },
  { headers: { "Sec-Fetch-Site": "same-site" } },
  { headers: { Origin: "https://evil.example", "Content-Type": "text/plain" } },
  {
    headers: { Origin: "https://evil.example", "Content-Type": "multipart/form-data; boundary=edge" },
    body: [
      '--edge\r\nContent-Disposition: form-data; name="intent"\r\n\r\ndelete\r\n',
      '--edge\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\nContent-Type: image/png\r\n\r\nx\r\n',
      "--edge--\r\n",
    ].join(""),
  },
];

const LIKE_NOBODY: [string, () => string][] = [
  ["somebody suspended", () => `sid=${seeded.tokens.suspended}`],
  ["a lone per cent sign", () => "sid=%"],
  ["half an escape", () => "sid=%E0%A4%A"],
  ["eight kilobytes", () => `sid=${"a".repeat(8_192)}`],
  ["eight kilobytes before a good session", () => `x=${"a".repeat(8_192)}; sid=${seeded.tokens.client}`],
  ["two good sessions", () => `sid=${seeded.tokens.client}; sid=${seeded.tokens.moderator}`],
  ["no blank after the semicolon", () => "theme=dark;sid=%;x=%E0%A4%A"],
  ["a session nobody has", () => `sid=${"a".repeat(43)}`],
];

const forNobody = new Map<string, ReturnType<typeof plain>>();

async function expectLikeNobody(name: string, target: string, cookie: string): Promise<void> {
  const known = forNobody.get(target) ?? plain(await ask(target));
  forNobody.set(target, known);
  if (isDeepStrictEqual(plain(await ask(target, { cookie })), known)) return;
  // Some pages say what time it is: both once more, now.
  forNobody.delete(target);
  expect([name, plain(await ask(target, { cookie }))]).toEqual([name, plain(await ask(target))]);
}

/** An answer without what differs from one to the next anyway. */
function plain({ status, headers, body }: Reply) {
  // Whether a browser may keep an answer for others too is settled by the cookie's name alone.
  const { date: _date, "x-request-id": requestId, "cache-control": _keep, ...kept } = headers;
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
  // What answers its own reader with anything but a page or a file tells nothing.
  const tells = ({ hasLoader, read, reader = "moderator" }: RouteRow) => hasLoader && read[reader] === 200;
  const withLoader = ["root", ...Object.entries(ROUTES).flatMap(([id, row]) => (tells(row) ? [id] : []))];

  test.each(withLoader)("%s: exactly the fields on its list", async (id) => {
    const told = await load(id);
    expect(listKeys(told)).toEqual(LOADER_KEYS[id]);
  });

  test("no list allows a field that is banned everywhere, but the reader's own on the reader's own page", () => {
    const allowed = Object.entries(LOADER_KEYS).flatMap(([id, places]) =>
      Object.values(places)
        .flatMap((keys) => keys.split(" "))
        .filter((key) => !ROUTES[id]?.mayTell?.includes(key)),
    );
    expect(allowed.filter((key) => BANNED_KEYS.includes(key))).toEqual([]);
  });
});

/** What the loader in the build returns to its reader, with full lists; null for a body that is not JSON. */
async function load(id: string): Promise<unknown> {
  const row = ROUTES[id];
  const headers = { Cookie: `${cookieOf(row?.reader ?? "moderator") ?? "a=b"}; shortlist=${SLUG}; compare=${SLUG}` };
  const args: LoaderFunctionArgs = {
    request: new Request(new URL(row?.path(seeded) ?? "/", site.origin), { headers }),
    params: row?.params(seeded) ?? {},
    context: { cspNonce: "", requestId: "", reportError: (error) => void expect.unreachable(String(error)) },
  };
  const told: unknown = await Promise.resolve(site.build.routes[id]?.module.loader?.(args)).catch((thrown: unknown) => {
    // Led away: nothing is told.
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (told instanceof Response) {
    return told.headers.get("Content-Type")?.includes("json") ? ((await told.json()) as unknown) : null;
  }
  const isWrapped = typeof told === "object" && told !== null && "type" in told && told.type === "DataWithResponseInit";
  return isWrapped && "data" in told ? told.data : told;
}

// These two come last: they look back at every request above.
describe("after all of these requests", () => {
  test("Z-04 no answer had a banned field or anything private in it", () => {
    expect(answers.count).toBeGreaterThan(Object.keys(ROUTES).length * PEOPLE.length * 20);
    expect(answers.leaks).toEqual([]);
  });

  test("C-01 no row of any table had changed, and none failed inside", async () => {
    expect(answers.failures).toEqual([]);
    expect(await rowPrints()).toEqual(before);
  });
});
