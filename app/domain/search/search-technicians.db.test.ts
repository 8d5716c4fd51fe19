import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { boundingBox, distanceKm } from "#app/domain/places/distance.ts";
import { drainOutbox } from "#app/domain/search/drain-outbox.server.ts";
import { quote } from "#app/domain/search/filter.ts";
import { TECHNICIANS_INDEX } from "#app/domain/search/index-settings.ts";
import type { SearchPlace } from "#app/domain/search/result.ts";
import { parseSearchParams } from "#app/domain/search/search-params.ts";
import { searchTechnicians } from "#app/domain/search/search-technicians.server.ts";
import { finish } from "#app/domain/search/index-task.server.ts";
import { db } from "#app/platform/db.server.ts";
import { indexName, indexingClient } from "#app/platform/meilisearch.server.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const LEEDS: SearchPlace = { lat: 53.8, lng: -1.55, name: "Leeds", countryCode: "GB" };
const search = async (query: string, place: SearchPlace | null = null, now?: Date) =>
  searchTechnicians(parseSearchParams(new URLSearchParams(query)).params, place, { now });
const slugs = async (query: string, place: SearchPlace | null = null, now?: Date) =>
  (await search(query, place, now)).cards.map((card) => card.slug);

type Seed = { slug: string; name?: string; lat?: number; lng?: number } & Record<string, unknown>;
async function add({ slug, name = slug, lat = 53.8, lng = -1.55, ...rest }: Seed) {
  const status = rest["status"] === "unclaimed" ? "unclaimed" : "published";
  await db().technician.create({
    data: {
      slug,
      name,
      publishedAt: status === "published" ? new Date("2026-01-01") : null,
      ...rest,
      status: (rest["status"] as "published" | undefined) ?? "published",
      premises: {
        create: {
          premises: {
            create: { name: `${name} Studio`, address: "1 Road", city: "Leeds", countryCode: "GB", lat, lng },
          },
        },
      },
    },
  });
}

beforeAll(async () => {
  await emptyDatabase();
  await add({
    slug: "hairline-woman",
    name: "Ruth Calder",
    treatments: ["hairline"],
    gender: "woman",
    languages: ["en", "fr"],
    skinTypes: [1, 2],
  });
  await add({
    slug: "hairline-man",
    name: "Tom Calder",
    treatments: ["hairline", "crown"],
    gender: "man",
    languages: ["en"],
    skinTypes: [5, 6],
    bio: "I shave my own head",
  });
  await add({
    slug: "scars",
    name: "Ines Moreau",
    treatments: ["scar_camouflage"],
    concerns: ["fue_scars"],
    lat: 54.3,
    lng: -1.55,
  });
  await add({ slug: "tattoo-shop", name: "Calder Ink", status: "unclaimed" });
  await add({ slug: "draft", name: "Draft Calder", status: "draft", treatments: ["hairline"] });
  const ruth = await db().technician.findUniqueOrThrow({ where: { slug: "hairline-woman" } });
  await db().evidence.create({
    data: {
      technicianId: ruth.id,
      criterion: "authorization",
      kind: "authorization",
      status: "verified",
      checkedOn: new Date("2026-01-01"),
      expiresOn: new Date("2026-06-30"),
    },
  });
  await drainOutbox();
});

describe("finding", () => {
  test("claimed profiles come before unclaimed listings, and drafts are nowhere", async () => {
    expect(await slugs("q=calder")).toEqual(["hairline-woman", "hairline-man", "tattoo-shop"]);
  });

  test.each([
    ["caldr", "hairline-woman"],
    ["cald", "hairline-woman"],
    ["hair tattoo", "hairline-woman"],
    ["fue scar", "scars"],
    ["shave own head", "hairline-man"],
    ["studio ines", "scars"],
  ])("“%s” finds %s", async (q, slug) => {
    expect(await slugs(`q=${encodeURIComponent(q)}`)).toContain(slug);
  });

  test("when no technician matches all words, those that match some are shown and it is said", async () => {
    const result = await search("q=ruth+zzzzzzz");
    expect(result.isPartial).toBe(true);
    expect(result.cards[0]?.slug).toBe("hairline-woman");
  });

  test("alternatives within a kind widen, checks and kinds narrow", async () => {
    expect(await slugs("treatment=hairline&treatment=scar_camouflage")).toHaveLength(3);
    expect(await slugs("treatment=hairline&gender=man")).toEqual(["hairline-man"]);
    expect(await slugs("verified=authorization&verified=training", null, new Date("2026-06-01"))).toEqual([]);
  });

  test("counts are what choosing the option would give", async () => {
    const { counts, total } = await search("treatment=hairline&gender=woman", null, new Date("2026-06-01"));
    expect(total).toBe(1);
    expect(counts.treatment).toEqual({ hairline: 1 });
    expect(counts.gender).toEqual({ woman: 1, man: 1 });
    expect(counts.verified).toEqual({ authorization: 1, sterile: 0, portfolio: 0, training: 0 });
    for (const [value, count] of Object.entries(counts.language)) {
      expect((await search(`treatment=hairline&gender=woman&language=${value}`)).total).toBe(count);
    }
  });

  test("evidence that expires today has left the filter today, with nobody touching it", async () => {
    expect(await slugs("verified=authorization", null, new Date("2026-06-29T23:59:59Z"))).toEqual(["hairline-woman"]);
    expect(await slugs("verified=authorization", null, new Date("2026-06-30T00:00:00Z"))).toEqual([]);
  });

  test("nothing found names each filter to loosen with what that would give", async () => {
    const { toLoosen } = await search("treatment=scar_camouflage&gender=man");
    expect(toLoosen).toEqual([
      { label: "Scar camouflage", href: "/technicians?gender=man", count: 1 },
      { label: "Man", href: "/technicians?treatment=scar_camouflage", count: 1 },
    ]);
  });
});

describe("where", () => {
  test("a radius keeps to the circle, and the distance shown is the real one", async () => {
    const near = await search("radius=50", LEEDS);
    expect(near.cards.map((card) => card.slug)).not.toContain("scars");
    const wide = await search("radius=60&sort=distance", LEEDS);
    const scars = wide.cards.find((card) => card.slug === "scars");
    expect(scars?.distanceKm).toBeCloseTo(distanceKm(LEEDS, { lat: 54.3, lng: -1.55 }), 3);
  });

  test("technicians in the corners of the box around the circle are not found", async () => {
    const [box] = boundingBox(LEEDS, 20);
    await add({ slug: "in-the-corner", name: "Corner", lat: (box?.north ?? 0) - 0.001, lng: (box?.east ?? 0) - 0.001 });
    await add({ slug: "just-inside", name: "Inside", lat: LEEDS.lat + 0.179, lng: LEEDS.lng });
    await drainOutbox();
    const found = await slugs("radius=20", LEEDS);
    expect(found).toContain("just-inside");
    expect(found).not.toContain("in-the-corner");
  });

  test("a card shows the place of work that is nearest to where one looks", async () => {
    const { id } = await db().technician.findUniqueOrThrow({ where: { slug: "hairline-man" } });
    const studio = { name: "York Room", address: "2 Road", city: "York", countryCode: "GB", lat: 53.96, lng: -1.08 };
    await db().technicianPremises.create({
      data: { position: 1, technician: { connect: { id } }, premises: { create: studio } },
    });
    await drainOutbox();
    const { cards } = await search("radius=10&gender=man", { ...studio, name: "York" });
    expect(cards).toEqual([expect.objectContaining({ slug: "hairline-man", city: "York" })]);
    expect(cards[0]?.distanceKm).toBeCloseTo(0);
  });

  test("sorting by distance puts the nearest first, unclaimed listings last", async () => {
    const { cards } = await search("radius=200&sort=distance", LEEDS);
    const claimed = cards.filter((card) => !card.isUnclaimed).map((card) => card.distanceKm ?? 0);
    expect(claimed).toEqual([...claimed].sort((a, b) => a - b));
    expect(cards.at(-1)?.isUnclaimed).toBe(true);
  });
});

describe("what may be seen", () => {
  test("a technician that the stale index still holds is not shown once hidden", async () => {
    await add({ slug: "soon-hidden", name: "Hilda Quick" });
    await drainOutbox();
    expect(await slugs("q=hilda")).toEqual(["soon-hidden"]);
    await db().technician.update({ where: { slug: "soon-hidden" }, data: { status: "suspended" } });
    expect(await slugs("q=hilda")).toEqual([]);
  });

  test("the next draining takes it out of the index", async () => {
    await drainOutbox();
    expect((await search("q=hilda")).total).toBe(0);
  });
});

test(
  "V-01 no text reaches the filter language unescaped: a filter finds exactly the equal values",
  { timeout: 60_000 },
  async () => {
    const client = indexingClient();
    const index = client.index(indexName(`${TECHNICIANS_INDEX}_quoting`));
    await finish(await index.updateFilterableAttributes(["value"]), client);
    const fragments = [
      '"',
      "\\",
      "'",
      '" OR id != "',
      "value = a",
      "\\u0041",
      "\\n",
      "{}",
      "a",
      " ",
      "OR",
      "é",
      "\u{1f600}",
      "[",
      "]",
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(""));
    // Stored as the filter reads it: control characters become blanks in both.
    const stored = text
      .map((value) => value.replace(/\p{Cc}/gu, " ").slice(0, 200))
      .filter((value) => !/\p{Cs}/u.test(value));
    const normal = (value: string) => value.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").trim();
    // The engine keeps no empty values to compare with.
    const values = fc.sample(
      stored.filter((value) => normal(value) !== ""),
      150,
    );
    await finish(
      await index.addDocuments(
        values.map((value, id) => ({ id, value })),
        { primaryKey: "id" },
      ),
      client,
    );
    for (const value of values) {
      const { hits } = await index.search<{ value: string }>("", { filter: `value = ${quote(value)}`, limit: 200 });
      expect(
        hits.map((hit) => hit.value),
        JSON.stringify(value),
      ).toContain(value);
      for (const hit of hits) expect(normal(hit.value)).toBe(normal(value));
    }
  },
);
