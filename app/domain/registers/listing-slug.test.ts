import { describe, expect, it } from "vitest";
import { chooseSlugs } from "#app/domain/registers/listing-slug.ts";
import { nearestName } from "#app/domain/registers/nearest-name.ts";

describe("slugs that many want", () => {
  const wanted = Array.from({ length: 40 }, (_, i) => ({ record: String(100 + i), slug: "ink-toronto" }));
  const free = async () => new Set<string>();

  it("are numbered by record, whatever order the records come in", async () => {
    const slugs = await chooseSlugs(wanted.toReversed(), free);
    expect(slugs.get("100")).toBe("ink-toronto");
    expect(slugs.get("139")).toBe("ink-toronto-40");
    expect(new Set(slugs.values()).size).toBe(40);
  });
  it("never are ones that are taken, nor another's own", async () => {
    const taken = new Set(["ink-toronto", ...Array.from({ length: 30 }, (_, i) => `ink-toronto-${i + 2}`)]);
    const slugs = await chooseSlugs(
      [...wanted.slice(0, 1), { record: "7", slug: "ink-toronto-32" }],
      async (asked) => new Set(asked.filter((slug) => taken.has(slug))),
    );
    expect(slugs.get("7")).toBe("ink-toronto-32");
    expect(slugs.get("100")).toBe("ink-toronto-33");
  });
});

it.each([
  ["websit", "website"],
  ["skin types", "skin_types"],
  ["colour", null],
])("the name nearest to %j is %j", (typed, nearest) =>
  expect(nearestName(typed, ["record", "website", "skin_types"])).toBe(nearest),
);
