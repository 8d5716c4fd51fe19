import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { loader as profileLoader } from "#app/routes/technicians.$slug._index/route.tsx";
import { loader as reviewsLoader } from "#app/routes/technicians.$slug.reviews._index/route.tsx";
import { reviewRow } from "../prisma/factories/review-row.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { emptyDatabase } from "./support/database.ts";

const PAGES = [
  { page: "the profile", loader: profileLoader, suffix: "" },
  { page: "the page of reviews", loader: reviewsLoader, suffix: "/reviews" },
];

let technicianId = "";
beforeEach(async () => {
  await emptyDatabase();
  const row = technicianRow({ slug: "ana-reyes", name: "Ana Reyes" });
  technicianId = row.id;
  await db().technician.createMany({ data: [row] });
});

function args(slug: string, query = ""): LoaderFunctionArgs {
  return {
    params: { slug },
    request: new Request(`http://localhost/technicians/${encodeURIComponent(slug)}${query}`),
    context: { cspNonce: "", requestId: "", reportError: failTest },
  };
}

function failTest(error: unknown): void {
  throw error;
}

async function thrown(run: () => Promise<unknown>): Promise<unknown> {
  return run().then(
    () => {
      throw new Error("nothing was thrown");
    },
    (reason: unknown) => reason,
  );
}

describe.each(PAGES)("$page", ({ loader, suffix }) => {
  it("ignores filters that mean nothing", async () => {
    await db().review.createMany({ data: [reviewRow({ technicianId })] });
    const view = await loader(args("ana-reyes", "?stars=11&stage=&treatment[]=x&page=zzz"));
    expect(view.reviews.total).toBe(1);
  });

  it.each(["nobody", "a b", "..", "%00", "\u0000"])("%j answers 404", async (slug) => {
    expect(await thrown(() => loader(args(slug)))).toMatchObject({ init: { status: 404 } });
  });

  it.each(["draft", "suspended"] as const)("Z-02: a %s technician answers 404, as if unknown", async (status) => {
    await db().technician.update({ where: { id: technicianId }, data: { status } });
    expect(await thrown(() => loader(args("ana-reyes")))).toMatchObject({ init: { status: 404 } });
  });

  it("a renamed technician's old address moves for good to the new one, good filters kept", async () => {
    await db().technicianSlug.create({ data: { slug: "ana-before", technicianId } });
    const response = await thrown(() => loader(args("ana-before", "?stars=5&next=//evil.example")));
    expect(response).toBeInstanceOf(Response);
    const { status, headers } = response as Response;
    expect([status, headers.get("Location")]).toEqual([301, `/technicians/ana-reyes${suffix}?stars=5`]);
  });

  it("capital letters in an address lead to the one that is spelt right", async () => {
    const response = await thrown(() => loader(args("Ana-Reyes")));
    expect((response as Response).headers.get("Location")).toBe(`/technicians/ana-reyes${suffix}`);
  });
});
