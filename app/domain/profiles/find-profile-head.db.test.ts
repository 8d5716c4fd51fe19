import { beforeEach, describe, expect, it } from "vitest";
import { findProfileHead } from "#app/domain/profiles/find-profile-head.server.ts";
import { findProfile } from "#app/domain/profiles/find-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const TODAY = "2026-11-22";

beforeEach(emptyDatabase);

async function createTechnician(overrides: Partial<Prisma.TechnicianCreateManyInput> = {}): Promise<string> {
  const row = technicianRow({ slug: "ana-reyes", name: "Ana Reyes", ...overrides });
  await db().technician.createMany({ data: [row] });
  return row.id;
}

describe("who is found, by the profile and by its head", () => {
  it.each(["published", "unclaimed"] as const)("a %s technician is found by the slug", async (status) => {
    await createTechnician({ status });
    expect((await findProfile("ana-reyes", TODAY))?.name).toBe("Ana Reyes");
    expect((await findProfileHead("ana-reyes"))?.isUnclaimed).toBe(status === "unclaimed");
  });

  it.each(["draft", "suspended"] as const)("a %s technician is not found, as if unknown", async (status) => {
    const technicianId = await createTechnician({ status });
    await db().technicianSlug.create({ data: { slug: "former-name", technicianId } });
    for (const slug of ["ana-reyes", "former-name"]) {
      expect(await findProfile(slug, TODAY)).toBeNull();
      expect(await findProfileHead(slug)).toBeNull();
    }
  });

  it("a former slug leads to the technician who had it", async () => {
    const technicianId = await createTechnician();
    await db().technicianSlug.create({ data: { slug: "ana-before", technicianId } });
    expect((await findProfile("ana-before", TODAY))?.slug).toBe("ana-reyes");
    expect((await findProfileHead("ana-before"))?.slug).toBe("ana-reyes");
  });

  it("a current slug wins over the same slug given up by somebody else", async () => {
    const technicianId = await createTechnician();
    await createTechnician({ slug: "shared-name", name: "Newer" });
    await db().technicianSlug.create({ data: { slug: "shared-name", technicianId } });
    expect((await findProfile("shared-name", TODAY))?.name).toBe("Newer");
  });

  it.each(["", "Ana-Reyes", "ana--reyes", "ana\u0000reyes", "' OR 1=1 --", "a".repeat(81), "nobody"])(
    "%j finds nobody",
    async (slug) => {
      await createTechnician();
      expect(await findProfile(slug, TODAY)).toBeNull();
      expect(await findProfileHead(slug)).toBeNull();
    },
  );
});
