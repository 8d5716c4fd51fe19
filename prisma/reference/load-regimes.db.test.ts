import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { emptyDatabase } from "../../tests/support/database.ts";
import { regimeRow } from "../factories/evidence-row.ts";
import { loadRegimes } from "./load-regimes.server.ts";
import { regimeRows } from "./regime-rows.ts";

const stored = () => db().regime.findMany({ orderBy: { key: "asc" } });

beforeEach(emptyDatabase);

describe("loading the regimes", () => {
  it("brings all of them into an empty database, and a second time changes nothing", async () => {
    await loadRegimes();
    const first = await stored();
    expect(first).toHaveLength(regimeRows().length);
    expect(first.find(({ key }) => key === "us-fl")).toMatchObject({ validity: "dated", renewalMonths: 12 });
    await Promise.all([loadRegimes(), loadRegimes()]);
    expect(await stored()).toEqual(first);
  });

  it("puts right what is older, and leaves one that is no longer written down", async () => {
    await loadRegimes();
    await db().regime.update({ where: { key: "us-tx" }, data: { name: "Old name", lookFor: "" } });
    await db().regime.createMany({ data: [regimeRow({ key: "former" })] });
    await loadRegimes();
    expect(await db().regime.findUniqueOrThrow({ where: { key: "us-tx" } })).toMatchObject({
      name: "Tattoo studio licence, Texas",
      lookFor: expect.stringContaining("address"),
    });
    expect(await db().regime.count({ where: { key: "former" } })).toBe(1);
  });
});
