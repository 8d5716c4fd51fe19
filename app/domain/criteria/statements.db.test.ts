import { beforeEach, describe, expect, it } from "vitest";
import { findStatements, saveStatement } from "#app/domain/criteria/statements.server.ts";
import { db } from "#app/platform/db.server.ts";
import { technicianRow } from "../../../prisma/factories/technician-row.ts";
import { userRow } from "../../../prisma/factories/user-row.ts";
import { emptyDatabase } from "../../../tests/support/database.ts";

const owner = userRow({ roles: ["technician"] });
const stranger = userRow({ roles: ["technician"] });
const ana = technicianRow({ ownerId: owner.id });
const asOwner = { userId: owner.id, technicianId: ana.id };

beforeEach(async () => {
  await emptyDatabase();
  await db().user.createMany({ data: [owner, stranger] });
  await db().technician.createMany({ data: [ana] });
});

describe("one's own words", () => {
  const seenNow = async () => (await findStatements(asOwner))?.understanding.seen ?? "";
  const save = (words: string, seen: string, viewer = asOwner) =>
    saveStatement(viewer, { section: "understanding", texts: { words }, seen });

  it("are stored with what was there before", async () => {
    expect(await save("I lost mine at twenty.", await seenNow())).toMatchObject({ ok: true });
    expect(await db().technicianRevision.findMany()).toMatchObject([
      { section: "statements", before: { understanding: "" }, after: { understanding: "I lost mine at twenty." } },
    ]);
  });

  it("of two tabs neither overwrites the other unseen", async () => {
    const seen = await seenNow();
    await save("From the first tab.", seen);
    const second = await save("From the second tab.", seen);
    expect(second).toMatchObject({
      ok: false,
      reason: { kind: "changed", stored: { texts: { words: "From the first tab." } } },
    });
    expect(await save("Both put together.", await seenNow())).toMatchObject({ ok: true });
  });

  it("F-11: of many saves of one form one is stored", async () => {
    const seen = await seenNow();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => save(`Version ${index}`, seen).catch(() => null)),
    );
    expect(all.filter((result) => result?.ok)).toHaveLength(1);
    expect(await db().technicianRevision.count()).toBe(1);
  });

  it("Z-02: somebody else's profile is answered like none", async () => {
    expect(await save("Mine now.", await seenNow(), { userId: stranger.id, technicianId: ana.id })).toMatchObject({
      reason: { kind: "not_found" },
    });
  });

  it("answers are kept by their question, and an emptied one is gone", async () => {
    await db().technicianAnswer.create({
      data: { technicianId: ana.id, question: "An old question?", answer: "Yes." },
    });
    const statements = await findStatements(asOwner);
    if (!statements) throw new Error("No statements");
    const texts = { ...statements.answers.texts, answer0: "I do, always.", answer7: "" };
    await saveStatement(asOwner, { section: "answers", texts, seen: statements.answers.seen });
    expect(await db().technicianAnswer.findMany({ select: { question: true, answer: true } })).toEqual([
      { question: "Who does my treatment?", answer: "I do, always." },
    ]);
  });
});
