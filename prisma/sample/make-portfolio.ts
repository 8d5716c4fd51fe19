import { CASE_CONSENT_VERSION, CONSENT_DAYS } from "#app/domain/portfolio/consent-words.ts";
import { portfolioCaseRow } from "../factories/technician-row.ts";
import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { PhotoStage, PortfolioStatus } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_MODERATOR_IDS, SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { addDays, startOfDay } from "./days.ts";
import { describeDrawing } from "./drawings/head-spec.ts";
import type { HeadSpec } from "./drawings/head-spec.ts";
import { stageAt } from "./make-reviews.ts";
import type { DraftedReview } from "./make-reviews.ts";
import { Picker, quantity } from "./phrase.ts";
import { CONCERNS_OF } from "./plan-technicians.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { headOf, scaleOf } from "./portfolio-heads.ts";
import type { Head } from "./portfolio-heads.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";
import { CASE_TITLES, PHOTO_CAPTIONS } from "./texts/cases.ts";

/** A photo that still has to be drawn: what the picture shows, and the row without what only the picture knows. */
export type PlannedPhoto = {
  drawing: HeadSpec;
  row: Omit<Prisma.PhotoCreateManyInput, "storageKey" | "width" | "height" | "placeholderColour" | "perceptualHash">;
};
export type Portfolio = {
  cases: (Prisma.PortfolioCaseCreateManyInput & { id: string; status: PortfolioStatus })[];
  photos: PlannedPhoto[];
  consents: Prisma.ConsentCreateManyInput[];
  consentRequests: Prisma.CaseConsentRequestCreateManyInput[];
  decisions: Prisma.ModerationDecisionCreateManyInput[];
};

type Result = Exclude<PhotoStage, "before">;
const DAYS: Record<Result, readonly [number, number]> = {
  fresh: [0, 9],
  healed: [32, 150],
  settled: [190, 640],
  aged: [735, 1_250],
};
const RESULTS: readonly Result[] = ["fresh", "healed", "settled", "aged"];

/** One to three results, always with the oldest one that the case has reached. */
function drawStages(random: Random): Result[] {
  const oldest = random.weighted<number>([
    [3, 20],
    [2, 40],
    [1, 29],
    [0, 11],
  ]);
  const earlier = random.sample(
    RESULTS.slice(0, oldest),
    random.weighted([
      [0, 38],
      [1, 42],
      [2, 20],
    ]),
  );
  return RESULTS.filter((stage, index) => index === oldest || earlier.includes(stage));
}

function drawCount(plan: TechnicianPlan, random: Random): number {
  if (plan.status === "unclaimed") return 0;
  if (plan.ownerId === SAMPLE_TECHNICIAN_ID) return 5;
  if (plan.tier === "strong")
    return random.weighted([
      [2, 22],
      [3, 34],
      [4, 28],
      [5, 16],
    ]);
  return plan.tier === "ordinary"
    ? random.weighted([
        [0, 12],
        [1, 34],
        [2, 34],
        [3, 20],
      ])
    : random.weighted([
        [0, 66],
        [1, 34],
      ]);
}

function caption(picker: Picker, stage: PhotoStage, days: number): string {
  const facts = {
    days: days > 1 ? String(days) : undefined,
    ifFirstDay: days <= 1 ? "" : undefined,
    weeks: days >= 14 ? quantity(Math.floor(days / 7), "week") : undefined,
    months: days >= 61 ? quantity(Math.floor(days / 30.44), "month") : undefined,
  };
  return `${picker.pick(PHOTO_CAPTIONS[stage], facts) ?? "Result"}. Sample illustration.`;
}

export function makePortfolio(
  plans: readonly TechnicianPlan[],
  reviews: readonly DraftedReview[],
  today: Date,
): Portfolio {
  const random = makeRandom("portfolio");
  const picker = new Picker(random.fork("words"));
  const portfolio: Portfolio = { cases: [], photos: [], consents: [], consentRequests: [], decisions: [] };
  for (const plan of plans) {
    picker.turnPage();
    const heads = new Set<string>();
    for (let position = 0, wanted = drawCount(plan, random); position < wanted; position += 1)
      addCase(portfolio, plan, position, heads, picker, random, today);
  }
  addReviewPhotos(portfolio, reviews, random);
  return portfolio;
}

function addCase(
  portfolio: Portfolio,
  plan: TechnicianPlan,
  position: number,
  heads: Set<string>,
  picker: Picker,
  random: Random,
  today: Date,
): void {
  const shown = plan.treatments.filter((treatment) => treatment !== "fading_referral");
  const treatment = random.pick(shown.length > 0 ? shown : (["full_shaved_look"] as const));
  const concern = random.weighted(CONCERNS_OF[treatment]);
  const skin = random.pick(plan.skinTypes);
  const head = headOf(treatment, concern, skin);
  const key = `${head.pattern}/${head.person}`;
  if (heads.has(key)) return;
  heads.add(key);
  const id = sampleId("case", plan.slug, position);
  const stages = drawStages(random);
  const days = stages.map((stage) => random.int(...DAYS[stage]));
  const oldest = Math.max(...days);
  const status: PortfolioStatus =
    plan.ownerId === SAMPLE_TECHNICIAN_ID
      ? "published"
      : random.weighted([
          ["published", 89],
          ["submitted", 5],
          ["draft", 4],
          ["rejected", 1],
          ["withdrawn", 1],
        ]);
  const sentAt = addDays(today, -random.int(status === "submitted" ? 1 : 8, status === "submitted" ? 6 : 120));
  const isDecided = status !== "draft" && status !== "submitted";
  const decidedAt = addDays(sentAt, 0.2 + random.next() * 3);
  const scale = scaleOf(head, treatment, random);
  const sessions = random.weighted([
    [3, 55],
    [2, 28],
    [4, 17],
  ]);
  const age = random.int(26, 62);
  const facts = {
    sessions: quantity(sessions, "session"),
    age: String(age),
    scale:
      scale.scale === "none" ? undefined : `${scale.scale === "norwood" ? "Norwood" : "Ludwig"} ${scale.scaleBand}`,
  };
  portfolio.cases.push({
    ...portfolioCaseRow({
      id,
      technicianId: plan.id,
      status,
      title: picker.pick(CASE_TITLES[treatment], facts) ?? "Case",
      treatment,
      concern,
      skinType: skin,
      ...scale,
      sessions,
      lastSessionOn: startOfDay(addDays(sentAt, -oldest - random.int(1, 12))),
      daysSinceLastSession: oldest,
      isSameLight: random.chance(0.72),
      isSameAngle: random.chance(0.86),
      isUnedited: random.chance(0.95),
      checkedOn: isDecided ? startOfDay(decidedAt) : null,
      position,
      isSample: true,
      createdAt: sentAt,
    }),
    status,
    version: status === "draft" ? 1 : isDecided ? 3 : 2,
  });
  if (isDecided) {
    const wasShown = status !== "rejected";
    portfolio.decisions.push({
      id: sampleId("decision", id, 2),
      subjectKind: "portfolio_case",
      subjectId: id,
      moderatorId: random.pick(SAMPLE_MODERATOR_IDS),
      fromState: "submitted",
      toState: wasShown ? "published" : "rejected",
      reason: wasShown ? null : "photo_edited",
      note: wasShown ? null : "The after picture was smoothed.",
      subjectVersion: 2,
      isSample: true,
      decidedAt,
    });
  }
  const photoIds = addPhotos(portfolio, id, head, stages, days, picker);
  if (status === "draft") return;
  const givenAt = addDays(sentAt, -2);
  addConsent(portfolio, id, photoIds, { givenAt, withdrawnAt: status === "withdrawn" ? addDays(decidedAt, 3) : null });
}

/** The person in the pictures was asked by mail and said yes to each of them. */
function addConsent(
  portfolio: Portfolio,
  portfolioCaseId: string,
  photoIds: readonly string[],
  { givenAt, withdrawnAt }: { givenAt: Date; withdrawnAt: Date | null },
): void {
  const textVersion = CASE_CONSENT_VERSION;
  const sentAt = addDays(givenAt, -1);
  portfolio.consentRequests.push({
    id: sampleId("consent request", portfolioCaseId),
    portfolioCaseId,
    // No address has this hash.
    emailHash: sampleId("consent address", portfolioCaseId),
    textVersion,
    sentAt,
    expiresAt: addDays(sentAt, CONSENT_DAYS),
    confirmedAt: givenAt,
    withdrawnAt,
  });
  for (const photoId of photoIds) {
    const id = sampleId("consent", photoId);
    portfolio.consents.push({
      id,
      purpose: "publish_photo",
      textVersion,
      photoId,
      portfolioCaseId,
      givenAt,
      withdrawnAt,
    });
  }
}

function addPhotos(
  portfolio: Portfolio,
  caseId: string,
  head: Head,
  stages: readonly Result[],
  days: readonly number[],
  picker: Picker,
): string[] {
  const ids = [...stages.keys(), stages.length].map((at) => sampleId("photo", caseId, at));
  const before: HeadSpec = { ...head, stage: "before" };
  portfolio.photos.push({
    drawing: before,
    row: {
      id: sampleId("photo", caseId, 0),
      portfolioCaseId: caseId,
      stage: "before",
      daysSinceLastSession: null,
      caption: caption(picker, "before", 0),
      position: 0,
      isSample: true,
    },
  });
  stages.forEach((stage, index) => {
    const age = days[index] ?? 0;
    portfolio.photos.push({
      drawing: { ...head, stage },
      row: {
        id: sampleId("photo", caseId, index + 1),
        portfolioCaseId: caseId,
        stage,
        daysSinceLastSession: age,
        caption: caption(picker, stage, age),
        position: index + 1,
        isSample: true,
      },
    });
  });
  return ids;
}

/** Some clients show their own result. */
function addReviewPhotos(portfolio: Portfolio, reviews: readonly DraftedReview[], random: Random): void {
  for (const { row, plan } of reviews) {
    if (row.status !== "published" || !row.treatment || !random.chance(0.025)) continue;
    const days = Math.max(
      1,
      Math.round((new Date(row.submittedAt ?? 0).getTime() - new Date(row.lastSessionOn ?? 0).getTime()) / 86_400_000),
    );
    const concern = row.concern ?? random.weighted(CONCERNS_OF[row.treatment]);
    const head = headOf(row.treatment, concern, random.pick(plan.skinTypes));
    const stage = stageAt(days);
    const drawing: HeadSpec = { ...head, stage };
    portfolio.photos.push({
      drawing,
      row: {
        id: sampleId("photo", row.id, 0),
        reviewId: row.id,
        stage,
        daysSinceLastSession: days,
        caption: describeDrawing(drawing),
        position: 0,
        isSample: true,
      },
    });
  }
}
