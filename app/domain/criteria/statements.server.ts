import { createHash } from "node:crypto";
import { ownEvidence } from "#app/domain/criteria/own-evidence.server.ts";
import type { EvidenceOwner } from "#app/domain/criteria/own-evidence.server.ts";
import { answerField, TRADE_QUESTIONS } from "#app/domain/criteria/statements.ts";
import type { Statement, Statements, StatementSection } from "#app/domain/criteria/statements.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ok, refuse } from "#app/platform/result.ts";
import type { Result } from "#app/platform/result.ts";

/** Marks what is stored, so that a form can tell whether it is still what it showed. */
function withMark(texts: Record<string, string>): Statement {
  const seen = createHash("sha256")
    .update(JSON.stringify(Object.entries(texts)))
    .digest("base64url")
    .slice(0, 22);
  return { texts, seen };
}

/** What the owner says of themself; null where the profile is none of theirs. */
export async function findStatements(viewer: EvidenceOwner, tx: Db = db()): Promise<Statements | null> {
  const technician = await tx.technician.findFirst({
    where: { id: viewer.technicianId, ownerId: viewer.userId },
    select: {
      understandingStatement: true,
      dedicationStatement: true,
      answers: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { question: true, answer: true } },
    },
  });
  if (technician === null) return null;
  const answers = new Map(technician.answers.map(({ question, answer }) => [question, answer]));
  // Questions of older profiles that are no longer asked keep their answer until it is taken away.
  const questions = [...new Set([...TRADE_QUESTIONS, ...answers.keys()])].map((question, index) => ({
    field: answerField(index),
    question,
  }));
  return {
    understanding: withMark({ words: technician.understandingStatement ?? "" }),
    dedication: withMark({ words: technician.dedicationStatement ?? "" }),
    answers: withMark(Object.fromEntries(questions.map(({ field, question }) => [field, answers.get(question) ?? ""]))),
    questions,
  };
}

/** `changed`: what is stored now, since it is no longer what the form showed. */
export type SaveStatementRefusal = { kind: "not_found" } | { kind: "changed"; stored: Statement };

/**
 * Stores one section of the owner's own words. Compared under a lock with what the form was filled from, so that of two
 * open tabs neither overwrites the other unseen; what was there before is kept as a revision.
 */
export async function saveStatement(
  viewer: EvidenceOwner,
  { section, texts, seen }: { section: StatementSection; texts: Record<string, string>; seen: string },
): Promise<Result<null, SaveStatementRefusal>> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Technician"
      WHERE id = ${viewer.technicianId}::uuid AND "ownerId" = ${viewer.userId}::uuid FOR NO KEY UPDATE`;
    const statements = await findStatements(viewer, tx);
    if (statements === null) return refuse({ kind: "not_found" });
    const stored = statements[section];
    const wanted = Object.fromEntries(Object.keys(stored.texts).map((field) => [field, texts[field] ?? ""]));
    // The same words again are no conflict, whoever stored them.
    if (withMark(wanted).seen === stored.seen) return ok(null);
    if (seen !== stored.seen) return refuse({ kind: "changed", stored });
    await write(viewer, section, wanted, statements.questions, tx);
    await tx.technicianRevision.create({
      data: {
        technicianId: viewer.technicianId,
        section: "statements",
        changedById: viewer.userId,
        before: inWords(section, stored.texts, statements.questions),
        after: inWords(section, wanted, statements.questions),
      },
      select: { id: true },
    });
    const entry = { actorId: viewer.userId, action: "statements_saved", subjectKind: "technician" };
    await recordAudit({ ...entry, subjectId: viewer.technicianId }, tx);
    return ok(null);
  });
}

async function write(
  viewer: EvidenceOwner,
  section: StatementSection,
  texts: Record<string, string>,
  questions: Statements["questions"],
  tx: Db,
): Promise<void> {
  const { technicianId } = ownEvidence(viewer);
  if (section !== "answers") {
    const column = section === "understanding" ? "understandingStatement" : "dedicationStatement";
    const words = texts["words"] ?? "";
    await tx.technician.update({
      where: { id: technicianId },
      data: { [column]: words === "" ? null : words },
      select: { id: true },
    });
    return;
  }
  for (const [position, { field, question }] of questions.entries()) {
    const answer = texts[field] ?? "";
    const where = { technicianId_question: { technicianId, question } };
    if (answer === "") await tx.technicianAnswer.deleteMany({ where: { technicianId, question } });
    else {
      const create = { technicianId, question, answer, position };
      await tx.technicianAnswer.upsert({ where, create, update: { answer, position }, select: { id: true } });
    }
  }
}

/** By question rather than by field, for whoever reads the history later. */
function inWords(section: StatementSection, texts: Record<string, string>, questions: Statements["questions"]) {
  if (section !== "answers") return { [section]: texts["words"] ?? "" };
  const given = questions.filter(({ field }) => (texts[field] ?? "") !== "");
  return Object.fromEntries(given.map(({ field, question }) => [question, texts[field] ?? ""]));
}
