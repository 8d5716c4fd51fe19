import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyIntents, compareHref, readIntents } from "#app/domain/profiles/kept-technicians.ts";
import type { KeepIntent } from "#app/domain/profiles/kept-technicians.ts";

const add = (slug: string): KeepIntent => ({ does: "add", slug });
const remove = (slug: string): KeepIntent => ({ does: "remove", slug });

describe("a list of kept technicians", () => {
  it.each<[string, string[], KeepIntent[], string[]]>([
    ["adds at the end", ["a"], [add("b")], ["a", "b"]],
    ["keeps its order when the same one is added again", ["a", "b"], [add("a")], ["a", "b"]],
    ["loses what is removed", ["a", "b"], [remove("a")], ["b"]],
    ["is not changed by removing what is not in it", ["a"], [remove("b")], ["a"]],
    ["follows the intents in their order", ["a"], [remove("a"), add("b"), add("a")], ["b", "a"]],
    ["is empty after clearing, until something is added", ["a"], [{ does: "clear", slug: "" }, add("b")], ["b"]],
    ["takes no more than it may hold", ["a", "b"], [add("c"), add("d")], ["a", "b", "c"]],
    ["has room again after a removal", ["a", "b", "c"], [remove("a"), add("d")], ["b", "c", "d"]],
  ])("%s", (_what, list, intents, expected) => {
    expect(applyIntents(list, intents, 3)).toEqual(expected);
  });

  it("is the same however often the same intents arrive", () => {
    const slug = fc.constantFrom("a", "b", "c", "d");
    const intent = fc.oneof(slug.map(add), slug.map(remove));
    fc.assert(
      fc.property(fc.uniqueArray(slug), fc.uniqueArray(intent, { selector: (one) => one.slug }), (list, intents) => {
        const once = applyIntents(list, intents, 30);
        expect([...applyIntents(once, intents, 30)].sort()).toEqual([...once].sort());
        expect(new Set(once).size).toBe(once.length);
      }),
    );
  });
});

describe("the intents of a form", () => {
  it("are its adds, removals and clearings in order, and nothing else of it", () => {
    const form = new URLSearchParams("role=moderator&add=a&returnTo=/x&remove=b&add=c&clear=all");
    expect(readIntents(form)).toEqual([add("a"), remove("b"), add("c"), { does: "clear", slug: "all" }]);
  });

  it.each(["", "Ana", "a b", "<script>", "a\u0000", "\ufffd", "a".repeat(81)])(
    "leave out %j, which is no slug",
    (slug) => {
      expect(readIntents(new URLSearchParams({ add: slug, remove: slug }))).toEqual([]);
    },
  );

  it("are at most a hundred", () => {
    expect(readIntents(new URLSearchParams("add=a&".repeat(500)))).toHaveLength(100);
  });
});

it("the address of a comparison holds its technicians in order", () => {
  expect(compareHref(["ana-reyes", "b"])).toBe("/compare?t=ana-reyes&t=b");
});
