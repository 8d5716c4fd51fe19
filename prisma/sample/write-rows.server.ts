import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Sample } from "./make-sample.ts";

const BATCH = 1_000;

async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) await write(rows.slice(start, start + BATCH));
}

/** Replaced papers name the paper that replaced them, so those come first. */
function replacementsFirst<T extends { supersededById?: string | null }>(evidence: readonly T[]): T[] {
  return [...evidence.filter((row) => !row.supersededById), ...evidence.filter((row) => row.supersededById)];
}

/** Writes the whole sample set, in the order in which rows refer to each other, and marks every technician for the search index. */
export async function writeRows(sample: Sample, photos: readonly Prisma.PhotoCreateManyInput[], tx: Db): Promise<void> {
  await inBatches(sample.regimes, (data) => tx.regime.createMany({ data, skipDuplicates: true }));
  await inBatches(sample.users, (data) => tx.user.createMany({ data }));
  await inBatches(sample.technicians, (data) => tx.technician.createMany({ data }));
  await inBatches(sample.answers, (data) => tx.technicianAnswer.createMany({ data }));
  await inBatches(sample.premises, (data) => tx.premises.createMany({ data }));
  await inBatches(sample.workplaces, (data) => tx.technicianPremises.createMany({ data }));
  await inBatches(replacementsFirst(sample.evidence), (data) => tx.evidence.createMany({ data }));
  await inBatches(sample.authorizations, (data) => tx.authorization.createMany({ data }));
  await inBatches(sample.hygiene, (data) => tx.hygieneEvidence.createMany({ data }));
  await inBatches(sample.trainings, (data) => tx.training.createMany({ data }));
  await inBatches(sample.associations, (data) => tx.association.createMany({ data }));
  await inBatches(sample.inspections, (data) => tx.inspection.createMany({ data }));
  await inBatches(sample.infractions, (data) => tx.infraction.createMany({ data }));
  await inBatches(sample.prices, (data) => tx.priceBand.createMany({ data }));
  await inBatches(sample.cases, (data) => tx.portfolioCase.createMany({ data }));
  await inBatches(sample.consents, (data) => tx.consent.createMany({ data }));
  await inBatches(sample.reviews, (data) => tx.review.createMany({ data }));
  await inBatches(sample.followUps, (data) => tx.reviewFollowUp.createMany({ data }));
  await inBatches(sample.replies, (data) => tx.reply.createMany({ data }));
  await inBatches(photos, (data) => tx.photo.createMany({ data }));
  await inBatches(sample.codes, (data) => tx.visitCode.createMany({ data }));
  await inBatches(sample.proofs, (data) => tx.visitProof.createMany({ data }));
  await inBatches(sample.briefs, (data) => tx.brief.createMany({ data }));
  await inBatches(sample.enquiries, (data) => tx.enquiry.createMany({ data }));
  await inBatches(sample.recipients, (data) => tx.enquiryRecipient.createMany({ data }));
  await inBatches(sample.messages, (data) => tx.enquiryMessage.createMany({ data }));
  await inBatches(sample.decisions, (data) => tx.moderationDecision.createMany({ data }));
  await inBatches(sample.reports, (data) => tx.report.createMany({ data }));
  await inBatches(sample.appeals, (data) => tx.appeal.createMany({ data }));
  await inBatches(sample.technicians, (batch) =>
    tx.searchOutbox.createMany({ data: batch.map(({ id }) => ({ technicianId: id })), skipDuplicates: true }),
  );
}
