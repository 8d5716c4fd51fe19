import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Sample } from "./make-sample.ts";

const BATCH = 1_000;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Inserts rows of one table, with one JSON parameter a statement: `createMany` spends nine seconds of processor time
 * on the parameters of the whole set, this one. Rows that give the same columns go together, so that a column left
 * out gets its default.
 */
async function insert(tx: Db, table: string, rows: readonly object[]): Promise<void> {
  const byColumns = new Map<string, object[]>();
  for (const row of rows) {
    const given = Object.entries(row).filter(([, value]) => value !== undefined);
    const columns = given.map(([name]) => quoted(name)).sort();
    const key = columns.join(", ");
    const group = byColumns.get(key) ?? [];
    group.push(row);
    byColumns.set(key, group);
  }
  for (const [columns, group] of byColumns) {
    const statement = `INSERT INTO ${quoted(table)} (${columns})
      SELECT ${columns} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json) ON CONFLICT DO NOTHING`;
    for (let start = 0; start < group.length; start += BATCH) {
      const batch = group.slice(start, start + BATCH);
      const written = await tx.$executeRawUnsafe(statement, JSON.stringify(batch));
      if (written < batch.length && table !== "Regime")
        throw new Error(`${table}: ${batch.length - written} sample rows were there already`);
    }
  }
}

/** Replaced papers name the paper that replaced them, so those come first. */
function replacementsFirst<T extends { supersededById?: string | null }>(evidence: readonly T[]): T[] {
  return [...evidence.filter((row) => !row.supersededById), ...evidence.filter((row) => row.supersededById)];
}

/**
 * Writes the whole sample set, in the order in which rows refer to each other, and marks every technician for the
 * search index. Regimes that are there already stay as they are.
 */
export async function writeRows(sample: Sample, photos: readonly Prisma.PhotoCreateManyInput[], tx: Db): Promise<void> {
  const tables: readonly (readonly [table: Prisma.ModelName, rows: readonly object[]])[] = [
    ["Regime", sample.regimes],
    ["User", sample.users],
    ["Technician", sample.technicians],
    ["TechnicianAnswer", sample.answers],
    ["Premises", sample.premises],
    ["TechnicianPremises", sample.workplaces],
    ["Evidence", replacementsFirst(sample.evidence)],
    ["Authorization", sample.authorizations],
    ["HygieneEvidence", sample.hygiene],
    ["Training", sample.trainings],
    ["Association", sample.associations],
    ["Inspection", sample.inspections],
    ["Infraction", sample.infractions],
    ["PriceBand", sample.prices],
    ["PortfolioCase", sample.cases],
    ["Consent", sample.consents],
    ["Review", sample.reviews],
    ["ReviewFollowUp", sample.followUps],
    ["Reply", sample.replies],
    ["Photo", photos],
    ["VisitCode", sample.codes],
    ["VisitProof", sample.proofs],
    ["Brief", sample.briefs],
    ["Enquiry", sample.enquiries],
    ["EnquiryRecipient", sample.recipients],
    ["EnquiryMessage", sample.messages],
    ["ModerationDecision", sample.decisions],
    ["Report", sample.reports],
    ["Appeal", sample.appeals],
    ["SearchOutbox", sample.technicians.map(({ id }) => ({ technicianId: id }))],
  ];
  for (const [table, rows] of tables) await insert(tx, table, rows);
}
