import { beforeEach, describe, expect, it } from "vitest";
import { changeKept } from "#app/domain/profiles/change-kept.server.ts";
import { findKept } from "#app/domain/profiles/find-kept.server.ts";
import { db } from "#app/platform/db.server.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const add = (...slugs: string[]) => slugs.map((slug) => ({ does: "add", slug }));
const remove = (slug: string) => ({ does: "remove", slug });

beforeEach(async () => {
  await emptyDatabase();
  const ana = technicianRow({ slug: "ana-reyes", name: "Ana Reyes" });
  await db().technician.createMany({
    data: [
      ana,
      technicianRow({ slug: "ben-okoye", name: "Ben Okoye" }),
      technicianRow({ slug: "ink-and-water", name: "Ink and Water", status: "unclaimed" }),
      technicianRow({ slug: "draft-person", status: "draft" }),
      technicianRow({ slug: "gone-person", status: "suspended" }),
    ],
  });
  await db().technicianSlug.create({ data: { slug: "ana-before", technicianId: ana.id } });
});

describe("finding who was kept", () => {
  it("keeps the order of the list and names everybody readers can see", async () => {
    const found = await findKept(["ink-and-water", "ben-okoye", "ana-reyes"]);
    expect(found.map(({ name }) => name)).toEqual(["Ink and Water", "Ben Okoye", "Ana Reyes"]);
  });

  it("a former slug finds its technician, and nobody is found twice", async () => {
    const found = await findKept(["ana-before", "ben-okoye", "ana-reyes", "ben-okoye"]);
    expect(found).toMatchObject([
      { asked: "ana-before", slug: "ana-reyes" },
      { asked: "ben-okoye", slug: "ben-okoye" },
    ]);
  });

  it("leaves out who is hidden, who never was, and what can't be a slug", async () => {
    expect(await findKept(["draft-person", "gone-person", "nobody", "' OR 1=1 --", "\u0000", "--"])).toEqual([]);
  });
});

describe("changing a list", () => {
  it("adds only technicians that readers can see, under their current slugs", async () => {
    const intents = add("ana-before", "draft-person", "nobody", "<script>", "ben-okoye");
    expect(await changeKept([], intents, 30)).toEqual({ list: ["ana-reyes", "ben-okoye"], leftOut: [] });
  });

  it("the same intents again change nothing", async () => {
    const intents = [...add("ana-reyes", "ben-okoye"), remove("ana-reyes")];
    const once = await changeKept([], intents, 30);
    expect(once.list).toEqual(["ben-okoye"]);
    expect(await changeKept(once.list, intents, 30)).toEqual(once);
  });

  it("removes somebody who is gone", async () => {
    expect(await changeKept(["gone-person", "ana-reyes"], [remove("gone-person")], 30)).toMatchObject({
      list: ["ana-reyes"],
    });
  });

  it("a full list takes nobody in and says who was left out", async () => {
    expect(await changeKept(["ana-reyes", "ben-okoye"], add("ink-and-water"), 2)).toEqual({
      list: ["ana-reyes", "ben-okoye"],
      leftOut: ["ink-and-water"],
    });
  });

  it("in a full list who is gone makes way", async () => {
    expect(await changeKept(["gone-person", "ben-okoye"], add("ana-reyes"), 2)).toEqual({
      list: ["ben-okoye", "ana-reyes"],
      leftOut: [],
    });
  });
});
