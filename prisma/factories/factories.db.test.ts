import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { EvidenceStatus, ReviewStatus } from "#app/platform/generated/prisma/enums.ts";
import { emptyDatabase } from "../../tests/support/database.ts";
import { associationRow, authorizationRow, evidenceRow, hygieneRow, regimeRow, trainingRow } from "./evidence-row.ts";
import { followUpRow, replyRow, reviewRow } from "./review-row.ts";
import { portfolioCaseRow, premisesRow, priceBandRow, technicianRow } from "./technician-row.ts";
import { userRow } from "./user-row.ts";

const technician = technicianRow();
beforeEach(async () => {
  await emptyDatabase();
  await db().technician.create({ data: technician });
});

describe("rows made by the factories are valid as they are", () => {
  test("accounts, premises, prices and portfolio cases", async () => {
    await db().user.createMany({ data: [userRow(), userRow()] });
    await db().premises.create({ data: premisesRow() });
    await db().priceBand.createMany({ data: [priceBandRow({ technicianId: technician.id })] });
    await db().portfolioCase.createMany({
      data: [
        portfolioCaseRow({ technicianId: technician.id }),
        portfolioCaseRow({ technicianId: technician.id, status: "draft" }),
      ],
    });
    expect(await db().portfolioCase.count({ where: { checkedOn: null } })).toBe(1);
  });

  test.each(Object.values(ReviewStatus))("a review that is %s", async (status) => {
    await db().review.createMany({ data: [reviewRow({ technicianId: technician.id, status })] });
    expect(await db().review.count({ where: { status } })).toBe(1);
  });

  test.each(Object.values(EvidenceStatus))("evidence that is %s", async (status) => {
    const replacement = evidenceRow({ technicianId: technician.id });
    const row = evidenceRow({
      technicianId: technician.id,
      status,
      supersededById: status === "superseded" ? replacement.id : null,
    });
    await db().evidence.createMany({ data: [replacement] });
    await db().evidence.createMany({ data: [row] });
    expect(await db().evidence.count({ where: { id: row.id, status } })).toBe(1);
  });

  test("each kind of evidence with the row of its kind", async () => {
    const rows = (["authorization", "hygiene", "training", "association"] as const).map((kind) =>
      evidenceRow({ technicianId: technician.id, kind }),
    );
    const [first, second, third, fourth] = rows.map(({ id }) => id);
    await db().regime.create({ data: regimeRow({ key: "test-regime" }) });
    await db().evidence.createMany({ data: rows });
    await db().authorization.createMany({
      data: [authorizationRow({ evidenceId: first ?? "", regimeKey: "test-regime" })],
    });
    await db().hygieneEvidence.createMany({ data: [hygieneRow({ evidenceId: second ?? "" })] });
    await db().training.createMany({ data: [trainingRow({ evidenceId: third ?? "" })] });
    await db().association.createMany({ data: [associationRow({ evidenceId: fourth ?? "" })] });
    const criteria = (await db().evidence.findMany({ orderBy: { criterion: "asc" } })).map(
      ({ criterion }) => criterion,
    );
    expect(criteria).toEqual(["authorization", "sterile", "dedication", "training"]);
  });

  test("a review with a follow-up and a reply", async () => {
    const review = reviewRow({ technicianId: technician.id });
    await db().review.createMany({ data: [review] });
    await db().reviewFollowUp.createMany({ data: [followUpRow({ reviewId: review.id })] });
    await db().reply.createMany({ data: [replyRow({ reviewId: review.id })] });
    expect(await db().review.findFirst({ include: { followUps: true, reply: true } })).toMatchObject({
      followUps: [{ month: 6 }],
      reply: { status: "published" },
    });
  });
});
