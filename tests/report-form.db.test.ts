import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { action, loader } from "#app/routes/reviews.$reviewId.report/route.tsx";
import { ADDRESS_HEADER } from "#app/platform/client-address.ts";
import { db } from "#app/platform/db.server.ts";
import { reviewRow } from "../prisma/factories/review-row.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { emptyDatabase } from "./support/database.ts";

const technician = technicianRow({ slug: "ana-reyes" });
const review = reviewRow({ technicianId: technician.id });
const FIELDS = { reason: "promotional", explanation: "It sells a discount code of a shop.", goodFaith: "on" };

/** What `data()` makes. */
const refused = z.object({
  data: z.unknown(),
  init: z.object({ status: z.number(), headers: z.record(z.string(), z.string()).optional() }),
});

beforeEach(async () => {
  await emptyDatabase();
  await db().technician.createMany({ data: [technician] });
  await db().review.createMany({ data: [review] });
});

async function send(fields: Record<string, string>, { address = "192.0.2.1", query = "", id = review.id } = {}) {
  const request = new Request(`http://localhost/reviews/${id}/report${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", [ADDRESS_HEADER]: address },
    body: new URLSearchParams(fields).toString(),
  });
  const context = {
    cspNonce: "",
    requestId: "",
    reportError: (error: unknown) => void expect.unreachable(String(error)),
  };
  const answer: unknown = await action({ request, params: { reviewId: id }, context }).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("Location"), data: null };
  const { data, init } = refused.parse(answer);
  return { status: init.status, location: null, data, retryAfter: init.headers?.["Retry-After"] };
}

describe("the report form", () => {
  it("leads to the receipt, whose address is the code", async () => {
    const sent = await send(FIELDS);
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/reports\/[A-Za-z0-9_-]{43}$/);
  });

  it("R-01: the eleventh report of an hour from one address has to wait, another address need not", async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) statuses.push((await send(FIELDS)).status);
    expect(statuses).toEqual([303, ...Array.from({ length: 9 }, () => 409)]);
    const last = await send(FIELDS);
    expect(last.status).toBe(429);
    expect(Number(last.retryAfter)).toBeGreaterThan(0);
    expect((await send(FIELDS, { address: "192.0.2.2" })).status).toBe(303);
  });

  it.each(["reason", "explanation", "goodFaith"])("without %s it comes back as it was typed", async (name) => {
    const sent = await send({ ...FIELDS, [name]: "" });
    expect(sent.status).toBe(400);
    expect(sent.data).toMatchObject({ errors: { [name]: [expect.any(String)] } });
    expect(await db().report.count()).toBe(0);
  });

  it("Z-04: fields that nobody asked for change nothing", async () => {
    await send({
      ...FIELDS,
      status: "upheld",
      reporterId: review.id,
      isByTechnician: "true",
      subjectId: technician.id,
    });
    expect(await db().report.findMany()).toMatchObject([
      { status: "open", reporterId: null, isByTechnician: false, subjectId: review.id },
    ]);
  });

  it("Z-02: a review that nobody sees is a 404 to read and to report", async () => {
    await db().review.update({ where: { id: review.id }, data: { status: "pending" } });
    expect((await send(FIELDS)).status).toBe(404);
    expect((await send(FIELDS, { query: "?kind=notice" })).status).toBe(404);
    const request = new Request(`http://localhost/reviews/${review.id}/report`);
    const context = { cspNonce: "", requestId: "", reportError: () => undefined };
    await expect(loader({ request, params: { reviewId: review.id }, context })).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});
