import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { expect, test } from "vitest";
import { planMigration } from "../scripts/lib/schema-engine.ts";

test("the migrations lead to exactly the schema that the code is generated from", { timeout: 60_000 }, async () => {
  expect(await planMigration(new PrismaPGlite(new PGlite()))).toBe("");
});
