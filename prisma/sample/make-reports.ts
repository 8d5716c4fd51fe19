import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { ReportStatus, ReviewReason } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_MODERATOR_IDS } from "./accounts.ts";
import { addDays } from "./days.ts";
import type { DraftedReview } from "./make-reviews.ts";
import { phrase } from "./phrase.ts";
import { makeRandom, sampleId } from "./random.ts";
import { REPORT_TEXTS } from "./texts/moderation.ts";

export type Reports = {
  reports: Prisma.ReportCreateManyInput[];
  decisions: Prisma.ModerationDecisionCreateManyInput[];
};

/** Reports on reviews: upheld for the removed ones, claimed for those being looked into, and some open or dismissed. */
export function makeReports(reviews: readonly DraftedReview[], today: Date): Reports {
  const random = makeRandom("reports");
  const result: Reports = { reports: [], decisions: [] };
  const reasons = Object.keys(REPORT_TEXTS) as (keyof typeof REPORT_TEXTS)[];
  const add = (
    { row, plan }: DraftedReview,
    status: ReportStatus,
    age: number,
    reason: ReviewReason = random.pick(reasons),
  ) => {
    const id = sampleId("report", row.id);
    const createdAt = addDays(today, -age);
    const isDecided = status === "upheld" || status === "dismissed";
    const closedAt = isDecided ? addDays(createdAt, 0.5 + random.next() * 4) : null;
    const byTechnician = plan.ownerId !== null && random.chance(0.5);
    const texts = REPORT_TEXTS[reason] ?? REPORT_TEXTS.not_a_client ?? [];
    result.reports.push({
      id,
      subjectKind: "review",
      subjectId: row.id,
      reporterId: byTechnician ? plan.ownerId : null,
      isByTechnician: byTechnician,
      reporterEmail: byTechnician ? null : `reader${result.reports.length + 1}@people.sample.hairline`,
      reason,
      explanation: phrase(random.pick(texts), {}, random),
      status,
      version: status === "open" ? 1 : isDecided ? 3 : 2,
      createdAt,
      closedAt,
      isSample: true,
    });
    if (closedAt) {
      result.decisions.push({
        id: sampleId("decision", id, 2),
        subjectKind: "report",
        subjectId: id,
        moderatorId: random.pick(SAMPLE_MODERATOR_IDS),
        fromState: "claimed",
        toState: status,
        reason: status === "upheld" ? reason : null,
        note: status === "dismissed" ? "Nothing in the review breaks a rule." : null,
        subjectVersion: 2,
        waitingSince: createdAt,
        isSample: true,
        decidedAt: closedAt,
      });
    }
  };
  for (const review of reviews) {
    if (review.row.status === "removed")
      add(review, "upheld", random.int(20, 300), review.row.removalReason ?? undefined);
    if (review.row.status === "under_investigation") add(review, "claimed", random.int(1, 4));
  }
  const published = reviews.filter(
    ({ row }) => row.status === "published" && new Date(row.publishedAt ?? today) < addDays(today, -60),
  );
  random
    .sample(published, 14)
    .forEach((review, index) =>
      add(review, index < 8 ? "open" : "dismissed", index < 8 ? random.int(0, 5) + random.next() : random.int(10, 50)),
    );
  return result;
}
