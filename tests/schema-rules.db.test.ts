import { beforeEach, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { emptyDatabase } from "./support/database.ts";

beforeEach(emptyDatabase);

const technician = { slug: "ada-stone", name: "Ada Stone", status: "draft" } as const;
const user = { email: "a@example.org", passwordHash: "x", displayName: "A" };

async function makeReviewable() {
  const { id: technicianId } = await db().technician.create({ data: technician });
  const { id: authorId } = await db().user.create({ data: user });
  const lastSessionOn = new Date("2026-01-10");
  const told = { relationship: "none", isIncentivised: false } as const;
  const attested = { attestedAt: new Date(), submittedAt: new Date(), text: "Good.", overall: 4 };
  return { technicianId, authorId, lastSessionOn, ...told, ...attested, status: "pending" as const };
}

test("one address in two spellings is refused", async () => {
  await expect(db().user.create({ data: { ...user, email: "A@example.org" } })).rejects.toThrow(/user_email_lower/);
});

test("evidence can't be verified without the day it was checked", async () => {
  const { id } = await db().technician.create({ data: technician });
  const row = { technicianId: id, criterion: "training", kind: "training", status: "verified" } as const;
  await expect(db().evidence.create({ data: row })).rejects.toThrow(/evidence_verified_is_checked/);
  await expect(db().evidence.create({ data: { ...row, checkedOn: new Date("2026-01-01") } })).resolves.toBeDefined();
});

test("an expiry date and a reason for having none exclude each other", async () => {
  const { id } = await db().technician.create({ data: technician });
  const row = { technicianId: id, criterion: "authorization", kind: "authorization" } as const;
  const both = { ...row, expiresOn: new Date("2027-01-01"), noExpiryReason: "unknown" as const };
  await expect(db().evidence.create({ data: both })).rejects.toThrow(/evidence_expiry_or_reason/);
});

test("50 reviews of one visit sent at once make one", async () => {
  const data = await makeReviewable();
  const sent = await Promise.allSettled(Array.from({ length: 50 }, () => db().review.create({ data })));
  expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().review.count()).toBe(1);
});

test("a review can be written again after it was withdrawn", async () => {
  const data = await makeReviewable();
  await db().review.create({ data: { ...data, status: "withdrawn" } });
  await expect(db().review.create({ data })).resolves.toBeDefined();
});

test("a review can't be removed without a reason", async () => {
  const data = await makeReviewable();
  await expect(db().review.create({ data: { ...data, status: "removed", closedAt: new Date() } })).rejects.toThrow(
    /review_refusal_has_reason/,
  );
});

test("a fourth technician on one enquiry is refused", async () => {
  const { authorId } = await makeReviewable();
  const technicians = await db().technician.createManyAndReturn({
    data: ["a", "b", "c", "d"].map((slug) => ({ slug, name: slug })),
  });
  const enquiry = await db().enquiry.create({ data: { authorId } });
  const add = (slot: number) =>
    db().enquiryRecipient.create({
      data: { enquiryId: enquiry.id, technicianId: technicians[slot - 1]?.id ?? "", slot },
    });
  await Promise.all([add(1), add(2), add(3)]);
  await expect(add(4)).rejects.toThrow(/enquiry_recipient_slot/);
});

test("decisions and audit events can't be changed or deleted, only lose the name of a deleted account", async () => {
  const { authorId: moderatorId } = await makeReviewable();
  const decision = await db().moderationDecision.create({
    data: {
      subjectKind: "review",
      subjectId: moderatorId,
      moderatorId,
      fromState: "pending",
      toState: "rejected",
      reason: "promotional",
      subjectVersion: 1,
    },
  });
  const where = { id: decision.id };
  await expect(db().moderationDecision.update({ where, data: { reason: "duplicate" } })).rejects.toThrow(/append-only/);
  await expect(db().moderationDecision.delete({ where })).rejects.toThrow(/append-only/);
  await db().user.delete({ where: { id: moderatorId } });
  expect(await db().moderationDecision.findUniqueOrThrow({ where })).toMatchObject({
    moderatorId: null,
    reason: "promotional",
  });

  const event = await db().auditEvent.create({
    data: { action: "signed_in", subjectKind: "user", subjectId: "x", previousHash: "", hash: "h" },
  });
  await expect(db().auditEvent.delete({ where: { sequence: event.sequence } })).rejects.toThrow(/append-only/);
});

test("two decisions on the same version of an item are refused", async () => {
  const decision = {
    subjectKind: "review",
    subjectId: crypto.randomUUID(),
    fromState: "pending",
    toState: "published",
    subjectVersion: 3,
  } as const;
  await db().moderationDecision.create({ data: decision });
  await expect(db().moderationDecision.create({ data: { ...decision, toState: "rejected" } })).rejects.toThrow(
    /Unique/,
  );
});
