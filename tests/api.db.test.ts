import { Validator } from "@seriousme/openapi-schema-validator";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { apiSearch } from "#app/domain/search/search-api.ts";
import { apiReviews } from "#app/domain/profiles/reviews-api.ts";
import { apiTechnician } from "#app/domain/profiles/technician-api.ts";
import { loader as searchLoader } from "#app/routes/technicians._index/route.tsx";
import { BANNED_KEYS } from "./access/loader-keys.ts";
import { readContract } from "./support/api-contract.ts";
import type { Contract } from "./support/api-contract.ts";
import { openSite } from "./support/open-site.ts";
import type { Reply, Site } from "./support/open-site.ts";
import { FORMER_SLUG, LAPSED, SILENT, UNCLAIMED, seedDirectory } from "./support/seed-directory.ts";
import { SLUG } from "./support/seed-site.ts";

const SEARCH = "/api/v1/technicians";
const TECHNICIAN = "/api/v1/technicians/{slug}";
const REVIEWS = "/api/v1/technicians/{slug}/reviews";

let site: Site;
let contract: Contract;
let secrets: string[];
const replies: Reply[] = [];

beforeAll(async () => {
  ({ secrets } = await seedDirectory());
  site = await openSite();
  contract = await readContract(site);
}, 120_000);
afterAll(() => site.close());

async function ask(...asked: Parameters<Site["ask"]>): Promise<Reply> {
  const reply = await site.ask(...asked);
  replies.push(reply);
  return reply;
}

const search = async (query: string) => apiSearch.parse(JSON.parse((await ask(`${SEARCH}${query}`)).body));
const technician = async (slug: string) => apiTechnician.parse(JSON.parse((await ask(`${SEARCH}/${slug}`)).body));
const reviews = async (rest: string) => apiReviews.parse(JSON.parse((await ask(`${SEARCH}/${rest}`)).body));

describe("the description of the API", () => {
  test("is a valid OpenAPI 3.1 document that says where it is served", async () => {
    const { valid, errors } = await new Validator().validate(contract.document);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(contract.document.openapi).toBe("3.1.0");
    expect(contract.document.servers).toEqual([{ url: site.origin }]);
  });

  test("tells of every field what it means, and allows none besides", () => {
    const silent: string[] = [];
    const open: string[] = [];
    const visit = (schema: unknown, place: string): void => {
      if (Array.isArray(schema)) return schema.forEach((item, at) => visit(item, `${place}/${at}`));
      if (typeof schema !== "object" || schema === null) return;
      if ("properties" in schema && typeof schema.properties === "object" && schema.properties !== null) {
        if (!("additionalProperties" in schema) || schema.additionalProperties !== false) open.push(place);
        for (const [name, field] of Object.entries(schema.properties)) {
          if (!isDescribed(field)) silent.push(`${place}.${name}`);
        }
      }
      for (const [key, inner] of Object.entries(schema)) visit(inner, `${place}/${key}`);
    };
    visit(contract.document.components.schemas, "");
    expect({ silent, open }).toEqual({ silent: [], open: [] });
  });

  /** Described where it stands, by what it points at, or by one of its alternatives. */
  function isDescribed(field: unknown): boolean {
    if (typeof field !== "object" || field === null) return false;
    if ("description" in field || "$ref" in field) return true;
    return "anyOf" in field && Array.isArray(field.anyOf) && field.anyOf.some(isDescribed);
  }

  test("tells of every operation and parameter what it is", () => {
    for (const { get } of Object.values(contract.document.paths)) {
      expect(get.description).not.toBe("");
      for (const { name, description } of get.parameters) expect([name, description.length > 10]).toEqual([name, true]);
    }
  });

  test("names exactly the parameters that a search understands", async () => {
    const names = (contract.document.paths[SEARCH]?.get.parameters ?? [])
      .filter((parameter) => parameter.in === "query")
      .map(({ name }) => name);
    const { ignored } = await search(`?${names.map((name) => `${name}=`).join("&")}`);
    expect(ignored).toEqual([]);
    expect((await search("?sorted=1")).ignored).toEqual([
      { param: "sorted", value: "1", why: "there is no such filter" },
    ]);
  });
});

describe("every answer is as described", () => {
  test.each([
    ["everybody", "", SEARCH, 200],
    ["a second page", "?page=2", SEARCH, 200],
    ["a page beyond the last", "?page=150", SEARCH, 200],
    ["a place", "?near=Leeds&sort=distance", SEARCH, 200],
    ["unclaimed entries", "?near=Toronto", SEARCH, 200],
    ["nobody, with what to loosen", "?q=ada&gender=nonbinary&verified=training", SEARCH, 200],
    ["some of the words", "?q=ada+zzzzqqqq", SEARCH, 200],
    ["bad values", "?gender=x&sort=price&lat=900&page=0&near=qqqqq&nonsense=1&view=map", SEARCH, 200],
    ["a technician with everything", `/${SLUG}`, TECHNICIAN, 200],
    ["one without a word", `/${SILENT}`, TECHNICIAN, 200],
    ["one whose papers ran out", `/${LAPSED}`, TECHNICIAN, 200],
    ["an unclaimed entry", `/${UNCLAIMED}`, TECHNICIAN, 200],
    ["a former slug", `/${FORMER_SLUG}`, TECHNICIAN, 301],
    ["nobody", "/nobody", TECHNICIAN, 404],
    ["a draft", "/secret-draft", TECHNICIAN, 404],
    ["what is no slug", "/..a%20b", TECHNICIAN, 404],
    ["reviews", `/${SLUG}/reviews`, REVIEWS, 200],
    ["reviews that fit filters", `/${LAPSED}/reviews?stars=5&treatment=full_shaved_look&page=1`, REVIEWS, 200],
    ["reviews that fit none", `/${SLUG}/reviews?stars=1`, REVIEWS, 200],
    ["no reviews", `/${SILENT}/reviews`, REVIEWS, 200],
    ["no reviews of an unclaimed entry", `/${UNCLAIMED}/reviews`, REVIEWS, 200],
    ["reviews by a former slug", `/${FORMER_SLUG}/reviews?stars=5`, REVIEWS, 301],
    ["reviews of nobody", "/nobody/reviews", REVIEWS, 404],
  ])("%s", async (_name, rest, path, status) => {
    const reply = await ask(`${SEARCH}${rest}`);
    expect([reply.status, contract.problemsOf(path, reply)]).toEqual([status, null]);
  });

  test("a field too many is a problem", async () => {
    const reply = await ask(`${SEARCH}/${SLUG}`);
    const more = { ...z.record(z.string(), z.unknown()).parse(JSON.parse(reply.body)), email: "a@b.example" };
    expect(contract.problemsOf(TECHNICIAN, { ...reply, body: JSON.stringify(more) })).toContain("additional");
  });
});

describe("how it is answered", () => {
  const ALL = [SEARCH, `${SEARCH}/${SLUG}`, `${SEARCH}/${SLUG}/reviews`, "/api/v1/openapi.json"];

  test.each(ALL)("%s: JSON that is asked about every time, and not sent twice", async (address) => {
    const reply = await ask(address);
    expect(reply.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "cache-control": "public, max-age=0, must-revalidate",
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
    });
    expect(Object.keys(reply.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    const again = await ask(address, { headers: { "If-None-Match": String(reply.headers.etag) } });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, "", reply.headers.etag]);
    const head = await ask(address, { method: "HEAD" });
    expect([head.status, head.body, head.headers.etag]).toEqual([200, "", reply.headers.etag]);
  });

  test.each([
    [FORMER_SLUG, `${SEARCH}/${SLUG}`],
    [SLUG.toUpperCase(), `${SEARCH}/${SLUG}`],
    [`${FORMER_SLUG}/reviews?stars=5&next=//evil.example`, `${SEARCH}/${SLUG}/reviews?stars=5`],
  ])("%s moves for good to the current address", async (asked, location) => {
    const { status, headers } = await ask(`${SEARCH}/${asked}`);
    expect([status, headers.location]).toEqual([301, location]);
  });

  test.each(["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/technicians/a/b/c", "/api/v1/openapi.yaml"])(
    "%s is an error in JSON that is never kept",
    async (address) => {
      const reply = await ask(address);
      expect([reply.status, reply.headers["cache-control"]]).toEqual([404, "no-store"]);
      expect(contract.problemsOf(TECHNICIAN, reply)).toBeNull();
    },
  );

  test("pages lead to each other and end", async () => {
    const first = await search("?treatment=hairline&treatment=crown&sort=newest");
    expect(first).toMatchObject({ page: 1, previous: null });
    const all = await search("");
    expect(all.next).toBe(`${site.origin}${SEARCH}?page=2`);
    const second = await search(new URL(all.next ?? "").search);
    expect(second).toMatchObject({ page: 2, next: null, previous: `${site.origin}${SEARCH}`, self: all.next });
    const slugs = [...all.technicians, ...second.technicians].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(all.total);
  });
});

describe("what is told", () => {
  test("an unclaimed entry is marked, with where it comes from and what its licence asks for, and nothing else", async () => {
    const told = await technician(UNCLAIMED);
    expect(told).toMatchObject({
      isUnclaimed: true,
      listing: { source: "toronto-bodysafe", snapshotOn: "2026-03-01" },
      registers: [{ source: "toronto-bodysafe", isList: false, credit: expect.stringContaining("Licence") }],
      bio: "",
      priceBands: [],
      pricesPaid: [],
      cases: [],
    });
    const found = await search("?near=Toronto");
    expect(found.technicians).toEqual([expect.objectContaining({ slug: UNCLAIMED, isUnclaimed: true })]);
    expect(found.credits.map(({ title }) => title)).toContain("Toronto BodySafe register");
  });

  test("a claimed one has no listing, and no credit for what is not shown", async () => {
    expect(await technician(LAPSED)).toMatchObject({ isUnclaimed: false, listing: null, registers: [] });
  });

  test("the rating is the shown one, and there is none without reviews", async () => {
    expect((await technician(LAPSED)).rating).toEqual({ count: 3, mean: 4.7, counts: [0, 0, 0, 1, 2] });
    expect((await technician(SILENT)).rating).toEqual({ count: 0, mean: null, counts: [0, 0, 0, 0, 0] });
    expect((await reviews(`${LAPSED}/reviews?stars=5`)).total).toBe(2);
  });

  test("nothing private and no banned field was in any answer", () => {
    const keys = BANNED_KEYS.map((key) => JSON.stringify(key));
    const leaks = replies.flatMap(({ body }) => [...secrets, ...keys].filter((word) => body.includes(word)));
    expect(replies.length).toBeGreaterThan(40);
    expect(leaks).toEqual([]);
  });
});

describe("the page and the API give the same", () => {
  const args = (query: string): LoaderFunctionArgs => ({
    params: {},
    request: new Request(`${site.origin}/technicians${query}`),
    context: { cspNonce: "", requestId: "", reportError: (error) => void expect.unreachable(String(error)) },
  });

  test.each([
    "",
    "?page=2",
    "?page=9",
    "?q=person",
    "?q=ada+stone",
    "?q=nobody+zzzz",
    "?near=Leeds",
    "?near=Leeds&sort=distance&radius=10",
    "?near=Toronto&claimed=1",
    "?lat=53.8&lng=-1.55&radius=25",
    "?treatment=hairline&treatment=crown",
    "?treatment=density&language=fr&skin=2&skin=3",
    "?concern=fue_scars&gender=woman",
    "?verified=authorization&verified=training",
    "?feature=quiet_hours",
    "?rating_min=4",
    "?price_max=600&currency=GBP&sort=price",
    "?result=healed",
    "?sort=reviews",
    "?gender=nobody&sort=distance&utm_source=x",
  ])("for %j: technicians in order, total, counts and what was ignored", async (query) => {
    const { data: view } = await searchLoader(args(query));
    const { body } = await site.ask(`/technicians${query}`);
    const told = await search(query);
    const shown = [...body.matchAll(/<h3[^>]*><a href="\/technicians\/([a-z0-9-]+)"/g)].map(([, slug]) => slug);
    expect(told.technicians.map(({ slug }) => slug)).toEqual(shown);
    expect({ total: told.total, pageCount: told.pageCount, isPartial: told.isPartial }).toEqual({
      total: view.result?.total,
      pageCount: view.result?.pageCount,
      isPartial: view.result?.isPartial,
    });
    expect({ ignored: told.ignored, placeName: told.placeName }).toEqual({
      ignored: view.ignored,
      placeName: view.placeName,
    });
    for (const [kind, options] of Object.entries(told.counts)) {
      const counted = Object.entries(options).filter(([, count]) => count > 0);
      const onPage: Record<string, Record<string, number>> = view.result?.counts ?? {};
      const page = Object.entries(onPage[kind] ?? {}).filter(([key, count]) => count > 0 && key in options);
      expect([kind, Object.fromEntries(counted)]).toEqual([kind, Object.fromEntries(page)]);
    }
  });
});
