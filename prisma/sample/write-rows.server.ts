import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inBatches, INSERTS } from "./insert-rows.server.ts";
import type { Sample } from "./make-sample.ts";

/** Replaced papers name the paper that replaced them, so those come first. */
function replacementsFirst<T extends { supersededById?: string | null }>(evidence: readonly T[]): T[] {
  return [...evidence.filter((row) => !row.supersededById), ...evidence.filter((row) => row.supersededById)];
}

/**
 * Writes the whole sample set, in the order in which rows refer to each other. Regimes that are there already stay as they are; any other row that is there already is an error.
 */
export async function writeRows(sample: Sample, photos: readonly Prisma.PhotoCreateManyInput[], tx: Db): Promise<void> {
  const long = (table: keyof typeof INSERTS, rows: readonly object[]) =>
    inBatches(rows, (batch) => INSERTS[table](tx, JSON.stringify(batch)));

  await inBatches(sample.regimes, (data) => tx.regime.createMany({ data, skipDuplicates: true }));
  await long("users", sample.users);
  await inBatches(sample.technicians, (data) => tx.technician.createMany({ data }));
  await inBatches(sample.answers, (data) => tx.technicianAnswer.createMany({ data }));
  await inBatches(sample.premises, (data) => tx.premises.createMany({ data }));
  await inBatches(sample.workplaces, (data) => tx.technicianPremises.createMany({ data }));
  await inBatches(sample.hours, (data) => tx.openingHours.createMany({ data }));
  await inBatches(sample.treatmentWords, (data) => tx.treatmentDescription.createMany({ data }));
  await long("evidence", replacementsFirst(sample.evidence));
  await inBatches(sample.authorizations, (data) => tx.authorization.createMany({ data }));
  await inBatches(sample.hygiene, (data) => tx.hygieneEvidence.createMany({ data }));
  await inBatches(sample.trainings, (data) => tx.training.createMany({ data }));
  await inBatches(sample.associations, (data) => tx.association.createMany({ data }));
  await inBatches(sample.inspections, (data) => tx.inspection.createMany({ data }));
  await inBatches(sample.infractions, (data) => tx.infraction.createMany({ data }));
  await inBatches(sample.inspectionNotices, (data) => tx.inspectionNotice.createMany({ data }));
  await long("prices", sample.prices);
  await inBatches(sample.cases, (data) => tx.portfolioCase.createMany({ data }));
  await inBatches(sample.consentRequests, (data) => tx.caseConsentRequest.createMany({ data }));
  await long("reviews", sample.reviews);
  await long("followUps", sample.followUps);
  await long("replies", sample.replies);
  await long("photos", photos);
  await inBatches(sample.consents, (data) => tx.consent.createMany({ data }));
  await long("visitCodes", sample.codes);
  await long("visitProofs", sample.proofs);
  await inBatches(sample.briefs, (data) => tx.brief.createMany({ data }));
  await inBatches(sample.enquiries, (data) => tx.enquiry.createMany({ data }));
  await inBatches(sample.recipients, (data) => tx.enquiryRecipient.createMany({ data }));
  await inBatches(sample.messages, (data) => tx.enquiryMessage.createMany({ data }));
  await inBatches(sample.times, (data) => tx.proposedTime.createMany({ data }));
  await inBatches(sample.treatedCounts, (data) => tx.treatedCount.createMany({ data }));
  await inBatches(sample.dailyCounts, (data) => tx.dailyCount.createMany({ data }));
  await inBatches(sample.claims, (data) => tx.listingClaim.createMany({ data }));
  await long("decisions", sample.decisions);
  await inBatches(sample.reports, (data) => tx.report.createMany({ data }));
  await inBatches(sample.appeals, (data) => tx.appeal.createMany({ data }));
}
