import { beforeEach, describe, expect, test } from "vitest";
import { decideBulkRejection } from "#app/domain/moderation/decide-bulk-rejection.server.ts";
import { listAlike, listBulkProposals } from "#app/domain/moderation/list-bulk.server.ts";
import { proposeBulkRejection } from "#app/domain/moderation/propose-bulk-rejection.server.ts";
import { db } from "#app/platform/db.server.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { addReview, openDesk } from "../../../tests/support/moderation-desk.ts";
import type { Desk } from "../../../tests/support/moderation-desk.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const SENT = new Date("2026-11-22T12:00:00Z");
const SPAM = "Best SMP ever! Visit my shop.";
const because = { reason: "promotional", note: "The same advertisement three times." } as const;

let desk: Desk;
let ids: string[];
/** Three reviews of three technicians with the same words, and one with others. */
beforeEach(async () => {
  desk = await openDesk();
  const others = [technicianRow({ name: "Bo Lind" }), technicianRow({ name: "Cy Marsh" })];
  await db().technician.createMany({ data: others });
  const technicians = [desk.technician.id, ...others.map(({ id }) => id)];
  ids = [];
  for (const [index, technicianId] of technicians.entries()) {
    const text = index === 1 ? "best SMP ever... visit my shop" : SPAM;
    ids.push((await addReview(desk, { technicianId, text, createdAt: SENT })).id);
  }
  await addReview(desk, { text: "Another story.", lastSessionOn: new Date("2026-01-01"), createdAt: SENT });
});

const propose = async () => {
  const proposed = await proposeBulkRejection(desk.robin, { reviewId: ids[0] ?? "", ...because }, NOW);
  if (!proposed.ok) throw new Error(proposed.reason);
  return proposed.value.bulkId;
};
const statuses = () => db().review.groupBy({ by: ["status"], _count: true, orderBy: { status: "asc" } });

describe("one author's identical reviews", () => {
  test("are found by their words, whatever stands between them", async () => {
    const groups = await listAlike(desk.robin);
    expect(groups.map(({ reviews }) => reviews.length)).toEqual([3]);
  });

  test("are refused only after another moderator looked: each by its own decision, with one mail", async () => {
    const bulkId = await propose();
    expect(await statuses()).toEqual([{ status: "pending", _count: 4 }]);
    expect(await listAlike(desk.alex)).toEqual([]);
    expect(await listBulkProposals(desk.alex)).toMatchObject([{ id: bulkId, isMine: false, by: "Robin" }]);
    expect(await decideBulkRejection(desk.robin, bulkId, true, NOW)).toEqual({ ok: false, reason: "own_matter" });
    expect(await decideBulkRejection(desk.alex, bulkId, true, NOW)).toEqual({ ok: true, value: { count: 3 } });
    expect(await statuses()).toEqual([
      { status: "pending", _count: 1 },
      { status: "rejected", _count: 3 },
    ]);
    const decisions = await db().moderationDecision.findMany();
    expect(decisions.map(({ subjectId }) => subjectId).sort()).toEqual([...ids].sort());
    expect(decisions.every(({ moderatorId, reason }) => moderatorId === desk.alex.id && reason === "promotional")).toBe(
      true,
    );
    expect(await db().outgoingMail.findMany()).toMatchObject([{ toEmail: desk.client.email }]);
    expect(await decideBulkRejection(desk.alex, bulkId, true, NOW)).toEqual({ ok: false, reason: "changed" });
  });

  test("stay as they are when the other moderator says no, and those withdrawn meanwhile stay withdrawn", async () => {
    const refused = await propose();
    expect(await decideBulkRejection(desk.alex, refused, false, NOW)).toEqual({ ok: true, value: { count: 0 } });
    expect(await statuses()).toEqual([{ status: "pending", _count: 4 }]);
    const again = await propose();
    await db().review.update({ where: { id: ids[1] ?? "" }, data: { status: "withdrawn", version: 2 } });
    expect(await decideBulkRejection(desk.alex, again, true, NOW)).toEqual({ ok: true, value: { count: 2 } });
  });

  test("can't be proposed by somebody they concern (Z-07), nor twice, nor when they differ", async () => {
    const last = await db().review.findFirstOrThrow({ where: { text: "Another story." } });
    const propose1 = (viewer: { userId: string }, reviewId = ids[0] ?? "") =>
      proposeBulkRejection(viewer, { reviewId, ...because }, NOW);
    expect(await propose1(desk.robin, last.id)).toEqual({ ok: false, reason: "not_alike" });
    await db().technician.updateMany({ where: { name: "Bo Lind" }, data: { ownerId: desk.alex.id } });
    expect(await propose1(desk.alex)).toEqual({ ok: false, reason: "own_matter" });
    expect(await listAlike(desk.alex)).toEqual([]);
    const both = await Promise.all([propose1(desk.robin), propose1(desk.robin)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().bulkRejection.count()).toBe(1);
  });
});
